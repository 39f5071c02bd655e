// Exact duplicates: the same bytes in several rows, within one set of rows and across sets.
//
// A duplicate across splits is a leak by content: rows disjoint by index are not disjoint for a
// model that memorises.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/data/dataset.h"

namespace w2s::data {

// Rows under one name ("weak", "transfer", ...), and their labels.
struct NamedRows {
  std::string name;
  Rows rows;
  Labels labels;
};

struct DuplicateRow {
  std::size_t set = 0;  // index of its NamedRows
  std::int64_t row = 0;
  std::int64_t label = 0;
};

// Two rows with equal bytes.
struct DuplicateExample {
  DuplicateRow first;
  DuplicateRow second;
};

// What two sets share, or one set with itself (first == second).
struct DuplicateCount {
  std::size_t first = 0;
  std::size_t second = 0;
  // Distinct contents in both sets; within one set: distinct contents of two of its rows or more.
  std::int64_t contents = 0;
  // Rows of `second` whose content is also in `first`; within one set: rows beyond each content's
  // first.
  std::int64_t rows = 0;
  // Of `contents`: those whose rows in these sets do not all have the same label.
  std::int64_t conflicting = 0;
  // Up to `examples_wanted`, conflicting labels first.
  std::vector<DuplicateExample> examples;
};

// One entry for each pair first <= second, in that order. Every row exists. Rows are read in blocks
// and compared by their 128-bit hash. Time: linear in the rows; memory: a hash a row. Errors: those
// of reading.
[[nodiscard]] Result<std::vector<DuplicateCount>> countDuplicates(Dataset& dataset,
                                                                  std::span<const NamedRows> sets,
                                                                  std::size_t examples_wanted = 3);

}  // namespace w2s::data
