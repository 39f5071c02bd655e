// Weak labels of a card: read, checked and put in the order of its rows.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/data/card_column.h"
#include "core/data/card_file.h"
#include "core/data/class_names.h"
#include "core/data/dataset.h"

namespace w2s::data {

struct LoadedWeakLabels {
  std::string name;
  std::vector<float>
      probabilities;  // [rows of the card, classes]; NaN: the file has none of the row
  std::string hash;
};

// What the labels are joined to.
struct WeakLabelRows {
  const Labels& labels;
  const std::vector<std::string>& ids;  // empty: there are none
  FileRef labels_file;                  // where the rows' labels come from
  const ClassNames& classes;
};

// Each line of the file that the labels come from is one row; other files are joined by ids, or in
// order where the card says so. Probabilities are in [0, 1] and sum to 1 within 1e-2, and are then
// divided by their sum. A column of one value a row holds classes, read as the labels are. A file with
// soft_label, gt_label and hard_label is one of OpenAI's weak-to-strong code: soft_label is taken where
// the card names no column, and its gt_label has to be the label of the row. Every fault goes to
// `problems`; nothing comes back where the values or the rows that they belong to are not known.
[[nodiscard]] std::optional<LoadedWeakLabels> readWeakLabels(const CardWeakLabels& set,
                                                             const WeakLabelRows& rows,
                                                             ColumnReader& columns,
                                                             std::vector<Sentence>& problems);

// Announces the columns that readWeakLabels will read.
void wantWeakLabels(const CardWeakLabels& set, ColumnReader& columns);

}  // namespace w2s::data
