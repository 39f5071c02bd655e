#include "core/record/live_parameters.h"

#include <cmath>

namespace w2s::record {
namespace {

// One place that says where a parameter lives; `use` gets a reference to it.
template <class Config, class Use>
void withField(Config& config, LiveParameter parameter, Use&& use) {
  switch (parameter) {
    case LiveParameter::KdWeight:
      use(config.objective.kd_weight.base);
      return;
    case LiveParameter::Temperature:
      use(config.objective.temperature);
      return;
    case LiveParameter::ConfidenceWeight:
      use(config.objective.confidence_weight.base);
      return;
    case LiveParameter::ConfidenceWarmup:
      use(config.objective.confidence_weight.warmup);
      return;
    case LiveParameter::GroundTruthWeight:
      use(config.objective.ground_truth_weight.base);
      return;
    case LiveParameter::EntropyWeight:
      use(config.objective.entropy_weight.base);
      return;
    case LiveParameter::LearningRate:
      use(config.optimizer.learning_rate.base);
      return;
    case LiveParameter::Steps:
      use(config.optimizer.steps);
      return;
  }
}

}  // namespace

double valueIn(const config::ExperimentConfig& config, LiveParameter parameter) {
  double value = 0.0;
  withField(config, parameter, [&](const auto& field) { value = static_cast<double>(field); });
  return value;
}

void setValueIn(config::ExperimentConfig& config, LiveParameter parameter, double value) {
  withField(config, parameter, [&]<class T>(T& field) {
    if constexpr (std::is_integral_v<T>) {
      field = static_cast<T>(std::llround(value));
    } else {
      field = value;
    }
  });
}

}  // namespace w2s::record
