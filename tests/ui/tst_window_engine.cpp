// The window over the real engine: what it runs, pauses, steps, changes and rewinds is, to the bit, what the command
// line runs from the same configuration.
#include <condition_variable>
#include <functional>
#include <mutex>

#include <nlohmann/json.hpp>

#include <QAbstractButton>
#include <QProcess>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "core/base/file_io.h"
#include "core/config/toml.h"
#include "core/engine/runner.h"
#include "core/store/recorded_run.h"
#include "tests/support/small_experiment.h"
#include "tests/support/test_main.h"
#include "ui/bridge/experiment_session.h"
#include "ui/main_window.h"
#include "ui/theme/theme.h"

using namespace w2s;
using namespace w2s::record;
using namespace w2s::engine;
using namespace w2s::ui;

namespace {

constexpr int kLongestRunMs = 60'000;

std::filesystem::path pathOf(const QTemporaryDir& folder) {
  return folder.path().toStdString();
}

struct Lab {
  explicit Lab(const config::ExperimentConfig& config,
               std::function<void(const std::string&)> before_data = {}) {
    auto runner = makeRunner({.workspace = pathOf(workspace),
                              .data_folder = {},
                              .workers = 2,
                              .before_data = std::move(before_data)});
    session = std::make_unique<ExperimentSession>(std::move(*runner));
    MainWindow::Options options;
    options.presets = {{.name = QStringLiteral("small"),
                        .title = QStringLiteral("Small"),
                        .sentence = QStringLiteral("Look."),
                        .config = config}};
    window = std::make_unique<MainWindow>(theme, *session, std::move(options));
    window->show();
  }
  void click(const char* name) const {
    auto* button = window->findChild<QAbstractButton*>(QLatin1String(name));
    if (button == nullptr) {
      qFatal("no button %s", name);
    }
    QTest::mouseClick(button, Qt::LeftButton);
  }
  [[nodiscard]] bool finish() const {
    return QTest::qWaitFor([this] { return session->focus().state() == RunState::Finished; },
                           kLongestRunMs);
  }
  [[nodiscard]] std::string id() const {
    return session->focus().series().id;
  }

  QTemporaryDir workspace;
  Theme theme;
  std::unique_ptr<ExperimentSession> session;
  std::unique_ptr<MainWindow> window;
};

// What must be equal to the bit.
struct Bits {
  std::string student;
  std::string ceiling;
  std::string predictions;

  Bits(const std::filesystem::path& workspace, const std::string& id)
      : student(test::runFile(workspace, id, "series/student.csv")),
        ceiling(test::runFile(workspace, id, "series/ceiling.csv")),
        predictions(test::runFile(workspace, id, "predictions.safetensors")) {}
  bool operator==(const Bits&) const = default;
};

// `w2s run` on the configuration, in a workspace of its own.
Bits fromCommandLine(const config::ExperimentConfig& config, const QTemporaryDir& folder) {
  const std::filesystem::path file = pathOf(folder) / "small.toml";
  if (!writeFileAtomically(file, config::toToml(config))) {
    qFatal("the configuration could not be written");
  }
  QProcess process;
  process.start(
      QStringLiteral(W2S_COMMAND),
      {QStringLiteral("run"), QString::fromStdString(file.string()), QStringLiteral("--json"),
       QStringLiteral("--quiet"), QStringLiteral("--workspace"), folder.path()});
  if (!process.waitForFinished(kLongestRunMs) || process.exitCode() != 0) {
    qFatal("w2s run: %s", process.readAllStandardError().constData());
  }
  const auto report = nlohmann::json::parse(process.readAllStandardOutput().toStdString());
  return {pathOf(folder), report["runs"][0]["id"].get<std::string>()};
}

// A data set that is not there before somebody lets it. Its owner lets it at the latest when it
// goes, so that no worker waits for ever.
class HeldData {
 public:
  ~HeldData() {
    let();
  }
  [[nodiscard]] std::function<void(const std::string&)> hook() {
    return [this](const std::string&) {
      std::unique_lock lock(mutex_);
      is_waited_for_ = true;
      changed_.wait(lock, [this] { return is_there_; });
    };
  }
  void let() {
    const std::lock_guard lock(mutex_);
    is_there_ = true;
    changed_.notify_all();
  }
  [[nodiscard]] bool isWaitedFor() const {
    const std::lock_guard lock(mutex_);
    return is_waited_for_;
  }

 private:
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  bool is_there_ = false;
  bool is_waited_for_ = false;
};

// Counts the frames of a window.
class Frames final : public QObject {
 public:
  explicit Frames(QWidget& window) : window_(window) {
    window.installEventFilter(this);
  }
  // Asks for one and runs the event loop until it was painted.
  [[nodiscard]] bool next() {
    const int before = painted_;
    window_.update();
    return QTest::qWaitFor([&] { return painted_ > before; });
  }
  bool eventFilter(QObject* object, QEvent* event) override {
    painted_ += event->type() == QEvent::Paint ? 1 : 0;
    return QObject::eventFilter(object, event);
  }

 private:
  QWidget& window_;
  int painted_ = 0;
};

}  // namespace

class TstWindowEngine : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void theWindowRunsWhatTheCommandLineRuns() {
    const auto config = test::smallExperiment();
    const QTemporaryDir folder;
    const Bits wanted = fromCommandLine(config, folder);
    QVERIFY(!wanted.student.empty());
    Lab lab(config);
    lab.click("run.start");
    QVERIFY(lab.finish());
    QVERIFY(wanted == Bits(pathOf(lab.workspace), lab.id()));
  }

  // However long data take to come, the window draws: three seconds are 30 frames at 10 Hz. What
  // waits for the data on the window's thread would never come back here.
  void theWindowDrawsWhileDataAreLoaded() {
    HeldData data;
    Lab lab(test::smallExperiment(), data.hook());
    const auto let = qScopeGuard([&data] { data.let(); });  // before the window goes
    QVERIFY(QTest::qWaitForWindowExposed(lab.window.get()));
    Frames frames(*lab.window);
    lab.click("run.start");
    QTRY_VERIFY(data.isWaitedFor());
    for (int frame = 0; frame < 30; ++frame) {
      QVERIFY2(frames.next(), qPrintable(QStringLiteral("frame %1").arg(frame)));
    }
    // Whoever changes settings or looks elsewhere meanwhile waits for nothing either.
    auto changed = test::smallExperiment();
    changed.objective.kd_weight.base = 0.7;
    lab.session->setConfig(changed);
    QVERIFY(frames.next());
    const auto points = [&lab] {
      return lab.session->focus().series().stage(stage::kStudent).rows.size();
    };
    QCOMPARE(points(), std::size_t{0});
    QVERIFY(lab.session->focus().state() != RunState::Failed);
    data.let();
    while (points() == 0) {
      QVERIFY(frames.next());
      QVERIFY(lab.session->focus().state() != RunState::Failed);
    }
    QVERIFY(lab.finish());
  }

  void pausingSteppingAndPacingChangeNoNumber() {
    const auto config = test::smallExperiment();
    const QTemporaryDir folder;
    const Bits wanted = fromCommandLine(config, folder);
    Lab lab(config);
    lab.session->setSpeed(400.0);
    lab.click("run.start");
    QTRY_VERIFY_WITH_TIMEOUT(lab.session->focus().series().stage(stage::kStudent).done > 0,
                             kLongestRunMs);
    lab.session->focus().pause();
    QTRY_COMPARE(lab.session->focus().state(), RunState::Paused);
    for (const StepUnit unit : {StepUnit::Batch, StepUnit::Evaluation}) {
      const auto before = lab.session->focus().series().stage(stage::kStudent).done;
      lab.session->step(unit);
      QTRY_VERIFY(lab.session->focus().series().stage(stage::kStudent).done > before);
    }
    lab.session->setSpeed(0.0);
    lab.session->focus().resume();
    QVERIFY(lab.finish());
    QVERIFY(wanted == Bits(pathOf(lab.workspace), lab.id()));
  }

  void rewindRepeatsTheRunToTheBit() {
    Lab lab(test::smallExperiment());
    lab.click("run.start");
    QVERIFY(lab.finish());
    const Bits first(pathOf(lab.workspace), lab.id());
    const std::string first_id = lab.id();
    lab.session->rewind();
    QTRY_VERIFY(lab.id() != first_id);
    QVERIFY(lab.finish());
    QVERIFY(first == Bits(pathOf(lab.workspace), lab.id()));
  }

  void aLiveChangeIsRecordedAndReplaysToTheBit() {
    Lab lab(test::smallExperiment());
    lab.session->setSpeed(200.0);
    lab.click("run.start");
    QTRY_VERIFY_WITH_TIMEOUT(lab.session->focus().series().stage(stage::kStudent).done > 5,
                             kLongestRunMs);
    lab.session->setLive(LiveParameter::KdWeight, 0.4);
    QTRY_COMPARE(lab.session->focus().series().interventions.size(), std::size_t{1});
    lab.session->setSpeed(0.0);
    QVERIFY(lab.finish());
    const Bits steered(pathOf(lab.workspace), lab.id());
    QProcess replay;
    replay.start(QStringLiteral(W2S_COMMAND),
                 {QStringLiteral("run"), QStringLiteral("--replay"),
                  QString::fromStdString(lab.id()), QStringLiteral("--json"),
                  QStringLiteral("--quiet"), QStringLiteral("--workspace"), lab.workspace.path()});
    QVERIFY(replay.waitForFinished(kLongestRunMs));
    QCOMPARE(replay.exitCode(), 0);
    const auto report = nlohmann::json::parse(replay.readAllStandardOutput().toStdString());
    QVERIFY(steered == Bits(pathOf(lab.workspace), report["runs"][0]["id"].get<std::string>()));
  }

  // The student alone is what a person waits for after a change of the objective.
  void aChangedWeightTrainsTheStudentAlone() {
    auto config = test::smallExperiment();
    Lab lab(config);
    lab.click("run.start");
    QVERIFY(lab.finish());
    const std::string first_id = lab.id();
    config.objective.kd_weight.base = 0.7;
    lab.session->setConfig(config);
    lab.session->start();
    QTRY_VERIFY(lab.id() != first_id);
    QVERIFY(lab.finish());
    for (const StageId stage : {stage::kWeak, stage::kFeatures, stage::kCeiling}) {
      QVERIFY(lab.session->focus().series().stage(stage).from_cache);
    }
    QVERIFY(!lab.session->focus().series().stage(stage::kStudent).from_cache);
    QVERIFY(!lab.session->focus().series().stage(stage::kCeiling).evaluations.empty());
  }
};

W2S_WINDOW_TEST(TstWindowEngine)
#include "tst_window_engine.moc"
