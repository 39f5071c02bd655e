// Settings in words: translated texts of the field descriptions, values as the window writes them,
// tooltips.
#pragma once

#include <string_view>

#include <QString>

#include "core/config/form.h"

namespace w2s::ui {

// "0.50", "Prior-matched threshold", "on", "0-3, 7".
[[nodiscard]] QString valueWords(const config::FormField& field);

// Label, help, formula, range, the values of preset and defaults, source, and when a change counts.
// `preset` and `standard` (the built-in default) may be null: no such setting there.
[[nodiscard]] QString tooltipOf(const config::FormField& field, const config::FormField* preset,
                                const config::FormField* standard);

}  // namespace w2s::ui
