// Everything that is wrong with a configuration, at once: each field's range, and the rules between
// fields.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/config/experiment_config.h"
#include "core/config/problem.h"

namespace w2s::config {

struct ValidationContext {
  std::optional<std::int64_t> classes =
      {};                          // of the data set; unset: rules about it are left for later
  std::string_view modality = {};  // data::nameOf: "pictures", "points"; empty: left for later
  std::vector<std::string> feature_sets = {};  // of a card; looked at where modality is "vectors"
  std::vector<std::string> weak_labels = {};   // of a card; looked at where modality is known
};

// Empty: the configuration can be planned. Whether data set, files and device exist is checked
// where they are opened.
[[nodiscard]] std::vector<Problem> validate(const ExperimentConfig& config,
                                            const ValidationContext& context = {});

// The same as one error.
[[nodiscard]] Status checkValid(const ExperimentConfig& config,
                                const ValidationContext& context = {});

}  // namespace w2s::config
