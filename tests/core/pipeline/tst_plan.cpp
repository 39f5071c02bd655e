// A stage's fingerprint changes exactly when something it depends on changes, so that the cache
// gives back no more and no less than it may.
#include <functional>
#include <map>
#include <set>

#include <QtTest/QtTest>

#include "core/pipeline/plan.h"
#include "tests/support/stages.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::record;
using namespace w2s::pipeline;

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
          .strong_backbone = "s",
          .common_backbone = "c"};
}

// With every stage there is: a reference of another kind, by a recipe of its own.
config::ExperimentConfig fullConfig() {
  config::ExperimentConfig config;
  config.common_ceiling = {
      .train = true,
      .model = {.backbone = config::PixelsBackbone{.size = 28}, .tuning = config::Tuning::HeadOnly},
      .recipe = config::OwnRecipe{}};
  return config;
}

std::map<StageId, std::string> fingerprints(const config::ExperimentConfig& config,
                                            const PlanInputs& in) {
  std::map<StageId, std::string> result;
  for (const PlannedStage& stage : makePlan(config, in)) {
    result[stage.id] = stage.fingerprint;
  }
  return result;
}

using Change = std::function<void(config::ExperimentConfig&, PlanInputs&)>;
struct Case {
  const char* name;
  Change change;
  std::set<StageId> changed;
};

const std::set<StageId> kNone;
const std::set<StageId> kStudentOnly{stage::kStudent};
const std::set<StageId> kTraining{stage::kCeiling, stage::kStudent};
const std::set<StageId> kWeakSide{stage::kWeak, stage::kWeakLabels, stage::kStudent};
const std::set<StageId> kStrongSide{stage::kFeatures, stage::kCeiling, stage::kStudent};
const std::set<StageId> kReference{stage::kCommonCeiling};
const std::set<StageId> kEveryTraining{stage::kCeiling, stage::kCommonCeiling, stage::kStudent};
const std::set<StageId> kAll(test::kUsualStages.begin(), test::kUsualStages.end());

const std::vector<Case>& cases() {
  static const std::vector<Case> kCases{
      {"name", [](auto& c, auto&) { c.name = "other"; }, kNone},
      {"seeds",
       [](auto& c, auto&) {
         c.seeds = {4, 5};
       },
       kNone},
      {"kd weight", [](auto& c, auto&) { c.objective.kd_weight.base = 0.5; }, kStudentOnly},
      {"temperature", [](auto& c, auto&) { c.objective.temperature = 2.0; }, kStudentOnly},
      {"divergence", [](auto& c, auto&) { c.objective.divergence = config::ReverseKl{}; },
       kStudentOnly},
      {"divergence parameter",
       [](auto& c, auto&) { c.objective.divergence = config::JensenShannon{.beta = 0.4}; },
       kStudentOnly},
      {"confidence", [](auto& c, auto&) { c.objective.confidence = config::NoConfidence{}; },
       kStudentOnly},
      {"hard labels", [](auto& c, auto&) { c.supervision.labels = config::LabelKind::Hard; },
       kStudentOnly},
      {"shuffle", [](auto& c, auto&) { c.supervision.shuffle = true; }, kStudentOnly},
      {"selection", [](auto& c, auto&) { c.evaluation.selection = config::Selection::Oracle; },
       kStudentOnly},
      {"learning rate", [](auto& c, auto&) { c.optimizer.learning_rate.base = 1e-3; }, kTraining},
      {"steps", [](auto& c, auto&) { c.optimizer.steps = 500; }, kTraining},
      {"evaluation interval", [](auto& c, auto&) { c.evaluation.every = 7; }, kEveryTraining},
      {"weak model", [](auto& c, auto&) { c.weak.front().head = config::TreeHead{.depth = 3}; },
       kWeakSide},
      {"training of a tree", [](auto& c, auto&) { c.weak_optimizer.steps = 3; }, kNone},
      {"number of transfer rows", [](auto& c, auto&) { c.task.transfer_rows = 77; }, kNone},
      {"label noise", [](auto& c, auto&) { c.task.label_noise = 0.1; }, kWeakSide},
      {"weak rows", [](auto&, auto& in) { in.weak_rows = "other"; }, kWeakSide},
      {"strong backbone", [](auto& c, auto&) { c.strong.backbone = config::PixelsBackbone{}; },
       kStrongSide},
      {"stored weights", [](auto&, auto& in) { in.strong_backbone = "other"; }, kStrongSide},
      {"transfer rows",
       [](auto&, auto& in) { in.transfer_rows = "other"; },
       {stage::kWeakLabels, stage::kFeatures, stage::kCeiling, stage::kCommonCeiling,
        stage::kStudent}},
      // No ceiling meets them.
      {"validation rows",
       [](auto&, auto& in) { in.validation_rows = "other"; },
       {stage::kWeakLabels, stage::kFeatures, stage::kStudent}},
      {"reference model", [](auto& c, auto&) { c.common_ceiling.model.head = config::MlpHead{}; },
       kReference},
      {"stored weights of the reference", [](auto&, auto& in) { in.common_backbone = "other"; },
       kReference},
      {"recipe of the reference",
       [](auto& c, auto&) {
         std::get<config::OwnRecipe>(c.common_ceiling.recipe).optimizer.steps = 7;
       },
       kReference},
      {"augmentation of cached features",
       [](auto& c, auto&) { c.supervision.augmentation = config::Augmentation::ShiftFlip; },
       kStudentOnly},
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
    config::ExperimentConfig config = fullConfig();
    PlanInputs in = inputs();
    const auto before = fingerprints(config, in);
    test_case.change(config, in);
    const auto after = fingerprints(config, in);
    for (const StageId stage : test::kUsualStages) {
      QVERIFY2((before.at(stage) != after.at(stage)) == test_case.changed.contains(stage),
               stage.c_str());
    }
  }

  void needsComeFirst_data() {
    QTest::addColumn<int>("tuning");
    QTest::newRow("frozen backbone") << int(config::Tuning::HeadOnly);
    QTest::newRow("full fine-tuning") << int(config::Tuning::Full);
  }
  void needsComeFirst() {
    QFETCH(int, tuning);
    config::ExperimentConfig config = fullConfig();
    config.strong.tuning = static_cast<config::Tuning>(tuning);
    std::set<StageId> seen;
    for (const PlannedStage& stage : makePlan(config, inputs())) {
      for (const StageId& need : stage.needs()) {
        QVERIFY(seen.contains(need));
      }
      QVERIFY(seen.insert(stage.id).second);
    }
    QCOMPARE(seen.contains(stage::kFeatures), config.strong.tuning == config::Tuning::HeadOnly);
  }

  // The ceiling learns from the images that the student sees.
  void augmentationReachesACeilingThatReadsImages() {
    config::ExperimentConfig config;
    config.strong.tuning = config::Tuning::Full;
    const auto before = fingerprints(config, inputs());
    config.supervision.augmentation = config::Augmentation::ShiftFlip;
    const auto after = fingerprints(config, inputs());
    QVERIFY(before.at(stage::kCeiling) != after.at(stage::kCeiling));
  }

  void theCommonCeilingIsTheCeilingOfTheExperimentItIsTakenFrom_data() {
    QTest::addColumn<bool>("own_recipe");
    QTest::newRow("by the student's recipe") << false;
    QTest::newRow("by its own recipe") << true;
  }
  void theCommonCeilingIsTheCeilingOfTheExperimentItIsTakenFrom() {
    QFETCH(bool, own_recipe);
    config::ExperimentConfig demo;
    PlanInputs in = inputs();
    const std::string ceiling = fingerprints(demo, in).at(stage::kCeiling);

    config::ExperimentConfig control;
    control.strong.backbone = config::PixelsBackbone{.size = 28};
    control.common_ceiling.train = true;
    control.supervision.shuffle = true;
    control.task.validation_rows = 100;
    if (own_recipe) {
      control.optimizer.learning_rate.base = 0.5;
      control.common_ceiling.recipe = config::OwnRecipe{};
    }
    in.common_backbone = in.strong_backbone;
    in.strong_backbone = {};
    in.validation_rows = "fewer";
    const auto planned = fingerprints(control, in);
    QCOMPARE(planned.at(stage::kCommonCeiling), ceiling);
    QVERIFY(planned.at(stage::kCeiling) != ceiling);
  }

  void aReferenceThatIsTheCeilingItselfIsNotTrainedTwice() {
    config::ExperimentConfig config;
    config.common_ceiling.train = true;
    PlanInputs in = inputs();
    in.common_backbone = in.strong_backbone;
    QVERIFY(!fingerprints(config, in).contains(stage::kCommonCeiling));
  }

  void withoutItsSwitchThereIsNoCommonCeiling() {
    config::ExperimentConfig config = fullConfig();
    config.common_ceiling.train = false;
    QVERIFY(!fingerprints(config, inputs()).contains(stage::kCommonCeiling));
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

W2S_TEST(TstPlan)
#include "tst_plan.moc"
