// Reading and writing the recipe of `w2s pretrain`. The same rules and messages as for experiments:
// unknown keys, wrong types and values out of range are errors that name file, line and key, all at
// once.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/config/pretrain_config.h"

namespace w2s::config {

[[nodiscard]] Result<PretrainConfig> parsePretrainRecipe(std::string_view toml,
                                                         std::string_view source_name);
[[nodiscard]] Result<PretrainConfig> loadPretrainRecipe(const std::filesystem::path& path);

// "key=value" each, keys dotted ("augment.min_area=0.3"), values as in TOML. All or none.
[[nodiscard]] Status applyPretrainSettings(PretrainConfig& recipe,
                                           const std::vector<std::string>& assignments);

// Every setting, as JSON on one line: for model cards, and to tell two recipes apart.
[[nodiscard]] std::string toJson(const PretrainConfig& recipe);

}  // namespace w2s::config
