// What the settings began as: a preset, a configuration file or a recorded run. "Changed" and
// "reset to preset" refer to it, the tool bar names it, and undo brings an earlier one back.
#pragma once

#include <cstdint>
#include <vector>

#include <QString>

#include "core/config/experiment_config.h"

namespace w2s::ui {

struct SettingsBasis {
  enum class Kind { Preset, File, Run };

  Kind kind = Kind::Preset;
  QString name;      // "fashion-demo", the file's absolute path, the run's id
  QString title;     // "Fashion demo"
  QString sentence;  // what to look for
  config::ExperimentConfig config;
  double steps_per_second = 0.0;  // a watchable pace to begin with; 0 = as fast as possible
};

// A run of a few hundred steps is a blink at full speed, so these begin at a pace that can be
// watched.
[[nodiscard]] SettingsBasis presetBasis(const QString& name, const QString& title,
                                        const QString& sentence,
                                        const config::ExperimentConfig& config);
[[nodiscard]] SettingsBasis fileBasis(const QString& path, const config::ExperimentConfig& config);
// `config`: what the run began with.
[[nodiscard]] SettingsBasis runBasis(const QString& id, const config::ExperimentConfig& config);

// Of one name, and with the same settings: a file may have changed since.
[[nodiscard]] bool isSameBasis(const SettingsBasis& a, const SettingsBasis& b);

// For a menu, after "Undo": "preset Fashion demo".
[[nodiscard]] QString choiceText(const SettingsBasis& basis);

// Basis, settings, seeds and speed: what choosing a basis changes at once.
struct SettingsState {
  SettingsBasis basis;
  config::ExperimentConfig config;
  std::vector<std::int64_t> seeds{0};
  double speed = 0.0;  // steps/s; 0 = as fast as possible
};

[[nodiscard]] bool isSameState(const SettingsState& a, const SettingsState& b);

// As the basis has them; one without seeds leaves `seeds`.
[[nodiscard]] SettingsState stateOf(const SettingsBasis& basis,
                                    const std::vector<std::int64_t>& seeds);

}  // namespace w2s::ui
