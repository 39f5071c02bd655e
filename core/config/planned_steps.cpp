#include "core/config/planned_steps.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/config/slot.h"

namespace w2s::config {
namespace {

bool runsOverSteps(const Schedule& schedule) {
  const bool decays =
      schedule.shape == ScheduleShape::Linear || schedule.shape == ScheduleShape::Cosine;
  return schedule.base != 0.0 && (schedule.warmup > 0.0 || decays);
}

}  // namespace

std::vector<std::string> schedulesOverSteps(const ExperimentConfig& config) {
  const ObjectiveConfig& objective = config.objective;
  std::vector<std::string> keys;
  const auto look = [&keys](std::string key, const Schedule& schedule) {
    if (runsOverSteps(schedule)) {
      keys.push_back(std::move(key));
    }
  };
  look("objective.kd_weight", objective.kd_weight);
  if (!std::holds_alternative<NoConfidence>(objective.confidence)) {
    look("objective.confidence_weight", objective.confidence_weight);
  }
  look("objective.ground_truth_weight", objective.ground_truth_weight);
  look("objective.entropy_weight", objective.entropy_weight);
  for (const TermConfig& term : objective.terms) {
    look(joinKey(joinKey("objective.term", term.name), "weight"), term.weight);
  }
  look("optimizer.learning_rate", config.optimizer.learning_rate);
  return keys;
}

Sentence whatMoreStepsMean(const ExperimentConfig& config, std::int64_t taken, std::int64_t steps) {
  const std::vector<std::string> keys = schedulesOverSteps(config);
  if (keys.empty()) {
    return {};
  }
  return sentence(
      "Schedules that run over the planned steps: {0}. Up to step {1} they are those of the "
      "shorter "
      "run, after it those of {2} steps, so a run of {2} steps from its start gives other numbers.",
      fmt::format("{}", fmt::join(keys, ", ")), taken, steps);
}

}  // namespace w2s::config
