// Runs on weak labels that another program made: what a repetition, the cache and an experiment's id hold on to.
#include <filesystem>
#include <string>

#include <QTemporaryDir>
#include <QtTest/QtTest>

#include "core/data/first_experiment.h"
#include "core/engine/runner.h"
#include "core/store/recorded_run.h"
#include "core/store/workspace.h"
#include "tests/support/card_files.h"
#include "tests/support/recording_sink.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::record;
using namespace w2s::engine;

namespace {

namespace fs = std::filesystem;

}  // namespace

class TstEngineWeakLabels : public QObject {
  Q_OBJECT

  QTemporaryDir folder_;
  const fs::path root_ = folder_.path().toStdString();
  const fs::path workspace_ = root_ / "workspace";
  test::RecordingSink sink_;

  // Validation rows, which the card marks, have no weak label.
  fs::path writeCard(double share) {
    return test::writeWeakCard(
        root_,
        {.rows = 340,
         .split = [](int row) { return row < 240   ? "train"
                                       : row < 300 ? "validation"
                                                   : "test"; },
         .has_label = [](int row) { return row < 240 || row >= 300; },
         .share = share});
  }
  RunRequest request() {
    RunRequest request;
    request.config = data::loadExperimentOrCard((root_ / "card.toml").string()).value();
    request.config.optimizer.steps = 20;
    return request;
  }
  std::string run(const RunRequest& request) {
    const auto runner = std::move(*makeRunner({.workspace = workspace_, .workers = 2}));
    const auto handle = runner->start(request, sink_);
    if (!handle) {
      qFatal("%s", handle.error().message.c_str());
    }
    runner->wait({*handle});
    return (*handle)->id();
  }
  std::string failureOf(const std::string& id) {
    const auto failures = sink_.all<RunFailed>(id);
    return failures.empty() ? std::string() : failures.front().error.message;
  }
  [[nodiscard]] store::Manifest manifest(const std::string& id) const {
    return store::loadManifest(store::runsFolder(workspace_) / id).value();
  }

 private Q_SLOTS:
  void aRepetitionIsOnTheSameWeakLabels() {
    writeCard(0.75);
    const std::string first = run(request());
    QVERIFY2(failureOf(first).empty(), failureOf(first).c_str());
    QVERIFY(!manifest(first).weak_labels_hash.empty());
    RunRequest replay = request();
    replay.is_replay = true;
    replay.replay_of = first;
    const std::string again = run(replay);
    QVERIFY2(failureOf(again).empty(), failureOf(again).c_str());

    writeCard(0.875);
    const std::string said = failureOf(run(replay));
    for (const std::string& part : {first, std::string("other weak labels theirs")}) {
      QVERIFY2(said.find(part) != std::string::npos, said.c_str());
    }
    const std::string other = run(request());
    QVERIFY2(failureOf(other).empty(), failureOf(other).c_str());
    QCOMPARE(manifest(other).data_fingerprint, manifest(first).data_fingerprint);
    QVERIFY(manifest(other).experiment != manifest(first).experiment);
    QCOMPARE(manifest(again).experiment, manifest(first).experiment);
  }

  // What validation rows are needed for is asked of labels from the cache as of new ones.
  void labelsFromTheCacheAreChecked() {
    writeCard(0.75);
    const std::string plain = run(request());
    QVERIFY2(failureOf(plain).empty(), failureOf(plain).c_str());
    RunRequest honest = request();
    honest.config.evaluation.selection = config::Selection::BestAgreement;
    const std::string of_selection = failureOf(run(honest));
    QVERIFY2(of_selection.find("best_agreement") != std::string::npos, of_selection.c_str());
  }
};

W2S_TEST(TstEngineWeakLabels)
#include "tst_engine_weak_labels.moc"
