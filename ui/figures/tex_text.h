// Texts in files for TeX: as words that are set, and as comments.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "ui/figures/provenance.h"

namespace w2s::ui::figures {

// As TeX reads it: its special characters escaped, Greek letters, arrows and common signs in
// mathematics.
[[nodiscard]] std::string texOf(std::string_view text);

// The signs of a file for TeX, its comments apart, that pdfLaTeX stops at, and what to do; empty:
// there are none.
[[nodiscard]] std::optional<Sentence> unknownToTex(std::string_view tex);

// Width of a text in Computer Modern, which sets the file unless its paper loads another font;
// those are narrower.
[[nodiscard]] double texWidth(std::string_view text, double size, bool bold);

// One line of comment, "% text\n", whatever the text holds: what stands behind a new line in the
// name of a run must not be set.
[[nodiscard]] std::string texComment(std::string_view text);

// Where the figure comes from, a comment an entry, and the packages that its paper has to load.
[[nodiscard]] std::string texHead(const Provenance& provenance, std::string_view preamble);

}  // namespace w2s::ui::figures
