// "Did you mean": the closest of the names that exist.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/base/sentence.h"

namespace w2s::config {

// Number of letters to insert, delete, exchange, or swap with their neighbour (optimal string
// alignment).
[[nodiscard]] std::size_t editDistance(std::string_view a, std::string_view b);

// The closest candidate, if it is close enough for a slip of the keyboard: at most a third of the
// letters differ. A dotted key also finds the one with the same last part in another section.
[[nodiscard]] std::optional<std::string> closest(std::string_view name,
                                                 std::span<const std::string> candidates);

// "; did you mean "X"?" or nothing, to append to a sentence.
[[nodiscard]] Sentence didYouMean(std::string_view name, std::span<const std::string> candidates);

}  // namespace w2s::config
