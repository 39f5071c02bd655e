// What a line of a study's form begins with.
#pragma once

#include <string>

#include "core/config/form.h"

namespace w2s::ui {

// Values worth a first look: the alternatives of a choice; of a number the present one with half and
// twice of it, or thirds of what the slider offers.
[[nodiscard]] std::string suggestionFor(const config::FormField& field);

}  // namespace w2s::ui
