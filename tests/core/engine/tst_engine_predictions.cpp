// The log of predictions says what the evaluations say: accuracies and agreements recomputed from
// it equal the recorded ones exactly, for a run that is new, resumed or extended, whose ceiling is
// trained or cached.
#include <QTemporaryDir>
#include <QtTest/QtTest>

#include "core/base/json.h"
#include "core/data/registry.h"
#include "core/data/splits.h"
#include "core/engine/runner.h"
#include "core/metrics/agreement.h"
#include "core/store/prediction_log.h"
#include "core/store/recorded_run.h"
#include "core/weights/stored_answers.h"
#include "tests/support/recording_sink.h"
#include "tests/support/small_experiment.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::record;
using namespace w2s::engine;

namespace {

struct Lab {
  QTemporaryDir folder;
  std::filesystem::path workspace = folder.path().toStdString();
  test::RecordingSink sink;
  std::unique_ptr<Runner> runner =
      std::move(*makeRunner({.workspace = workspace, .data_folder = {}, .workers = 2}));

  std::shared_ptr<RunHandle> start(const RunRequest& request) {
    auto handle = runner->start(request, sink);
    if (!handle) {
      qFatal("%s", handle.error().message.c_str());
    }
    return *handle;
  }
  std::string runWhole(const RunRequest& request) {
    const auto run = start(request);
    runner->wait({run});
    return run->id();
  }
  [[nodiscard]] std::filesystem::path file(const std::string& id, const StageId& stage) const {
    return store::runsFolder(workspace) / id / "series" / (stage + ".predictions.bin");
  }
};

RunRequest requestOf(config::ExperimentConfig config, std::int64_t seed = 3) {
  RunRequest request;
  request.config = std::move(config);
  request.seed = seed;
  request.fresh = true;  // trained, whatever the cache holds
  return request;
}

bool same(double a, double b) {
  return a == b || (std::isnan(a) && std::isnan(b));
}

// Empty when every evaluation of ceiling and student, and the floor, follow from the logs.
QString differenceOf(const Lab& lab, const std::string& id) {
  const auto run = store::loadRun(store::runsFolder(lab.workspace) / id);
  if (!run || run->state != store::RunState::Finished) {
    return "the run did not finish";
  }
  const auto dataset = data::openDataSet(run->manifest.config.task.dataset);
  auto weak_log = store::PredictionLog::open(lab.file(id, stage::kWeakLabels));
  if (!weak_log || weak_log->steps() != std::vector<std::int64_t>{0}) {
    return "no record of the weak labels";
  }
  const auto& rows = weak_log->about().rows;
  const data::Labels labels =
      *(*dataset)->targets({.source = "test", .index = {rows.begin(), rows.end()}});
  const auto weak = weak_log->read(0);
  if (metrics::shareOfEqual(weak->classes, labels) != run->summary->weak.accuracy) {
    return "another floor";
  }
  for (const StageId stage : {stage::kCeiling, stage::kStudent}) {
    auto log = store::PredictionLog::open(lab.file(id, stage));
    if (!log || log->about() != weak_log->about()) {
      return "no log, or one about other rows";
    }
    const auto& evaluations = run->stages.at(stage).evaluations;
    if (log->steps().size() != evaluations.size() || evaluations.empty()) {
      return QString("%1 records for %2 evaluations")
          .arg(log->steps().size())
          .arg(evaluations.size());
    }
    for (std::size_t i = 0; i < evaluations.size(); ++i) {
      const auto read = log->read(i);
      if (!read || read->step != evaluations[i].step ||
          metrics::shareOfEqual(read->classes, labels) != evaluations[i].test.accuracy) {
        return QString("another accuracy at evaluation %1").arg(i);
      }
      const metrics::Agreement agreement =
          metrics::agreementOf(weak->classes, read->classes, labels);
      const metrics::Agreement& recorded = evaluations[i].test_agreement;
      if (stage == stage::kStudent && !(same(agreement.correction, recorded.correction) &&
                                        same(agreement.harm, recorded.harm) &&
                                        same(agreement.weak_wrong, recorded.weak_wrong) &&
                                        same(agreement.overall, recorded.overall))) {
        return QString("another agreement at evaluation %1").arg(i);
      }
    }
  }
  return {};
}

}  // namespace

class TstEnginePredictions : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void theLogGivesTheRecordedNumbers_data() {
    QTest::addColumn<bool>("fine_tuning");
    QTest::newRow("head on cached features") << false;
    QTest::newRow("backbone in the step") << true;
  }
  void theLogGivesTheRecordedNumbers() {
    QFETCH(bool, fine_tuning);
    Lab lab;
    const auto config = fine_tuning ? test::smallFineTuning() : test::smallExperiment();
    const std::string id = lab.runWhole(requestOf(config));
    QCOMPARE(differenceOf(lab, id), QString());
  }

  // What the run keeps of its student are the answers of the step that its summary tells of.
  void theAnswersAreThoseOfTheSelectedStep_data() {
    QTest::addColumn<int>("selection");
    QTest::newRow("oracle") << static_cast<int>(config::Selection::Oracle);
    QTest::newRow("best agreement") << static_cast<int>(config::Selection::BestAgreement);
    QTest::newRow("the last step") << static_cast<int>(config::Selection::Final);
  }
  void theAnswersAreThoseOfTheSelectedStep() {
    QFETCH(int, selection);
    Lab lab;
    config::ExperimentConfig config = test::smallExperiment();
    config.evaluation.selection = static_cast<config::Selection>(selection);
    config.optimizer.learning_rate.base = 0.3;  // it gets worse again
    const std::string id = lab.runWhole(requestOf(config));
    const auto run = store::loadRun(store::runsFolder(lab.workspace) / id);
    QVERIFY(run.has_value() && run->summary.has_value());
    const RunSummary& summary = *run->summary;
    const std::int64_t last = config.optimizer.steps;
    const std::int64_t step = config.evaluation.selection == config::Selection::Oracle
                                  ? summary.oracle.step
                              : config.evaluation.selection == config::Selection::BestAgreement
                                  ? summary.best_agreement.step
                                  : last;
    QCOMPARE(step == last, config.evaluation.selection == config::Selection::Final);
    const auto answers =
        readStoredAnswers(store::runsFolder(lab.workspace) / id / "predictions.safetensors");
    QVERIFY(answers.has_value());
    std::int64_t right = 0;
    for (std::size_t i = 0; i < answers->labels.size(); ++i) {
      right += answers->student[i] == answers->labels[i] ? 1 : 0;
    }
    QCOMPARE(static_cast<double>(right) / static_cast<double>(answers->labels.size()),
             summary.student.accuracy);
    auto log = store::PredictionLog::open(lab.file(id, stage::kStudent));
    QVERIFY(log.has_value());
    const auto at = std::ranges::find(log->steps(), step);
    QVERIFY(at != log->steps().end());
    const auto logged = log->read(static_cast<std::size_t>(at - log->steps().begin()));
    QVERIFY(logged.has_value());
    QVERIFY(std::ranges::equal(logged->classes, answers->student,
                               [](std::uint16_t a, std::int64_t b) { return a == b; }));
  }

  // Whoever has the folder can draw the splits again, elsewhere and without the program.
  void theRowsOfAllSplitsAreRecorded() {
    Lab lab;
    const auto config = test::smallExperiment();
    const std::string id = lab.runWhole(requestOf(config));
    const auto manifest = store::loadManifest(store::runsFolder(lab.workspace) / id);
    QVERIFY(manifest.has_value());
    const auto json = parseJson(test::runFile(lab.workspace, id, "rows.json"));
    QVERIFY(json.has_value());
    const auto dataset = data::openDataSet(config.task.dataset);
    const auto drawn = data::makeSplits(**dataset, config.task, Seed(3));
    QVERIFY(drawn.has_value());
    QCOMPARE(json->at("splits").size(), drawn->all.size());
    for (const data::Split& split : drawn->all) {
      const Json& recorded = json->at("splits").at(split.name);
      const auto rows = recorded.at("rows").get<std::vector<std::int64_t>>();
      QVERIFY(!rows.empty());
      QCOMPARE(recorded.at("source").get<std::string>(), split.rows.source);
      QCOMPARE(rows, split.rows.index);
      QCOMPARE(data::hashOfRows(rows), manifest->split_hashes.at(split.name));
    }
    const auto answers =
        readStoredAnswers(store::runsFolder(lab.workspace) / id / "predictions.safetensors");
    QCOMPARE(answers->rows, drawn->of(data::split::kTest).rows.index);
  }

  void theCeilingFromTheCacheHasItsOwn() {
    Lab lab;
    const std::string first = lab.runWhole(requestOf(test::smallExperiment()));
    auto changed = test::smallExperiment();
    changed.objective.kd_weight.base = 0.7;
    const std::string second = lab.runWhole(requestOf(changed));
    QCOMPARE(differenceOf(lab, second), QString());
    for (const StageId stage : {stage::kWeakLabels, stage::kCeiling}) {
      QCOMPARE(readFile(lab.file(first, stage), kMostArrayBytes).value(),
               readFile(lab.file(second, stage), kMostArrayBytes).value());
    }
    QVERIFY(readFile(lab.file(first, stage::kStudent), kMostArrayBytes).value() !=
            readFile(lab.file(second, stage::kStudent), kMostArrayBytes).value());
  }

  void aResumedRunHasTheSameLog() {
    Lab reference;
    const std::string straight = reference.runWhole(requestOf(test::smallExperiment()));
    Lab lab;
    RunRequest request = requestOf(test::smallExperiment());
    request.steps_per_second = 200.0;  // slow enough to be caught in the middle
    const auto first = lab.start(request);
    QVERIFY(lab.sink.waitFor(first->id(), [](const Event& event) {
      const auto* evaluated = std::get_if<Evaluated>(&event);
      return evaluated != nullptr && evaluated->stage == stage::kStudent;
    }));
    first->stop(StopMode::Keep);
    lab.runner->wait({first});
    RunRequest again;
    again.resume_id = first->id();
    const std::string id = lab.runWhole(again);
    QCOMPARE(differenceOf(lab, id), QString());
    for (const StageId stage : {stage::kWeakLabels, stage::kCeiling, stage::kStudent}) {
      QCOMPARE(readFile(lab.file(id, stage), kMostArrayBytes).value(),
               readFile(reference.file(straight, stage), kMostArrayBytes).value());
    }
  }

  void anExtendedRunContinuesItsLog() {
    Lab lab;
    const std::string id = lab.runWhole(requestOf(test::smallExperiment()));
    RunRequest request;
    request.resume_id = id;
    request.extend_to_steps = 160;
    const std::string longer = lab.runWhole(request);
    QVERIFY(longer != id);
    QCOMPARE(differenceOf(lab, longer), QString());
    QCOMPARE(differenceOf(lab, id), QString());
  }

  // Whoever hears of an evaluation finds its predictions.
  void thePredictionsAreThereWhenTheEvaluationIsTold() {
    Lab lab;
    class Reader final : public EventSink {
     public:
      explicit Reader(std::filesystem::path workspace) : workspace_(std::move(workspace)) {}
      void onEvent(const std::string& id, const Event& event) override {
        const auto* evaluated = std::get_if<Evaluated>(&event);
        if (evaluated == nullptr || evaluated->stage != stage::kStudent) {
          return;
        }
        ++evaluations;
        auto log = store::PredictionLog::open(store::runsFolder(workspace_) / id /
                                              "series/student.predictions.bin");
        found += log && !log->steps().empty() &&
                 log->steps().back() == evaluated->evaluation.step &&
                 log->read(log->steps().size() - 1);
      }
      int evaluations = 0;
      int found = 0;

     private:
      std::filesystem::path workspace_;
    };
    Reader reader(lab.workspace);
    const auto run = lab.runner->start(requestOf(test::smallExperiment()), reader);
    QVERIFY(run.has_value());
    lab.runner->wait({*run});
    QCOMPARE(reader.evaluations, 7);  // before the first step, and six after it
    QCOMPARE(reader.found, 7);
  }
};

W2S_TEST(TstEnginePredictions)
#include "tst_engine_predictions.moc"
