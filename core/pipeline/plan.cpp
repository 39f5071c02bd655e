#include "core/pipeline/plan.h"

#include <initializer_list>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "core/base/hash.h"
#include "core/config/fingerprint.h"

namespace w2s::pipeline {
namespace {

// Raise a stage's number whenever its code changes what it computes; older cache entries then no
// longer apply.
constexpr int kWeakSupervisorVersion = 3;
constexpr int kWeakLabelsVersion = 2;
constexpr int kCeilingVersion = 4;
constexpr int kReferenceVersion = 1;
constexpr int kStudentVersion = 3;

// What can change the result of a stage, beside device, data and seed.
struct Ingredients {
  std::string_view kind;  // two stages of one kind with equal ingredients share a cache entry
  int version = 0;
  std::vector<std::string> settings;  // canonical texts, hashes of rows and of stored weights
  std::vector<std::string> inputs;    // fingerprints
};

// The one rule of fingerprints.
std::string fingerprintOf(const Ingredients& stage, const PlanInputs& run) {
  Hasher hasher;
  hasher.add(stage.kind).add(stage.version).add(run.device).add(run.data).add(run.seed);
  for (const auto* texts : {&stage.settings, &stage.inputs}) {
    hasher.add(static_cast<std::int64_t>(texts->size()));
    for (const std::string& text : *texts) {
      hasher.add(text);
    }
  }
  return hasher.hex();
}

// How a strong model is trained on ground truth, be it a run's own ceiling, a reference, or the
// common ceiling. No such model meets validation rows. Images are augmented as the student's are,
// where the model reads images at all. Features follow from what is listed, so their fingerprint is
// not: a common ceiling has no features stage.
struct GroundTruthModel {
  const config::ModelConfig& model;
  const std::string& stored_weights;
  const config::OptimizerConfig& optimizer;
  config::Augmentation augmentation = config::Augmentation::None;
};

std::vector<std::string> settingsOf(const GroundTruthModel& trained, const std::string& rows,
                                    const config::EvaluationConfig& evaluation,
                                    const PlanInputs& run) {
  return {trained.stored_weights,
          rows,
          run.test_rows,
          config::canonicalText(trained.model),
          config::canonicalText(trained.optimizer),
          std::to_string(evaluationInterval(evaluation, trained.model, trained.optimizer.steps)),
          usesFrozenFeatures(trained.model) ? std::to_string(kFeaturesVersion)
                                            : std::string(config::nameOf(trained.augmentation))};
}

config::OptimizerConfig withSteps(config::OptimizerConfig optimizer, std::int64_t steps) {
  if (steps > 0) {
    optimizer.steps = steps;
  }
  return optimizer;
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
  const std::int64_t evaluations = usesFrozenFeatures(model) ? 40 : 10;
  // The largest 1, 2 or 5 times a power of ten that is at most steps / evaluations, in whole
  // numbers: fingerprints must not depend on the rounding of a logarithm.
  std::int64_t interval = 1;
  for (std::int64_t decade = 1; decade * evaluations <= steps; decade *= 10) {
    for (const std::int64_t lead : {1, 2, 5}) {
      if (lead * decade * evaluations <= steps) {
        interval = lead * decade;
      }
    }
  }
  return interval;
}

std::vector<record::PlannedStage> makePlan(const config::ExperimentConfig& config,
                                           const PlanInputs& inputs) {
  using config::canonicalText;
  std::vector<record::PlannedStage> stages;
  const auto add = [&](const char* id, const Ingredients& ingredients,
                       std::int64_t steps) -> record::PlannedStage& {
    stages.push_back(record::describedStage(id));
    stages.back().fingerprint = fingerprintOf(ingredients, inputs);
    stages.back().steps = steps;
    return stages.back();
  };
  const config::OptimizerConfig ceiling_recipe = withSteps(config.optimizer, inputs.ceiling_steps);

  Ingredients weak{
      .kind = record::stage::kWeak,
      .version = kWeakSupervisorVersion,
      .settings = {inputs.weak_rows, inputs.test_rows, inputs.weak_backbone,
                   fmt::format("{}", config.task.label_noise), canonicalText(config.weak.front())}};
  if (!isTree(config.weak.front())) {
    weak.settings.push_back(canonicalText(config.weak_optimizer));
    weak.settings.push_back(std::to_string(
        evaluationInterval(config.evaluation, config.weak.front(), config.weak_optimizer.steps)));
  }
  const std::string weak_fingerprint =
      add(record::stage::kWeak, weak, isTree(config.weak.front()) ? 0 : config.weak_optimizer.steps)
          .fingerprint;

  record::PlannedStage& labels =
      add(record::stage::kWeakLabels,
          {.kind = record::stage::kWeakLabels,
           .version = kWeakLabelsVersion,
           .settings = {inputs.transfer_rows, inputs.validation_rows, inputs.test_rows},
           .inputs = {weak_fingerprint}},
          0);
  labels.inputs = {{"model", record::stage::kWeak}};
  const std::string labels_fingerprint = labels.fingerprint;

  std::vector<record::StageInput> strong_inputs;
  std::vector<std::string> student_inputs{labels_fingerprint};
  if (usesFrozenFeatures(config.strong)) {
    student_inputs.push_back(
        add(record::stage::kFeatures,
            {.kind = record::stage::kFeatures,
             .version = kFeaturesVersion,
             .settings = {inputs.strong_backbone, inputs.transfer_rows, inputs.validation_rows,
                          inputs.test_rows, canonicalText(config.strong)}},
            0)
            .fingerprint);
    strong_inputs.push_back({"features", record::stage::kFeatures});
  }

  const GroundTruthModel own{.model = config.strong,
                             .stored_weights = inputs.strong_backbone,
                             .optimizer = ceiling_recipe,
                             .augmentation = config.supervision.augmentation};
  record::PlannedStage& ceiling =
      add(record::stage::kCeiling,
          {.kind = record::stage::kCeiling,
           .version = kCeilingVersion,
           .settings = settingsOf(own, inputs.transfer_rows, config.evaluation, inputs)},
          ceiling_recipe.steps);
  ceiling.inputs = strong_inputs;
  const std::string ceiling_fingerprint = ceiling.fingerprint;

  // Only the summary waits for the references: they start after what the student's first step
  // needs.
  std::vector<record::StageId> before_references;
  for (const record::PlannedStage& planned : stages) {
    if (planned.id != record::stage::kCeiling) {
      before_references.push_back(planned.id);
    }
  }
  if (config.reference.weak_rows) {
    const GroundTruthModel reference{.model = config.strong,
                                     .stored_weights = inputs.strong_backbone,
                                     .optimizer = ceiling_recipe};
    Ingredients ingredients{
        .kind = record::stage::kReference,
        .version = kReferenceVersion,
        .settings = settingsOf(reference, inputs.weak_rows, config.evaluation, inputs)};
    ingredients.settings.push_back(fmt::format("{}", config.task.label_noise));
    add(record::stage::kReference, ingredients, ceiling_recipe.steps).after = before_references;
  }
  if (config.common_ceiling.train) {
    // A recipe of its own has a length of its own.
    const bool is_own = std::holds_alternative<config::OwnRecipe>(config.common_ceiling.recipe);
    const config::OptimizerConfig recipe =
        withSteps(commonRecipe(config), is_own ? 0 : inputs.ceiling_steps);
    const GroundTruthModel common{.model = config.common_ceiling.model,
                                  .stored_weights = inputs.common_backbone,
                                  .optimizer = recipe};
    const Ingredients ingredients{
        .kind = record::stage::kCeiling,
        .version = kCeilingVersion,
        .settings = settingsOf(common, inputs.transfer_rows, config.evaluation, inputs)};
    if (fingerprintOf(ingredients, inputs) != ceiling_fingerprint) {
      add(record::stage::kCommonCeiling, ingredients, recipe.steps).after = before_references;
    }
  }

  record::PlannedStage& student = add(
      record::stage::kStudent,
      {.kind = record::stage::kStudent,
       .version = kStudentVersion,
       .settings = {inputs.strong_backbone, inputs.transfer_rows, inputs.validation_rows,
                    inputs.test_rows, canonicalText(config.strong), canonicalText(config.optimizer),
                    std::to_string(evaluationInterval(config.evaluation, config.strong,
                                                      config.optimizer.steps)),
                    canonicalText(config.supervision), canonicalText(config.objective),
                    canonicalText(config.evaluation)},
       .inputs = student_inputs},
      config.optimizer.steps);
  student.inputs = std::move(strong_inputs);
  student.inputs.push_back({"labels", record::stage::kWeakLabels});
  if (config.supervision.delivery == config::Delivery::Live) {
    student.inputs.push_back({"model", record::stage::kWeak});
  }
  return stages;
}

}  // namespace w2s::pipeline
