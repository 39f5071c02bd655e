// From what a study's file says of its settings to its cells. Inside core/study.
#pragma once

#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/config/value.h"

namespace w2s::study {

// The settings of one cell, by key.
using Settings = std::vector<std::pair<std::string, std::string>>;

// `grid`, `random` and `cell` of the file, whichever it has. `most`: cells at most.
[[nodiscard]] Result<std::vector<Settings>> settingsOfCells(const config::Table& file,
                                                            std::size_t most,
                                                            std::string_view source);

}  // namespace w2s::study
