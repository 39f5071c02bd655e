// The window's session over the real engine while starts fail: each failure is told, the next start runs, and the session
// can go at any moment.
#include <fstream>
#include <functional>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "core/engine/runner.h"
#include "core/store/workspace.h"
#include "tests/support/test_main.h"
#include "ui/bridge/experiment_session.h"
#include "ui/bridge/loaded_run.h"

using namespace w2s;
using namespace w2s::ui;

namespace {

namespace fs = std::filesystem;

constexpr int kLongestMs = 60'000;

config::ExperimentConfig soundConfig() {
  config::ExperimentConfig config;
  config.name = "start";
  config.task.dataset = "moons";
  config.task.weak_rows = 60;
  config.task.transfer_rows = 200;
  config.task.validation_rows = 100;
  config.task.test_rows = 200;
  config.weak.front().backbone = config::CoordinatesBackbone{};
  config.strong.backbone = config::FourierBackbone{};
  config.optimizer.steps = 20;
  return config;
}

struct Lab {
  Lab() {
    auto runner =
        engine::makeRunner({.workspace = workspace, .data_folder = root / "no-data", .workers = 2});
    session = std::make_unique<ExperimentSession>(std::move(*runner));
    session->setSeeds({0, 1, 2});
  }
  [[nodiscard]] bool isOver() const {
    return QTest::qWaitFor([this] { return !session->isBusy(); }, kLongestMs);
  }

  QTemporaryDir folder;
  const fs::path root = folder.path().toStdString();
  const fs::path workspace = root / "workspace";
  std::unique_ptr<ExperimentSession> session;
};

struct Cause {
  const char* name;
  std::function<void(Lab&, config::ExperimentConfig&)> make;
  bool blocks_workspace = false;
};

const std::vector<Cause>& causes() {
  static const std::vector<Cause> kCauses{
      {"data that is missing",
       [](Lab&, auto& config) {
         config = config::ExperimentConfig();
         config.name = "start";
       }},
      {"more rows than there are", [](Lab&, auto& config) { config.task.test_rows = 1 << 30; }},
      {"an unknown device", [](Lab&, auto& config) { config.device = "cuda:99"; }},
      {"weights that are missing",
       [](Lab& lab, auto& config) {
         config.strong.backbone =
             config::FileBackbone{.path = (lab.root / "none.safetensors").string()};
       }},
      {"a file for a workspace", [](Lab& lab, auto&) { std::ofstream(lab.workspace) << "a file"; },
       true},
  };
  return kCauses;
}

const Cause& causeOf(int row) {
  return causes()[static_cast<std::size_t>(row)];
}

}  // namespace

class TstFailedStarts : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void eachCauseIsToldAndTheNextStartRuns_data() {
    QTest::addColumn<int>("row");
    for (std::size_t i = 0; i < causes().size(); ++i) {
      QTest::newRow(causes()[i].name) << static_cast<int>(i);
    }
  }
  void eachCauseIsToldAndTheNextStartRuns() {
    QFETCH(int, row);
    Lab lab;
    config::ExperimentConfig config = soundConfig();
    causeOf(row).make(lab, config);
    lab.session->setConfig(config);
    QSignalSpy told(lab.session.get(), &ExperimentSession::failed);
    lab.session->start();
    QVERIFY(lab.isOver());
    if (lab.session->problems().empty()) {
      QCOMPARE(lab.session->state(), RunState::Failed);
      QCOMPARE(told.size(), 1);
      const auto error = told.first().first().value<Error>();
      QVERIFY2(error.message.ends_with('.'), error.message.c_str());
    } else {  // seen before the start
      QCOMPARE(lab.session->state(), RunState::Idle);
      QVERIFY(lab.session->blockReason().endsWith(QLatin1Char('.')));
    }
    if (causeOf(row).blocks_workspace) {
      fs::remove(lab.workspace);
    }
    lab.session->setConfig(soundConfig());
    lab.session->start();
    QVERIFY(lab.isOver());
    QCOMPARE(lab.session->state(), RunState::Finished);
    QCOMPARE(lab.session->experiment().size(), std::size_t{3});
  }

  void theSessionCanGoWhileStartsFail_data() {
    eachCauseIsToldAndTheNextStartRuns_data();
  }
  void theSessionCanGoWhileStartsFail() {
    QFETCH(int, row);
    for (const int turns : {0, 0, 1, 2, 5}) {
      Lab lab;
      config::ExperimentConfig config = soundConfig();
      causeOf(row).make(lab, config);
      lab.session->setConfig(config);
      lab.session->start();
      for (int i = 0; i < turns; ++i) {
        QTest::qWait(1);
      }
      lab.session.reset();
      QVERIFY(!fs::is_directory(store::runsFolder(lab.workspace)) ||
              fs::is_empty(store::runsFolder(lab.workspace)));
    }
  }

  // Refused at once, by the runner itself.
  void aRunThatIsGoneIsNotContinued() {
    Lab lab;
    LoadedRun gone;
    gone.id = "20200101-000000-none-s0-0000";
    gone.config = soundConfig();
    QSignalSpy refused(lab.session.get(), &ExperimentSession::refused);
    lab.session->continueRun(gone);
    QVERIFY(QTest::qWaitFor([&] { return !refused.isEmpty(); }, kLongestMs));
    lab.session->setConfig(soundConfig());
    lab.session->start();
    QVERIFY(lab.isOver());
    QCOMPARE(lab.session->state(), RunState::Finished);
  }
};

W2S_TEST(TstFailedStarts)
#include "tst_failed_starts.moc"
