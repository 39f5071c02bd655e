// capture_fake DIR [--fail | --missing | --diverge | --workspace FOLDER]: pictures of the window
// over the fake engine; with a workspace, whose runs are listed, those of the session are kept
// there.
#include <cstring>

#include <QApplication>
#include <QTimer>

#include "app/capture/capture.h"
#include "tests/support/fake_runner.h"
#include "tests/support/stored_fake_runner.h"
#include "ui/bridge/experiment_session.h"
#include "ui/main_window.h"
#include "ui/theme/theme.h"

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  QApplication app(argc, argv);
  if (argc < 2) {
    qWarning("usage: capture_fake DIR [--fail]");
    return 2;
  }
  w2s::test::FakeRunnerOptions options;
  if (argc > 2 && std::strcmp(argv[2], "--fail") == 0) {
    options.fail_at_step = 200;
  }
  if (argc > 2 && std::strcmp(argv[2], "--missing") == 0) {
    options.refuse_start = w2s::Error{
        w2s::ErrorCode::NotFound,
        "Fashion-MNIST is not on this machine. On Debian, install it with\n\n    sudo apt install "
        "dataset-fashion-mnist\n\nor give the folder that holds its four files with --data.",
        {}};
  }
  const bool diverge = argc > 2 && std::strcmp(argv[2], "--diverge") == 0;

  w2s::ui::Theme theme;
  theme.apply();
  const bool stored = argc > 3 && std::strcmp(argv[2], "--workspace") == 0;
  std::unique_ptr<w2s::engine::Runner> runner;
  if (stored) {
    runner = std::make_unique<w2s::test::StoredFakeRunner>(argv[3], options);
  } else {
    runner = std::make_unique<w2s::test::FakeRunner>(options);
  }
  w2s::ui::ExperimentSession session(std::move(runner));
  w2s::ui::MainWindow::Options window_options;
  window_options.presets = {{.name = "fashion-demo",
                             .title = "Fashion demo",
                             .sentence = "A tree on thumbnails labels clothes for a better "
                                         "encoder: watch the student pass its teacher.",
                             .config = {},
                             .steps_per_second = 60.0}};
  if (stored) {
    window_options.workspace = argv[3];
  }
  w2s::ui::MainWindow window(theme, session, std::move(window_options));
  w2s::ui::Capture capture(
      theme, window, session,
      {.folder = QDir(QString::fromLocal8Bit(argv[1])),
       .companions = stored ? w2s::ui::Capture::companionsOf(session.config())
                            : std::vector<w2s::config::ExperimentConfig>{},
       .seconds = 5.0,
       .on_the_way = [diverge](w2s::ui::ExperimentSession& running) {
         using w2s::record::LiveParameter;
         running.setLive(diverge ? LiveParameter::LearningRate : LiveParameter::ConfidenceWeight,
                         0.7);
       }});
  QObject::connect(&capture, &w2s::ui::Capture::done, &app,
                   [&](int code) { QApplication::exit(code); });
  if (diverge) {
    QObject::connect(&session, &w2s::ui::ExperimentSession::diverged, &app, [&] {
      QTimer::singleShot(200, &app, [&] {
        window.grab().save(QString::fromLocal8Bit(argv[1]) + QStringLiteral("/diverged.png"));
        session.focus().decide(w2s::record::DivergenceDecision::HalveLearningRateAndRetry);
      });
    });
  }
  QTimer::singleShot(0, &capture, [&] { capture.start(); });
  return QApplication::exec();
}
