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

namespace {

// One function a stage, in the order of the plan: a stage may name those before it.
class Planner {
 public:
  Planner(const config::ExperimentConfig& config, const PlanInputs& inputs)
      : config_(config),
        inputs_(inputs),
        ceiling_recipe_(withSteps(config.optimizer, inputs.ceiling_steps)) {}

  std::vector<record::PlannedStage> plan() {
    addWeakSupervisor();
    addWeakLabels();
    if (usesFrozenFeatures(config_.strong)) {
      addFeatures();
    }
    // Only the summary waits for the references: they start after what the student's first step
    // needs.
    for (const record::PlannedStage& planned : stages_) {
      before_references_.push_back(planned.id);
    }
    addCeiling();
    if (config_.reference.weak_rows) {
      addReference();
    }
    if (config_.common_ceiling.train) {
      addCommonCeiling();
    }
    addStudent();
    return std::move(stages_);
  }

 private:
  record::PlannedStage& add(const char* id, const Ingredients& ingredients, std::int64_t steps) {
    stages_.push_back(record::describedStage(id));
    stages_.back().fingerprint = fingerprintOf(ingredients, inputs_);
    stages_.back().steps = steps;
    return stages_.back();
  }

  void addWeakSupervisor() {
    const config::SupervisorConfig& weak = config_.weak.front();
    Ingredients ingredients{
        .kind = record::stage::kWeak,
        .version = kWeakSupervisorVersion,
        .settings = {inputs_.weak_rows, inputs_.test_rows, inputs_.weak_backbone,
                     fmt::format("{}", config_.task.label_noise), config::canonicalText(weak)}};
    if (!isTree(weak)) {
      ingredients.settings.push_back(config::canonicalText(config_.weak_optimizer));
      ingredients.settings.push_back(std::to_string(
          evaluationInterval(config_.evaluation, weak, config_.weak_optimizer.steps)));
    }
    weak_ = add(record::stage::kWeak, ingredients, isTree(weak) ? 0 : config_.weak_optimizer.steps)
                .fingerprint;
  }

  void addWeakLabels() {
    record::PlannedStage& labels =
        add(record::stage::kWeakLabels,
            {.kind = record::stage::kWeakLabels,
             .version = kWeakLabelsVersion,
             .settings = {inputs_.transfer_rows, inputs_.validation_rows, inputs_.test_rows},
             .inputs = {weak_}},
            0);
    labels.inputs = {{"model", record::stage::kWeak}};
    student_inputs_.push_back(labels.fingerprint);
  }

  void addFeatures() {
    student_inputs_.push_back(
        add(record::stage::kFeatures,
            {.kind = record::stage::kFeatures,
             .version = kFeaturesVersion,
             .settings = {inputs_.strong_backbone, inputs_.transfer_rows, inputs_.validation_rows,
                          inputs_.test_rows, config::canonicalText(config_.strong)}},
            0)
            .fingerprint);
    strong_inputs_.push_back({"features", record::stage::kFeatures});
  }

  void addCeiling() {
    const GroundTruthModel own{.model = config_.strong,
                               .stored_weights = inputs_.strong_backbone,
                               .optimizer = ceiling_recipe_,
                               .augmentation = config_.supervision.augmentation};
    record::PlannedStage& ceiling =
        add(record::stage::kCeiling,
            {.kind = record::stage::kCeiling,
             .version = kCeilingVersion,
             .settings = settingsOf(own, inputs_.transfer_rows, config_.evaluation, inputs_)},
            ceiling_recipe_.steps);
    ceiling.inputs = strong_inputs_;
    ceiling_ = ceiling.fingerprint;
  }

  void addReference() {
    const GroundTruthModel reference{.model = config_.strong,
                                     .stored_weights = inputs_.strong_backbone,
                                     .optimizer = ceiling_recipe_};
    Ingredients ingredients{
        .kind = record::stage::kReference,
        .version = kReferenceVersion,
        .settings = settingsOf(reference, inputs_.weak_rows, config_.evaluation, inputs_)};
    ingredients.settings.push_back(fmt::format("{}", config_.task.label_noise));
    add(record::stage::kReference, ingredients, ceiling_recipe_.steps).after = before_references_;
  }

  // None where it would be the run's own ceiling.
  void addCommonCeiling() {
    // A recipe of its own has a length of its own.
    const bool is_own = std::holds_alternative<config::OwnRecipe>(config_.common_ceiling.recipe);
    const config::OptimizerConfig recipe =
        withSteps(commonRecipe(config_), is_own ? 0 : inputs_.ceiling_steps);
    const GroundTruthModel common{.model = config_.common_ceiling.model,
                                  .stored_weights = inputs_.common_backbone,
                                  .optimizer = recipe};
    const Ingredients ingredients{
        .kind = record::stage::kCeiling,
        .version = kCeilingVersion,
        .settings = settingsOf(common, inputs_.transfer_rows, config_.evaluation, inputs_)};
    if (fingerprintOf(ingredients, inputs_) != ceiling_) {
      add(record::stage::kCommonCeiling, ingredients, recipe.steps).after = before_references_;
    }
  }

  void addStudent() {
    record::PlannedStage& student =
        add(record::stage::kStudent,
            {.kind = record::stage::kStudent,
             .version = kStudentVersion,
             .settings = {inputs_.strong_backbone, inputs_.transfer_rows, inputs_.validation_rows,
                          inputs_.test_rows, config::canonicalText(config_.strong),
                          config::canonicalText(config_.optimizer),
                          std::to_string(evaluationInterval(config_.evaluation, config_.strong,
                                                            config_.optimizer.steps)),
                          config::canonicalText(config_.supervision),
                          config::canonicalText(config_.objective),
                          config::canonicalText(config_.evaluation)},
             .inputs = student_inputs_},
            config_.optimizer.steps);
    student.inputs = strong_inputs_;
    student.inputs.push_back({"labels", record::stage::kWeakLabels});
    if (config_.supervision.delivery == config::Delivery::Live) {
      student.inputs.push_back({"model", record::stage::kWeak});
    }
  }

  const config::ExperimentConfig& config_;
  const PlanInputs& inputs_;
  const config::OptimizerConfig ceiling_recipe_;
  std::vector<record::PlannedStage> stages_;
  // Fingerprints of stages that are added.
  std::string weak_;
  std::string ceiling_;
  std::vector<std::string> student_inputs_;
  std::vector<record::StageInput> strong_inputs_;
  std::vector<record::StageId> before_references_;
};

}  // namespace

std::vector<record::PlannedStage> makePlan(const config::ExperimentConfig& config,
                                           const PlanInputs& inputs) {
  return Planner(config, inputs).plan();
}

}  // namespace w2s::pipeline
