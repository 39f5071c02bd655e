// The description of a setting (label, range, unit, formula, live?) by its dotted key. What a
// slider, a tooltip or a marker says about a setting comes from here and is written once, in
// core/config.
#pragma once

#include <string>
#include <string_view>

#include "core/config/field.h"

namespace w2s::ui {

// A key of the default configuration, e.g. "objective.kd_weight.base". An unknown key is a mistake
// of the caller.
[[nodiscard]] const config::Field& fieldOf(std::string_view key);

}  // namespace w2s::ui
