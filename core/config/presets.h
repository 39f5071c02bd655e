// The built-in experiments: resources/presets/NAME.toml. The first line of a file is a comment with
// its title, `name` is the file's name, `description` says what to look for. presets/order.txt
// gives the order of lists, one name a line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/config/experiment_config.h"

namespace w2s::config {

struct PresetInfo {
  std::string name;
  std::string title;
  std::string look_for;  // a sentence
};

// Presets that order.txt does not name follow by name. Errors: the resources are missing, or a
// preset has a mistake.
[[nodiscard]] Result<std::vector<PresetInfo>> listPresets();

// Errors: no such preset (lists those there are).
[[nodiscard]] Result<ExperimentConfig> loadPreset(std::string_view name);

// What `w2s run` takes: the name of a preset, or the path of a configuration file. A text with a
// slash or the ending .toml is a path.
[[nodiscard]] Result<ExperimentConfig> loadExperimentByNameOrPath(const std::string& name_or_path);

}  // namespace w2s::config
