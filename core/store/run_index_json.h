// The overview of a finished run as the index holds it, its configuration apart. Private to the .cpp
// files of this folder.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/store/run_overview.h"

namespace w2s::store {

// Empty: not finished, or its live changes made it so long that reading the folder is as quick.
[[nodiscard]] std::optional<std::string> overviewToJson(const RunOverview& overview);
// Without folder and configuration.
[[nodiscard]] std::optional<RunOverview> overviewFromJson(std::string_view text,
                                                          const std::string& id);

}  // namespace w2s::store
