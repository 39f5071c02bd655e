// rows.json of a run folder: the rows of every split, so that another tool can use the same ones.
//
//   {"schema": 1,
//    "data": {"name", "title", "folder", "fingerprint"},
//    "validation": "last rows of the published file" | "drawn by class and seed",
//    "splits": {"weak": {"file": "train", "rows": [3, 17, ...]}, "transfer", "validation", "test"},
//    "pretraining": {"may_have_seen": ["weak", "transfer"], "note"}}
//
// Row numbers are positions in the file, from 0. "pretraining" is there where the run has a
// backbone with stored weights.
#pragma once

#include <string>
#include <vector>

#include "core/base/sentence.h"
#include "core/data/dataset.h"
#include "core/data/splits.h"

namespace w2s::data {

inline constexpr const char* kRowsFile = "rows.json";

// Which rows a shipped backbone may have met in its pre-training, without their labels. `w2s
// pretrain` takes the training rows of the published file less its last twelfth: there weak and
// transfer rows were seen, validation and test rows were not. Of another file, which may hold the
// same images in another order, nothing is known.
struct SeenRows {
  std::vector<std::string> splits;  // that may hold such rows
  Sentence said;
};
[[nodiscard]] SeenRows rowsSeenInPretraining(const Splits& splits);

[[nodiscard]] std::string rowsToJson(const DataSetCard& card, const std::string& folder,
                                     const std::string& fingerprint, const Splits& splits,
                                     bool has_stored_weights);

}  // namespace w2s::data
