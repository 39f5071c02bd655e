#include "core/pipeline/plan.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/base/hash.h"
#include "core/config/fingerprint.h"

namespace w2s::pipeline {
namespace {

// Raise a stage's number whenever its code changes what it computes; older cache entries then no
// longer apply.
constexpr int kWeakSupervisorVersion = 2;
constexpr int kWeakLabelsVersion = 1;
constexpr int kCeilingVersion = 3;
constexpr int kStudentVersion = 2;

// A strong model on ground truth, be it a run's own ceiling or the common one: what can change its
// result, and no more. It never meets validation rows. Images are augmented as the student's are,
// where it reads images at all.
struct GroundTruthModel {
  const config::ModelConfig& model;
  const std::string& stored_weights;
  const config::OptimizerConfig& optimizer;
  config::Augmentation augmentation = config::Augmentation::None;
};

std::string ceilingFingerprint(const GroundTruthModel& trained,
                               const config::EvaluationConfig& evaluation,
                               const PlanInputs& inputs) {
  Hasher ceiling;
  ceiling.add(record::stage::kCeiling).add(kCeilingVersion);
  ceiling.add(inputs.device).add(inputs.data).add(inputs.seed).add(trained.stored_weights);
  ceiling.add(inputs.transfer_rows).add(inputs.test_rows);
  ceiling.add(config::canonicalText(trained.model)).add(config::canonicalText(trained.optimizer));
  ceiling.add(evaluationInterval(evaluation, trained.model, trained.optimizer.steps));
  if (usesFrozenFeatures(trained.model)) {
    ceiling.add(kFeaturesVersion);
  } else {
    ceiling.add(config::nameOf(trained.augmentation));
  }
  return ceiling.hex();
}

}  // namespace

const config::OptimizerConfig& commonRecipe(const config::ExperimentConfig& config) {
  const auto* own = std::get_if<config::OwnRecipe>(&config.common_ceiling.recipe);
  return own != nullptr ? own->optimizer : config.optimizer;
}

bool usesFrozenFeatures(const config::ModelConfig& model) {
  return model.tuning == config::Tuning::HeadOnly;
}

bool isTree(const config::ModelConfig& model) {
  return std::holds_alternative<config::TreeHead>(model.head);
}

std::int64_t evaluationInterval(const config::EvaluationConfig& evaluation,
                                const config::ModelConfig& model, std::int64_t steps) {
  if (evaluation.every > 0) {
    return evaluation.every;
  }
  const double evaluations = usesFrozenFeatures(model) ? 40.0 : 10.0;
  const double wanted = std::max(1.0, static_cast<double>(steps) / evaluations);
  const double decade = std::pow(10.0, std::floor(std::log10(wanted)));
  const double lead = wanted / decade;
  return static_cast<std::int64_t>(decade * (lead < 2.0 ? 1.0 : lead < 5.0 ? 2.0 : 5.0));
}

std::vector<record::PlannedStage> makePlan(const config::ExperimentConfig& config,
                                           const PlanInputs& inputs) {
  using config::canonicalText;
  std::vector<record::PlannedStage> stages;
  const auto add = [&stages](const char* id, std::string fingerprint,
                             std::int64_t steps) -> record::PlannedStage& {
    stages.push_back(record::describedStage(id));
    stages.back().fingerprint = std::move(fingerprint);
    stages.back().steps = steps;
    return stages.back();
  };

  Hasher weak;
  weak.add(record::stage::kWeak).add(kWeakSupervisorVersion);
  weak.add(inputs.device).add(inputs.data).add(inputs.seed);
  weak.add(inputs.weak_rows).add(inputs.test_rows).add(inputs.weak_backbone);
  weak.add(fmt::format("{}", config.task.label_noise)).add(canonicalText(config.weak));
  if (!isTree(config.weak)) {
    weak.add(canonicalText(config.weak_optimizer));
    weak.add(evaluationInterval(config.evaluation, config.weak, config.weak_optimizer.steps));
  }
  add(record::stage::kWeak, weak.hex(), isTree(config.weak) ? 0 : config.weak_optimizer.steps);

  Hasher labels;
  labels.add(record::stage::kWeakLabels).add(kWeakLabelsVersion).add(stages[0].fingerprint);
  labels.add(inputs.transfer_rows).add(inputs.validation_rows).add(inputs.test_rows);
  add(record::stage::kWeakLabels, labels.hex(), 0).inputs = {{"model", record::stage::kWeak}};

  std::vector<record::StageInput> strong_inputs;
  std::string features_fingerprint;
  if (usesFrozenFeatures(config.strong)) {
    Hasher features;
    features.add(record::stage::kFeatures).add(kFeaturesVersion);
    features.add(inputs.device).add(inputs.data).add(inputs.strong_backbone).add(inputs.seed);
    features.add(inputs.transfer_rows).add(inputs.validation_rows).add(inputs.test_rows);
    features.add(canonicalText(config.strong));
    features_fingerprint = features.hex();
    add(record::stage::kFeatures, features_fingerprint, 0);
    strong_inputs.push_back({"features", record::stage::kFeatures});
  }

  // The student's side of the recipe it shares with the ceiling.
  Hasher recipe;
  recipe.add(inputs.device).add(inputs.data).add(inputs.seed).add(inputs.strong_backbone);
  recipe.add(inputs.transfer_rows).add(inputs.validation_rows).add(inputs.test_rows);
  recipe.add(features_fingerprint).add(canonicalText(config.strong));
  recipe.add(canonicalText(config.optimizer));
  recipe.add(evaluationInterval(config.evaluation, config.strong, config.optimizer.steps));
  const std::string recipe_hash = recipe.hex();

  const std::string ceiling = ceilingFingerprint({.model = config.strong,
                                                  .stored_weights = inputs.strong_backbone,
                                                  .optimizer = config.optimizer,
                                                  .augmentation = config.supervision.augmentation},
                                                 config.evaluation, inputs);
  add(record::stage::kCeiling, ceiling, config.optimizer.steps).inputs = strong_inputs;

  if (config.common_ceiling.train) {
    const config::OptimizerConfig& optimizer = commonRecipe(config);
    const std::string common = ceilingFingerprint({.model = config.common_ceiling.model,
                                                   .stored_weights = inputs.common_backbone,
                                                   .optimizer = optimizer},
                                                  config.evaluation, inputs);
    if (common != ceiling) {
      // Only the summary waits for it: it starts after what the student's first step needs.
      std::vector<record::StageId> after;
      for (const record::PlannedStage& planned : stages) {
        if (planned.id != record::stage::kCeiling) {
          after.push_back(planned.id);
        }
      }
      add(record::stage::kCommonCeiling, common, optimizer.steps).after = std::move(after);
    }
  }

  Hasher student;
  student.add(record::stage::kStudent).add(kStudentVersion).add(recipe_hash);
  student.add(stages[1].fingerprint).add(canonicalText(config.supervision));
  student.add(canonicalText(config.objective)).add(canonicalText(config.evaluation));
  strong_inputs.push_back({"labels", record::stage::kWeakLabels});
  add(record::stage::kStudent, student.hex(), config.optimizer.steps).inputs =
      std::move(strong_inputs);
  return stages;
}

}  // namespace w2s::pipeline
