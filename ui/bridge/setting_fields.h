// The description of a setting (label, range, unit, formula, live?) by its dotted key. What a
// slider, a tooltip or a marker says about a setting comes from here and is written once, in
// core/config.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/config/field.h"
#include "core/config/form.h"

namespace w2s::ui {

// A key of the default configuration, e.g. "objective.kd_weight.base", or of an entry of a list,
// whatever its name: "objective.term.NAME.weight.base". An unknown key is a mistake of the caller.
[[nodiscard]] const config::Field& fieldOf(std::string_view key);

// Null: there is none with this key.
[[nodiscard]] const config::FormField* findField(const std::vector<config::FormField>& fields,
                                                 std::string_view key);

// 0 1 2 3 7 -> "0-3, 7": as parseSeeds() reads it. Runs of three or more are joined.
[[nodiscard]] std::string seedsText(const std::vector<std::int64_t>& seeds);
// Seeds as a person writes them for the window: parseSeeds(), at most kMostSeedsOfWindow of them,
// each kept in memory with its series.
inline constexpr std::size_t kMostSeedsOfWindow = 100;
[[nodiscard]] Result<std::vector<std::int64_t>> seedsOfWindow(std::string_view text);

}  // namespace w2s::ui
