// A recorded run and its data: elsewhere, replaced by others, named from another folder.
#include <filesystem>

#include <QTemporaryDir>
#include <QtTest/QtTest>

#include "core/base/file_io.h"
#include "core/base/json.h"
#include "core/engine/runner.h"
#include "core/store/recorded_run.h"
#include "core/store/workspace.h"
#include "tests/support/idx_files.h"
#include "tests/support/recording_sink.h"
#include "tests/support/small_experiment.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::record;
using namespace w2s::engine;

namespace {

namespace fs = std::filesystem;

config::ExperimentConfig pictures() {
  config::ExperimentConfig config;
  config.name = "data";
  config.task.weak_rows = 60;
  config.task.transfer_rows = 200;
  config.task.validation_rows = 40;
  config.task.test_rows = 100;
  config.strong.backbone = config::PixelsBackbone{};
  config.optimizer.steps = 20;
  config.evaluation.every = 10;
  return config;
}

RunRequest replayOf(const std::string& id) {
  RunRequest request;
  request.config = pictures();
  request.is_replay = true;
  request.replay_of = id;
  return request;
}

RunRequest longerThan(const std::string& id) {
  RunRequest request;
  request.resume_id = id;
  request.extend_to_steps = 40;
  return request;
}

}  // namespace

class TstEngineData : public QObject {
  Q_OBJECT

  QTemporaryDir folder_;
  const fs::path root_ = folder_.path().toStdString();
  const fs::path workspace_ = root_ / "workspace";
  test::RecordingSink sink_;
  std::string made_;  // the run that all tests repeat

  // The id of the run that comes of it.
  std::string run(const RunRequest& request, const fs::path& data) {
    const auto runner =
        std::move(*makeRunner({.workspace = workspace_, .data_folder = data, .workers = 2}));
    const auto handle = runner->start(request, sink_);
    if (!handle) {
      qFatal("%s", handle.error().message.c_str());
    }
    runner->wait({*handle});
    return (*handle)->id();
  }
  std::string refusal(const RunRequest& request, const fs::path& data) {
    const auto failures = sink_.all<RunFailed>(run(request, data));
    return failures.size() == 1 ? failures.front().error.message
                                : std::string("it was not refused");
  }
  [[nodiscard]] store::Manifest manifest() const {
    return store::loadManifest(store::runsFolder(workspace_) / made_).value();
  }

 private Q_SLOTS:
  void initTestCase() {
    test::writeSmallDataSet(root_ / "ours", 600, 150);
    test::writeSmallDataSet(root_ / "others", 600, 150,
                            Seed{2});  // the same labels, other pictures
    test::writeSmallDataSet(root_ / "fewer", 200, 150);
    fs::current_path(root_);
    RunRequest request;
    request.config = pictures();
    made_ = run(request, "ours");  // a relative folder
    fs::current_path("/");
    const auto failures = sink_.all<RunFailed>(made_);
    QVERIFY2(failures.empty(), failures.empty() ? "" : failures.front().error.message.c_str());
    QCOMPARE(sink_.all<RunFinished>(made_).size(), std::size_t{1});
  }

  void theFolderIsRecordedAsItIsFoundFromAnywhere() {
    QCOMPARE(manifest().data_folder, root_ / "ours");
    const auto text =
        readFile(store::runsFolder(workspace_) / made_ / "rows.json", kMostRecordBytes);
    const auto rows = parseJson(*text);
    QCOMPARE(fs::path(rows->at("data").at("folder").get<std::string>()), root_ / "ours");
  }

  void otherDataAreNamed_data() {
    QTest::addColumn<QString>("data");
    QTest::newRow("other pictures") << "others";
    QTest::newRow("too few rows") << "fewer";
  }
  void otherDataAreNamed() {
    QFETCH(const QString, data);
    const fs::path here = root_ / data.toStdString();
    for (const RunRequest& request : {replayOf(made_), longerThan(made_)}) {
      const std::string said = refusal(request, here);
      for (const std::string& part : {made_, manifest().data_fingerprint, (root_ / "ours").string(),
                                      here.string(), std::string("--data")}) {
        QVERIFY2(said.find(part) != std::string::npos, said.c_str());
      }
    }
  }

  void splitsThatDifferAreNamed() {
    RunRequest request = replayOf(made_);
    request.config.task.transfer_rows = 150;
    const std::string said = refusal(request, root_ / "ours");
    QVERIFY2(said.find("(transfer") != std::string::npos, said.c_str());
    QVERIFY2(said.find("test") == std::string::npos, said.c_str());
  }

  void dataThatMovedAreTheSame() {
    fs::rename(root_ / "ours", root_ / "moved");
    const std::string again = run(replayOf(made_), root_ / "moved");
    QCOMPARE(sink_.all<RunFinished>(again).size(), std::size_t{1});
    QVERIFY(test::runFile(workspace_, again, "series/student.csv") ==
            test::runFile(workspace_, made_, "series/student.csv"));
    const std::string longer = run(longerThan(made_), root_ / "moved");
    QCOMPARE(sink_.all<RunFinished>(longer).size(), std::size_t{1});
  }
};

W2S_TEST(TstEngineData)
#include "tst_engine_data.moc"
