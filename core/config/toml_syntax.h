// TOML text to values, without any knowledge of settings. The only code that includes toml++, which
// is slow to compile.
#pragma once

#include <string_view>

#include "core/config/problem.h"
#include "core/config/value.h"

namespace w2s::config {

// On bad syntax, or where toml_check.h forbids the text: an empty table and one problem with line
// and column. Dates and times, which no setting takes, become texts. Keys come in the order of the
// file.
[[nodiscard]] Table readTomlSyntax(std::string_view text, std::vector<Problem>& problems);

}  // namespace w2s::config
