// What of a configuration can change a result, as text to hash.
//
// One "key=value" line for each setting with affects_result, in visiting order, keys relative to
// the struct, doubles in the shortest text that reads back to the same value. Defaults are written
// too, so that changing a default in a new version changes the fingerprint of what used it. Stages
// hash the sub-configs they depend on:
//
//   Hasher().add("student").add(canonicalText(config.objective)).add(canonicalText(config.optimizer))...
//
// A path (FileBackbone) enters as text; the stage adds the hash of the file.
#pragma once

#include <string>

#include "core/config/experiment_config.h"

namespace w2s::config {

[[nodiscard]] std::string canonicalText(const TaskConfig& config);
[[nodiscard]] std::string canonicalText(const ModelConfig& config);
[[nodiscard]] std::string canonicalText(const SupervisionConfig& config);
[[nodiscard]] std::string canonicalText(const ObjectiveConfig& config);
[[nodiscard]] std::string canonicalText(const OptimizerConfig& config);
[[nodiscard]] std::string canonicalText(const EvaluationConfig& config);
[[nodiscard]] std::string canonicalText(const ExperimentConfig& config);

}  // namespace w2s::config
