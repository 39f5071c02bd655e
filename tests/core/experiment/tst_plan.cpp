// A stage's fingerprint changes exactly when something it depends on changes, so that the cache gives back no more and no
// less than it may.
#include <QtTest/QtTest>

#include <functional>
#include <map>
#include <set>

#include "core/experiment/plan.h"

using namespace w2s;
using namespace w2s::experiment;

namespace {

PlanInputs inputs() {
  return {.seed = 0,
          .device = "cpu",
          .data = "data",
          .weak_rows = "w",
          .transfer_rows = "tr",
          .validation_rows = "v",
          .test_rows = "te",
          .weak_backbone = {},
          .strong_backbone = "s"};
}

std::map<StageKind, std::string> fingerprints(const config::ExperimentConfig& config, const PlanInputs& in) {
  std::map<StageKind, std::string> result;
  for (const PlannedStage& stage : makePlan(config, in)) {
    result[stage.kind] = stage.fingerprint;
  }
  return result;
}

using Change = std::function<void(config::ExperimentConfig&, PlanInputs&)>;
struct Case {
  const char* name;
  Change change;
  std::set<StageKind> changed;
};

const std::set<StageKind> kNone;
const std::set<StageKind> kStudentOnly{StageKind::Student};
const std::set<StageKind> kTraining{StageKind::Ceiling, StageKind::Student};
const std::set<StageKind> kWeakSide{StageKind::WeakSupervisor, StageKind::WeakLabels, StageKind::Student};
const std::set<StageKind> kStrongSide{StageKind::Features, StageKind::Ceiling, StageKind::Student};
const std::set<StageKind> kAll(kAllStages.begin(), kAllStages.end());

const std::vector<Case>& cases() {
  static const std::vector<Case> kCases{
      {"name", [](auto& c, auto&) { c.name = "other"; }, kNone},
      {"seeds", [](auto& c, auto&) { c.seeds = {4, 5}; }, kNone},
      {"kd weight", [](auto& c, auto&) { c.objective.kd_weight.base = 0.5; }, kStudentOnly},
      {"temperature", [](auto& c, auto&) { c.objective.temperature = 2.0; }, kStudentOnly},
      {"divergence", [](auto& c, auto&) { c.objective.divergence = config::ReverseKl{}; }, kStudentOnly},
      {"divergence parameter", [](auto& c, auto&) { c.objective.divergence = config::JensenShannon{.beta = 0.4}; }, kStudentOnly},
      {"confidence", [](auto& c, auto&) { c.objective.confidence = config::NoConfidence{}; }, kStudentOnly},
      {"hard labels", [](auto& c, auto&) { c.supervision.labels = config::LabelKind::Hard; }, kStudentOnly},
      {"shuffle", [](auto& c, auto&) { c.supervision.shuffle = true; }, kStudentOnly},
      {"selection", [](auto& c, auto&) { c.evaluation.selection = config::Selection::Oracle; }, kStudentOnly},
      {"learning rate", [](auto& c, auto&) { c.optimizer.learning_rate.base = 1e-3; }, kTraining},
      {"steps", [](auto& c, auto&) { c.optimizer.steps = 500; }, kTraining},
      {"evaluation interval", [](auto& c, auto&) { c.evaluation.every = 7; }, kTraining},
      {"weak model", [](auto& c, auto&) { c.weak.head = config::TreeHead{.depth = 3}; }, kWeakSide},
      {"training of a tree", [](auto& c, auto&) { c.weak_optimizer.steps = 3; }, kNone},
      {"number of transfer rows", [](auto& c, auto&) { c.task.transfer_rows = 77; }, kNone},
      {"label noise", [](auto& c, auto&) { c.task.label_noise = 0.1; }, kWeakSide},
      {"weak rows", [](auto&, auto& in) { in.weak_rows = "other"; }, kWeakSide},
      {"strong backbone", [](auto& c, auto&) { c.strong.backbone = config::PixelsBackbone{}; }, kStrongSide},
      {"stored weights", [](auto&, auto& in) { in.strong_backbone = "other"; }, kStrongSide},
      {"transfer rows", [](auto&, auto& in) { in.transfer_rows = "other"; },
       {StageKind::WeakLabels, StageKind::Features, StageKind::Ceiling, StageKind::Student}},
      {"test rows", [](auto&, auto& in) { in.test_rows = "other"; }, kAll},
      {"seed", [](auto&, auto& in) { in.seed = 1; }, kAll},
      {"device", [](auto&, auto& in) { in.device = "cuda:0"; }, kAll},
      {"data", [](auto&, auto& in) { in.data = "other"; }, kAll},
  };
  return kCases;
}

}  // namespace

class TstPlan : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aChangeReachesExactlyTheStagesThatDependOnIt_data() {
    QTest::addColumn<int>("index");
    for (int i = 0; i < static_cast<int>(cases().size()); ++i) {
      QTest::newRow(cases()[static_cast<std::size_t>(i)].name) << i;
    }
  }
  void aChangeReachesExactlyTheStagesThatDependOnIt() {
    QFETCH(int, index);
    const Case& test_case = cases()[static_cast<std::size_t>(index)];
    config::ExperimentConfig config;
    PlanInputs in = inputs();
    const auto before = fingerprints(config, in);
    test_case.change(config, in);
    const auto after = fingerprints(config, in);
    for (const StageKind stage : kAllStages) {
      QVERIFY2((before.at(stage) != after.at(stage)) == test_case.changed.contains(stage),
               std::string(nameOf(stage)).c_str());
    }
  }

  void needsComeFirst_data() {
    QTest::addColumn<int>("tuning");
    QTest::newRow("frozen backbone") << int(config::Tuning::HeadOnly);
    QTest::newRow("full fine-tuning") << int(config::Tuning::Full);
  }
  void needsComeFirst() {
    QFETCH(int, tuning);
    config::ExperimentConfig config;
    config.strong.tuning = static_cast<config::Tuning>(tuning);
    std::set<StageKind> seen;
    for (const PlannedStage& stage : makePlan(config, inputs())) {
      for (const StageKind need : stage.needs) {
        QVERIFY(seen.contains(need));
      }
      QVERIFY(seen.insert(stage.kind).second);
    }
    QCOMPARE(seen.contains(StageKind::Features), config.strong.tuning == config::Tuning::HeadOnly);
  }

  void theEvaluationIntervalDependsOnStepsAlone_data() {
    QTest::addColumn<int>("tuning");
    QTest::addColumn<int>("configured");
    QTest::addColumn<int>("steps");
    QTest::addColumn<int>("expected");
    QTest::newRow("as configured") << 0 << 33 << 400 << 33;
    QTest::newRow("demo") << 0 << 0 << 400 << 10;
    QTest::newRow("long head") << 0 << 0 << 100000 << 2000;
    QTest::newRow("short") << 0 << 0 << 10 << 1;
    QTest::newRow("one step") << 0 << 0 << 1 << 1;
    QTest::newRow("fine-tuning") << 1 << 0 << 400 << 20;
  }
  void theEvaluationIntervalDependsOnStepsAlone() {
    QFETCH(int, tuning);
    QFETCH(int, configured);
    QFETCH(int, steps);
    QFETCH(int, expected);
    const config::ModelConfig model{.tuning = static_cast<config::Tuning>(tuning)};
    QCOMPARE(evaluationInterval({.every = configured}, model, steps), std::int64_t{expected});
  }
};

QTEST_APPLESS_MAIN(TstPlan)
#include "tst_plan.moc"
