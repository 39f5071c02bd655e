#include "tests/bench/ui/scenes.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <thread>

#include <QApplication>
#include <QElapsedTimer>
#include <QMouseEvent>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include "core/base/thread_priority.h"
#include "core/config/presets.h"
#include "core/engine/runner.h"
#include "tests/bench/process.h"
#include "tests/bench/ui/loop_probe.h"
#include "tests/bench/ui/scripted_runner.h"
#include "tests/bench/ui/synthetic_run.h"
#include "ui/bridge/experiment_session.h"
#include "ui/charts/chart_board.h"
#include "ui/charts/plot_widget.h"
#include "ui/main_window.h"
#include "ui/theme/theme.h"

namespace w2s::bench {
namespace {

using namespace record;
using namespace engine;
using namespace ui;

constexpr int kOverlaidRuns = 5;
constexpr int kPatienceMs = 60'000;

// Keeps every core busy for as long as it lives, as trainings do: at the priority of the window's workers.
class Saturation {
 public:
  Saturation() {
    for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i) {
      threads_.emplace_back([](const std::stop_token& stop) {
        lowerThreadPriority();
        volatile float x = 1.0F;
        while (!stop.stop_requested()) {
          x = x * 1.0000001F + 1e-9F;
        }
      });
    }
  }

 private:
  std::vector<std::jthread> threads_;
};

struct Lab {
  explicit Lab(std::unique_ptr<Runner> runner, config::ExperimentConfig config) {
    theme.choose(ThemeChoice::Light);
    session = std::make_unique<ExperimentSession>(std::move(runner));
    MainWindow::Options options;
    options.presets = {{.name = QStringLiteral("bench"),
                        .title = QStringLiteral("Bench"),
                        .sentence = QStringLiteral("Six charts under load."),
                        .config = std::move(config)}};
    window = std::make_unique<MainWindow>(theme, *session, std::move(options));
    window->resize(1440, 900);
    window->show();
    (void)QTest::qWaitForWindowExposed(window.get());
    session->setSpeed(0.0);
  }
  Theme theme;
  std::unique_ptr<ExperimentSession> session;
  std::unique_ptr<MainWindow> window;
};

double quantile(std::vector<double> values, double share) {
  if (values.empty()) {
    return std::nan("");
  }
  std::sort(values.begin(), values.end());
  const auto at =
      static_cast<std::size_t>(std::ceil(share * static_cast<double>(values.size()))) - 1;
  return values[std::min(at, values.size() - 1)];
}

// Infinite where it does not come to pass, so that a worst case tells of it.
double waitMs(const std::function<bool()>& done) {
  QElapsedTimer timer;
  timer.start();
  while (!done() && timer.elapsed() < kPatienceMs) {
    QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 5);
  }
  return done() ? static_cast<double>(timer.nsecsElapsed()) * 1e-6
                : std::numeric_limits<double>::infinity();
}

void pass(std::chrono::milliseconds time) {
  QEventLoop loop;
  QTimer::singleShot(time, &loop, &QEventLoop::quit);
  loop.exec();
}

// A hand at the charts: the crosshair moves, now and then the wheel turns.
void touch(const QList<PlotWidget*>& plots, int moment) {
  PlotWidget* plot = plots[(moment / 40) % plots.size()];
  QWidget* surface = plot->viewport();
  const QPointF at(surface->width() * (0.15 + 0.6 * ((moment % 40) / 40.0)),
                   surface->height() * 0.5);
  QMouseEvent move(QEvent::MouseMove, at, surface->mapToGlobal(at), Qt::NoButton, Qt::NoButton,
                   Qt::NoModifier);
  QCoreApplication::sendEvent(surface, &move);
  if (moment % 10 == 9) {
    const int turn = (moment / 10) % 2 == 0 ? 120 : -120;
    QWheelEvent wheel(at, surface->mapToGlobal(at), {}, {0, turn}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(surface, &wheel);
  }
}

}  // namespace

Result<std::vector<Measured>> measureStart(const SceneOptions& options) {
  const QTemporaryDir folder;
  const std::string workspace = folder.path().toStdString();
  std::vector<std::string> words{options.w2slab, "--workspace", workspace, "--settings",
                                 workspace + "/settings.ini"};
  if (!options.data_folder.empty()) {
    words.insert(words.end(), {"--data", options.data_folder});
  }
  const auto timed = [&](const std::string& until) -> Result<double> {
    std::vector<double> seconds;
    for (int round = 0; round < 3; ++round) {
      std::vector<std::string> call = words;
      call.push_back(until);
      W2S_TRY(const Finished finished, runProcess(call));
      seconds.push_back(finished.first_output_seconds);
    }
    return quantile(seconds, 0.5);
  };
  W2S_TRY(const Finished filled, runProcess([&] {
            auto call = words;
            call.emplace_back("--quit-after-first-point");
            return call;
          }()));  // an empty workspace: the features are computed
  W2S_TRY(const double window, timed("--quit-after-first-frame"));
  W2S_TRY(const double point, timed("--quit-after-first-point"));
  return std::vector<Measured>{
      {"start of the program to its window", "s", window, 1.0},
      {"start of the program to the first live point", "s", point, 2.0},
      {"the same in an empty workspace", "s", filled.first_output_seconds, 2.0}};
}

std::vector<Measured> measureFrames(const SceneOptions& options) {
  config::ExperimentConfig config;
  config.optimizer.steps = options.steps;
  Lab lab(std::make_unique<ScriptedRunner>(options.steps, options.seconds), config);
  std::vector<RunSeries> runs;
  for (int i = 0; i < kOverlaidRuns; ++i) {
    runs.push_back(syntheticRun({.steps = options.steps, .seed = static_cast<std::uint64_t>(i)}));
  }
  auto* board = lab.window->findChild<ChartBoard*>();
  std::vector<charts::Overlay> overlays;
  for (int i = 0; i < kOverlaidRuns; ++i) {
    overlays.push_back({.run = &runs[static_cast<std::size_t>(i)],
                        .label = "run " + std::to_string(i + 1),
                        .color = i});
  }
  board->setOverlays(std::move(overlays));
  const auto plots = board->findChildren<PlotWidget*>();
  const Saturation saturation;
  lab.session->start();
  pass(std::chrono::milliseconds(500));

  // First watched only: what a refresh costs. Then with a hand at the charts.
  auto& probe = static_cast<ProbedApplication&>(*qApp);
  probe.clear();
  const double before = threadSeconds();
  QElapsedTimer wall;
  wall.start();
  pass(std::chrono::milliseconds(500 * options.seconds));
  const double share =
      (threadSeconds() - before) / (static_cast<double>(wall.nsecsElapsed()) * 1e-9);
  QTimer hand;
  int moment = 0;
  QObject::connect(&hand, &QTimer::timeout, lab.window.get(), [&] { touch(plots, moment++); });
  hand.start(std::chrono::milliseconds(33));
  pass(std::chrono::milliseconds(500 * options.seconds));
  hand.stop();
  const auto frames = probe.frames();
  const double longest = probe.longest();
  lab.session->focus().stop(StopMode::Discard);
  (void)waitMs([&] { return !isActive(lab.session->focus().state()); });
  board->setOverlays({});
  return {{"frame, 95th percentile", "ms", quantile(frames, 0.95), 33.0},
          {"frame, worst", "ms", longest, 120.0},
          {"refresh of the charts, share of a core", "%", 100.0 * share, 25.0}};
}

Result<std::vector<Measured>> measureAnswers(const SceneOptions& options) {
  const QTemporaryDir folder;
  W2S_TRY(auto runner, makeRunner({.workspace = folder.path().toStdString(),
                                   .data_folder = options.data_folder,
                                   .worker_priority = WorkerPriority::BelowWindow}));
  W2S_TRY(config::ExperimentConfig config, config::loadPreset("fashion-demo"));
  config.optimizer.steps = 1'000'000;
  config.evaluation.every = 1000;
  Lab lab(std::move(runner), config);
  ExperimentSession& session = *lab.session;
  const Saturation saturation;
  session.start();
  (void)waitMs([&] { return session.focus().series().stage(stage::kStudent).done > 0; });
  std::vector<double> marks;
  std::vector<double> pauses;
  for (int i = 0; i < 10; ++i) {
    const std::size_t known = session.focus().series().interventions.size();
    auto* plot = lab.window->findChildren<PlotWidget*>().front();
    const int drawn = plot->refreshCount();
    session.setLive(LiveParameter::KdWeight, 0.5 + 0.01 * i);
    marks.push_back(waitMs([&] {
      return session.focus().series().interventions.size() > known && plot->refreshCount() > drawn;
    }));
    session.focus().pause();
    pauses.push_back(waitMs([&] { return session.focus().state() == RunState::Paused; }));
    session.focus().resume();
    (void)waitMs([&] { return session.focus().state() == RunState::Running; });
  }
  session.focus().stop(StopMode::Discard);
  const double stop = waitMs([&] { return !isActive(session.focus().state()); });
  return std::vector<Measured>{
      {"slider to mark on the charts, worst of 10", "ms", quantile(marks, 1.0), 200.0},
      {"pause, worst of 10", "ms", quantile(pauses, 1.0), 250.0},
      {"stop", "ms", stop, 250.0}};
}

std::vector<Measured> measureMemory(const SceneOptions& options) {
  config::ExperimentConfig config;
  config.optimizer.steps = options.memory_steps;
  Lab lab(std::make_unique<ScriptedRunner>(options.memory_steps, /*seconds=*/0), config);
  pass(std::chrono::milliseconds(300));
  const double before = residentMegabytes();
  lab.session->start();
  (void)waitMs([&] { return lab.session->focus().state() == RunState::Finished; });
  pass(std::chrono::milliseconds(500));
  return {{"memory of a run of " + std::to_string(options.memory_steps) + " steps", "MB",
           residentMegabytes() - before, 100.0}};
}

std::vector<Measured> measureRestyling(const SceneOptions& options) {
  config::ExperimentConfig config;
  Lab lab(std::make_unique<ScriptedRunner>(options.steps, /*seconds=*/0), config);
  lab.session->start();
  (void)waitMs([&] { return lab.session->focus().state() == RunState::Finished; });
  const Saturation saturation;
  const auto timed = [&](const std::function<void()>& change) {
    std::vector<double> times;
    for (int i = 0; i < 3; ++i) {
      QElapsedTimer timer;
      timer.start();
      change();
      lab.window->repaint();
      QCoreApplication::processEvents();
      times.push_back(static_cast<double>(timer.nsecsElapsed()) * 1e-6);
    }
    return quantile(times, 1.0);
  };
  bool dark = false;
  const double theme =
      timed([&] { lab.theme.choose((dark = !dark) ? ThemeChoice::Dark : ThemeChoice::Light); });
  double scale = 1.0;
  const double font = timed([&] { lab.theme.setFontScale(scale += 0.25); });
  return {{"change of theme, worst of 3", "ms", theme, 300.0},
          {"change of font scale, worst of 3", "ms", font, 300.0}};
}

}  // namespace w2s::bench
