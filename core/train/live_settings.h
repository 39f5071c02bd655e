// The settings of a training that may change while it goes on: which changes are due before a step
// (those of a record that is repeated, then those of a person), and what they change. Thread: the
// training's.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/record/live_parameters.h"
#include "core/record/run_control.h"
#include "core/train/trainer.h"

namespace w2s::train {

class LiveSettings {
 public:
  LiveSettings(const TrainingSetup& setup, record::RunControl& control)
      : replay_(setup.replay), accepts_changes_(setup.accepts_changes), control_(control) {
    config_.objective = setup.objective;
    config_.optimizer = setup.optimizer;
  }

  // Objective and optimizer alone are used.
  [[nodiscard]] const config::ExperimentConfig& config() const {
    return config_;
  }
  [[nodiscard]] const config::ObjectiveConfig& objective() const {
    return config_.objective;
  }
  [[nodiscard]] const config::OptimizerConfig& optimizer() const {
    return config_.optimizer;
  }

  // Before the step that follows `step` completed ones, in their order. Each is given once.
  [[nodiscard]] record::LiveValues due(std::int64_t step) {
    record::LiveValues changes;
    for (; next_ < replay_.size() && replay_[next_].step <= step; ++next_) {
      changes.emplace_back(replay_[next_].parameter, replay_[next_].new_value);
    }
    if (accepts_changes_) {
      std::ranges::move(control_.takeChanges(), std::back_inserter(changes));
      std::ranges::move(control_.takeCommonChanges(step), std::back_inserter(changes));
    }
    return changes;
  }

  // Empty: nothing new, a parameter that this objective does not have, or a damaged record.
  [[nodiscard]] std::optional<record::Intervention> adopt(const record::LiveParameter& parameter,
                                                          double value, std::int64_t step) {
    if (parameter == record::LiveParameter::Steps) {
      value = std::max(std::round(value), static_cast<double>(std::max<std::int64_t>(step, 1)));
    }
    const double old_value = valueIn(config_, parameter);
    if (value == old_value || std::isnan(old_value) || std::isnan(value)) {
      return std::nullopt;
    }
    setValueIn(config_, parameter, value);
    return record::Intervention{
        .step = step, .parameter = parameter, .old_value = old_value, .new_value = value};
  }

  // As they were after `step`. Changes of a record before it are passed over and none is due again; of
  // those that the runs of an experiment adopt together, the ones after it are (RunControl::goBack).
  void goTo(std::int64_t step, const std::map<std::string, double>& values) {
    for (const auto& [key, value] : values) {
      setValueIn(config_, record::LiveParameter(key), value);
    }
    while (next_ < replay_.size() && replay_[next_].step < step) {
      ++next_;
    }
    if (accepts_changes_) {
      control_.goBack(step);
    }
  }

 private:
  config::ExperimentConfig config_;
  std::vector<record::Intervention> replay_;  // ordered by step
  std::size_t next_ = 0;
  bool accepts_changes_;
  record::RunControl& control_;
};

}  // namespace w2s::train
