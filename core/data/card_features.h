// The rows of a card's feature sets: mapped from files, taken from columns of tables, or made of texts.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/data/card_column.h"
#include "core/data/card_file.h"
#include "core/data/feature_rows.h"

namespace w2s::data {

// What features are made from.
struct FeatureSources {
  const CardFile& card;
  ColumnReader& columns;
  std::span<const std::string> texts;   // one a row of the card; empty: it has none
  std::span<const std::int64_t> train;  // rows of the card that are no test rows
};

struct MadeFeatures {
  FeatureRows rows;  // of the file, or of the card where they are made of its texts
  std::string hash;  // of all values
};

// Before the first column is read.
void wantFeatures(const CardFeatures& set, ColumnReader& columns);

// Nothing where `problems` says why. Errors that it names: of files; arrays of another shape or type;
// cells that are no numbers, with their lines; values that float32 does not hold.
[[nodiscard]] std::optional<MadeFeatures> makeFeatures(const CardFeatures& set,
                                                       const FeatureSources& sources,
                                                       std::vector<Sentence>& problems);

}  // namespace w2s::data
