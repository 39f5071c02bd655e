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
// letters differ.
[[nodiscard]] std::optional<std::string> closest(std::string_view name,
                                                 std::span<const std::string> candidates);

// The dotted key that is meant by one that does not exist. First those of the same table and depth:
// each part is right or a slip. Then the same name, or nearly, in another table, which must be a
// table or an alternative if the unknown one is (`is_table`): [train] does not mean the switch
// common_ceiling.train, but train = true may. Nothing where nothing is near.
[[nodiscard]] std::optional<std::string> closestKey(std::string_view key, bool is_table,
                                                    std::span<const std::string> keys);

// "; did you mean "X"?" or nothing, to append to a sentence.
[[nodiscard]] Sentence didYouMean(std::string_view name, std::span<const std::string> candidates);
[[nodiscard]] Sentence didYouMeanKey(std::string_view key, bool is_table,
                                     std::span<const std::string> keys);

}  // namespace w2s::config
