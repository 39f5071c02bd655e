// Configurations as JSON text, for run manifests and --json. The same keys as in TOML; alternatives
// and schedules are always objects, so that a reader in another language meets one form of each.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/config/experiment_config.h"

namespace w2s::config {

// Complete. `indent` < 0: one line. Bytes that are no UTF-8 are replaced, since JSON cannot hold
// them.
[[nodiscard]] std::string toJson(const ExperimentConfig& config, int indent = 2);

// `source_name` is what messages call the text. Errors name all problems at once, or what
// is wrong with the text.
[[nodiscard]] Result<ExperimentConfig> experimentFromJson(std::string_view text,
                                                          std::string_view source_name);

// A configuration that was in force already, perhaps in a later version of the program.
struct RecordedConfig {
  ExperimentConfig config;
  // Keys of the settings that this version does not have, or of whose choices it does not have the
  // recorded one ("objective.divergence"): those have their defaults in `config`. Ascending.
  std::vector<std::string> unknown;
};
// As experimentFromJson, but what is unknown is no error. Where something is, the rules between
// settings are not checked, since they cannot be judged.
[[nodiscard]] Result<RecordedConfig> recordedConfigFromJson(std::string_view text,
                                                            std::string_view source_name);

}  // namespace w2s::config
