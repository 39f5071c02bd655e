// Texts in files for TeX: as words that are set, and as comments.
#pragma once

#include <string>
#include <string_view>

#include "ui/figures/provenance.h"

namespace w2s::ui::figures {

// As TeX reads it: its special characters escaped, arrows and signs in mathematics.
[[nodiscard]] std::string texOf(std::string_view text);

// One line of comment, "% text\n", whatever the text holds: what stands behind a new line in the
// name of a run must not be set.
[[nodiscard]] std::string texComment(std::string_view text);

// Where the figure comes from, a comment an entry, and the packages that its paper has to load.
[[nodiscard]] std::string texHead(const Provenance& provenance, std::string_view preamble);

}  // namespace w2s::ui::figures
