// What a card says of its rows, read and checked: labels, groups, splits, and where each feature set
// has them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/config/problem.h"
#include "core/data/card_file.h"
#include "core/data/card_weak_labels.h"
#include "core/data/dataset.h"
#include "core/data/feature_rows.h"

namespace w2s::data {

struct LoadedFeatures {
  FeatureSet set;
  FeatureRows rows;
  std::string hash;                  // of all values
  std::vector<std::int64_t> row_of;  // the file's row of each row of the card; empty: the same
};

struct CardRows {
  std::vector<std::string> classes;
  Labels labels;
  std::vector<std::string> ids;      // empty: there are none
  std::vector<std::string> texts;    // the same
  std::vector<std::int64_t> groups;  // empty: each row is one
  std::vector<std::int64_t> train;   // rows of the card, ascending
  std::vector<std::int64_t> test;
  std::vector<Reserved> reserved;  // of `train`; empty: none is
  bool has_official_test = false;  // else a seeded share
  std::vector<LoadedFeatures> features;
  std::vector<LoadedWeakLabels> weak_labels;
  std::vector<MappedFile> columns;  // files that were read whole, to notice a change
};

struct RowsReading {
  CardRows rows;
  std::vector<config::Problem> problems;
};

// Reads every file of the card. Without problems everything is there and belongs together.
[[nodiscard]] RowsReading readCardRows(const CardFile& card);

}  // namespace w2s::data
