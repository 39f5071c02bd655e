// The parameters that may change while a student trains. The engine reads one immutable snapshot a
// batch; a change is adopted at the next batch boundary and recorded as an intervention. Only the
// student follows them: the ceiling keeps the configured recipe, so floor and ceiling stay
// comparable and cached.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "core/config/experiment_config.h"

namespace w2s::record {

enum class LiveParameter {
  KdWeight,
  Temperature,
  ConfidenceWeight,
  ConfidenceWarmup,
  GroundTruthWeight,
  EntropyWeight,
  LearningRate,
  Steps,
};

inline constexpr std::array<LiveParameter, 8> kAllLiveParameters{
    LiveParameter::KdWeight,          LiveParameter::Temperature,
    LiveParameter::ConfidenceWeight,  LiveParameter::ConfidenceWarmup,
    LiveParameter::GroundTruthWeight, LiveParameter::EntropyWeight,
    LiveParameter::LearningRate,      LiveParameter::Steps};

// Dotted configuration keys, e.g. "objective.kd_weight.base", "optimizer.steps": the names in
// events and files.
[[nodiscard]] constexpr std::string_view keyOf(LiveParameter parameter) {
  switch (parameter) {
    case LiveParameter::KdWeight:
      return "objective.kd_weight.base";
    case LiveParameter::Temperature:
      return "objective.temperature";
    case LiveParameter::ConfidenceWeight:
      return "objective.confidence_weight.base";
    case LiveParameter::ConfidenceWarmup:
      return "objective.confidence_weight.warmup";
    case LiveParameter::GroundTruthWeight:
      return "objective.ground_truth_weight.base";
    case LiveParameter::EntropyWeight:
      return "objective.entropy_weight.base";
    case LiveParameter::LearningRate:
      return "optimizer.learning_rate.base";
    case LiveParameter::Steps:
      return "optimizer.steps";
  }
  return {};
}

// Reads and writes the parameter inside a configuration (steps are rounded).
[[nodiscard]] double valueIn(const config::ExperimentConfig& config, LiveParameter parameter);
void setValueIn(config::ExperimentConfig& config, LiveParameter parameter, double value);

// A live change, as recorded: adopted before the batch with index `step` (0-based) of the student
// stage.
struct Intervention {
  std::int64_t step = 0;
  LiveParameter parameter = LiveParameter::KdWeight;
  double old_value = 0.0;
  double new_value = 0.0;
  friend bool operator==(const Intervention&, const Intervention&) = default;
};

}  // namespace w2s::record
