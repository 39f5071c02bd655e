// The sentence of a problem as it stands below a field of the form, in the words of the form:
//
//   objective.temperature is the number 1000, but must be ...     as the engine says it
//   Temperature T is the number 1000, but must be ...             here
//
// Keys stay where the form has no such setting, and in file names. Another section's setting is
// named with its section: "Tuning (Strong model)".
#pragma once

#include <vector>

#include "core/config/form.h"
#include "ui/bridge/setting_problems.h"

namespace w2s::ui {

// `fields`: those of the form. The problem with its message changed, in the window's language.
[[nodiscard]] SettingProblem withLabels(SettingProblem problem,
                                        const std::vector<config::FormField>& fields);

}  // namespace w2s::ui
