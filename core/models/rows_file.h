// rows.json of a run folder: the rows of every split, so that another tool can use the same ones.
//
//   {"schema": 1,
//    "data": {"name", "title", "folder", "fingerprint"},
//    "validation": "last rows of the published file" | "drawn by class and seed",
//    "splits": {"weak": {"source": "train", "rows": [3, 17, ...]}, "transfer", "validation", "test"},
//    "pretraining": [{"backbone": "fashion-ssl", "may_have_seen": ["weak", "transfer"], "note"}]}
//
// Row numbers are positions in the source, from 0; folder is empty for generated data. Torch-free.
#pragma once

#include <span>
#include <string>

#include "core/base/result.h"
#include "core/config/model_config.h"
#include "core/data/dataset.h"
#include "core/data/splits.h"

namespace w2s::models {

inline constexpr const char* kRowsFile = "rows.json";

// `backbones`: those of the run; each kind that has stored weights is listed once. Errors: those of
// the fingerprint.
[[nodiscard]] Result<std::string> rowsToJson(data::Dataset& dataset, const data::Splits& splits,
                                             std::span<const config::Backbone> backbones);

}  // namespace w2s::models
