// Configurations as TOML text.
//
// Reading reports every problem at once, each with line, key, what was found and what is allowed.
// Writing reads back to an equal configuration, doubles to the last bit. The accepted short forms
// are those of assign.h.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/config/experiment_config.h"
#include "core/config/read_table.h"

namespace w2s::config {

// For editors and forms: the configuration as far as it can be read, and the problems one by one.
[[nodiscard]] ReadOutcome readExperiment(std::string_view text);

// `source_name` is what messages call the text: a file name.
[[nodiscard]] Result<ExperimentConfig> parseExperiment(std::string_view text,
                                                       std::string_view source_name);

// Errors also: missing or unreadable file, no plain file, larger than 1 MiB.
[[nodiscard]] Result<ExperimentConfig> loadExperiment(const std::filesystem::path& path);

enum class WriteMode {
  Complete,   // every setting
  Commented,  // every setting, each with its help and range as a comment
  Minimal,    // schema, name, and what differs from the defaults
};
[[nodiscard]] std::string toToml(const ExperimentConfig& config,
                                 WriteMode mode = WriteMode::Complete);

}  // namespace w2s::config
