// A table of values, from TOML or JSON, to a configuration with all its problems.
#pragma once

#include <string>
#include <vector>

#include "core/config/experiment_config.h"
#include "core/config/problem.h"
#include "core/config/value.h"

namespace w2s::config {

// What could be read, beside what could not: settings with a problem keep their defaults.
struct ReadOutcome {
  ExperimentConfig config;
  std::vector<Problem> problems;  // in the order of the file
};

// Keys not given keep their defaults. Types, names and ranges are checked, and the rules between
// fields as far as they do not concern a setting that has a problem already. Another schema than
// ours is the only thing reported about it.
[[nodiscard]] ReadOutcome readTable(const Table& table);

// Every dotted key of an experiment, those of alternatives that are not chosen included: for
// suggestions.
[[nodiscard]] const std::vector<std::string>& experimentKeys();

}  // namespace w2s::config
