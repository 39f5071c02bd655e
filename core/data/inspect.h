// What a person should know about a data set and its splits before believing a number measured on
// them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/base/seed.h"
#include "core/config/experiment_config.h"
#include "core/data/dataset.h"
#include "core/data/duplicates.h"
#include "core/data/splits.h"

namespace w2s::data {

struct SetSummary {
  std::string name;  // of a source or of a split
  std::int64_t rows = 0;
  std::vector<std::int64_t> counts;  // rows of each class
  double majority_share = 0.0;       // accuracy of always answering the commonest class
  std::string hash;                  // of the row indices; empty for a source
};

// A feature set of a card. That its values are finite was checked when it was opened.
struct FeatureSummary {
  std::string name;
  std::int64_t width = 0;
  std::string type;                            // "float16"
  std::vector<std::int64_t> constant_columns;  // equal in every row: they tell a model nothing
};

struct GroupSummary {
  bool there = false;
  std::int64_t groups = 0;
  std::int64_t largest = 0;        // rows
  std::int64_t in_two_splits = 0;  // of the four; each a leak
};

struct Inspection {
  DataSetCard card;
  std::filesystem::path folder;
  std::string fingerprint;          // of all its files
  bool official_labels = false;     // the training labels are those of the published data set
  std::vector<SetSummary> sources;  // train, test
  std::vector<SetSummary> splits;   // weak, transfer, validation, test
  std::vector<FeatureSummary> features;
  GroupSummary groups;
  std::vector<NamedRows> split_rows;             // what split_duplicates' indices mean
  std::vector<DuplicateCount> split_duplicates;  // within and across the four splits of this seed
  // Where splits of any seed come from: "training pool", "validation pool" and "test" for the
  // published file; "train" and "test" for others, whose validation pool is drawn.
  std::vector<NamedRows> pool_rows;
  std::vector<DuplicateCount> pool_duplicates;  // what splits of any seed can meet at most
};

// Reads everything, draws the splits of `seed` (with these weak labels as the supervisor) and counts.
// Errors: those of the data set and of makeSplits.
[[nodiscard]] Result<Inspection> inspect(Dataset& dataset, const config::TaskConfig& task,
                                         Seed seed, std::string_view weak_labels = {});

}  // namespace w2s::data
