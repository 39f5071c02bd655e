// Splits of a card's rows: the names that a column of them may have, and test rows where there is none.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/data/card_rows.h"

namespace w2s::data {

inline constexpr std::int64_t kRowsATestRow = 5;  // where the card marks no test rows

struct NamedSplit {
  Reserved reserved = Reserved::Open;
  bool is_test = false;
  friend bool operator==(const NamedSplit&, const NamedSplit&) = default;
};

// train, weak, transfer, validation, test and their usual short forms, in letters of any size.
[[nodiscard]] std::optional<NamedSplit> splitNamed(std::string name);

// Fills train and test from labels, classes and groups: one row of kRowsATestRow, each class with its
// share, whole groups; always the same rows.
void drawTestRows(CardRows& rows);

}  // namespace w2s::data
