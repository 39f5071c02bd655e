#include "core/pipeline/plan.h"

#include <algorithm>
#include <cassert>
#include <initializer_list>
#include <utility>

#include "core/base/hash.h"
#include "core/objective/terms.h"

namespace w2s::pipeline {
const record::PlannedStage* PlanDraft::find(const record::StageId& id) const {
  const auto found = std::ranges::find(stages_, id, &record::PlannedStage::id);
  return found == stages_.end() ? nullptr : &*found;
}

record::PlannedStage& PlanDraft::add(record::PlannedStage described,
                                     const Ingredients& ingredients) {
  described.fingerprint = fingerprintOf(ingredients);
  stages_.push_back(std::move(described));
  return stages_.back();
}

std::string PlanDraft::fingerprintOf(const Ingredients& ingredients) const {
  std::vector<std::string> made_of;
  for (const record::StageId& id : ingredients.made_of) {
    const record::PlannedStage* const stage = find(id);
    assert(stage != nullptr);
    made_of.push_back(stage->fingerprint);
  }
  Hasher hasher;
  hasher.add(ingredients.kind)
      .add(ingredients.version)
      .add(inputs.device)
      .add(inputs.data)
      .add(inputs.seed);
  for (const auto* texts : {&ingredients.settings, &std::as_const(made_of)}) {
    hasher.add(static_cast<std::int64_t>(texts->size()));
    for (const std::string& text : *texts) {
      hasher.add(text);
    }
  }
  return hasher.hex();
}

config::OptimizerConfig PlanDraft::ceilingRecipe() const {
  config::OptimizerConfig recipe = config.optimizer;
  if (inputs.ceiling_steps > 0) {
    recipe.steps = inputs.ceiling_steps;
  }
  return recipe;
}

void setTraining(record::PlannedStage& stage, std::int64_t steps,
                 const config::ObjectiveConfig& objective) {
  stage.steps = steps;
  if (steps > 0) {
    stage.series = record::trainingSchema(objective::namesOf(objective::termsOf(objective)));
  }
}

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

}  // namespace w2s::pipeline
