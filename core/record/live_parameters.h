// The settings that may change while a student trains: every number whose description says so
// (config::Field::live), by its dotted key. The engine reads one immutable snapshot a batch; a
// change is adopted at the next batch boundary and recorded as an intervention. Only the student
// follows them: the ceiling keeps the configured recipe, so floor and ceiling stay comparable and
// cached. Events, files and checkpoints name them by key. Values; any thread.
#pragma once

#include <compare>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/config/experiment_config.h"

namespace w2s::record {

class LiveParameter {
 public:
  LiveParameter() = default;  // none: its key is empty
  explicit LiveParameter(std::string key) : key_(std::move(key)) {}

  // "objective.kd_weight.base", "objective.term.NAME.weight.base", "optimizer.steps"
  [[nodiscard]] const std::string& key() const {
    return key_;
  }
  friend bool operator==(const LiveParameter&, const LiveParameter&) = default;
  friend std::strong_ordering operator<=>(const LiveParameter&, const LiveParameter&) = default;

  // Those of every experiment; those of further terms come on top.
  static const LiveParameter KdWeight;
  static const LiveParameter Temperature;
  static const LiveParameter ConfidenceWeight;
  static const LiveParameter ConfidenceWarmup;
  static const LiveParameter GroundTruthWeight;
  static const LiveParameter EntropyWeight;
  static const LiveParameter LearningRate;
  static const LiveParameter Steps;

 private:
  std::string key_;
};

inline const LiveParameter LiveParameter::KdWeight{"objective.kd_weight.base"};
inline const LiveParameter LiveParameter::Temperature{"objective.temperature"};
inline const LiveParameter LiveParameter::ConfidenceWeight{"objective.confidence_weight.base"};
inline const LiveParameter LiveParameter::ConfidenceWarmup{"objective.confidence_weight.warmup"};
inline const LiveParameter LiveParameter::GroundTruthWeight{"objective.ground_truth_weight.base"};
inline const LiveParameter LiveParameter::EntropyWeight{"objective.entropy_weight.base"};
inline const LiveParameter LiveParameter::LearningRate{"optimizer.learning_rate.base"};
inline const LiveParameter LiveParameter::Steps{"optimizer.steps"};

[[nodiscard]] inline const std::string& keyOf(const LiveParameter& parameter) {
  return parameter.key();
}

using LiveValues = std::vector<std::pair<LiveParameter, double>>;

// All of a configuration with their values, in the order of its settings.
[[nodiscard]] LiveValues liveValuesOf(const config::ExperimentConfig& config);

// Reads and writes the parameter inside a configuration (steps are rounded, and not beyond
// 2^53). Of a parameter that the configuration does not have, NaN is read and nothing is written.
[[nodiscard]] double valueIn(const config::ExperimentConfig& config,
                             const LiveParameter& parameter);
void setValueIn(config::ExperimentConfig& config, const LiveParameter& parameter, double value);

// A live change, as recorded: adopted before the batch with index `step` (0-based) of the student
// stage.
struct Intervention {
  std::int64_t step = 0;
  LiveParameter parameter = LiveParameter::KdWeight;
  double old_value = 0.0;
  double new_value = 0.0;
  friend bool operator==(const Intervention&, const Intervention&) = default;
};

// The settings in force before the batch with index `step`: those of the start, with the live
// changes adopted by then; without a step, with all of them.
[[nodiscard]] config::ExperimentConfig configAfter(
    config::ExperimentConfig config, std::span<const Intervention> changes,
    double step = std::numeric_limits<double>::infinity());

}  // namespace w2s::record
