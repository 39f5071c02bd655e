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

// Rows of one part under one name ("weak", "transfer", ...).
struct NamedRows {
  std::string name;
  Part part = Part::Train;
  std::vector<std::int64_t> rows;
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
  // Distinct images in both sets; within one set: distinct images in two of its rows or more.
  std::int64_t images = 0;
  // Rows of `second` whose image is also in `first`; within one set: rows beyond each image's
  // first.
  std::int64_t rows = 0;
  // Of `images`: those whose rows in these sets do not all have the same label.
  std::int64_t conflicting = 0;
  // Up to `examples_wanted`, conflicting labels first.
  std::vector<DuplicateExample> examples;
};

// One entry for each pair first <= second, in that order. Labels and images of both parts;
// images[part].rows == labels[part].size(), and every row exists. Time and memory: linear in the
// rows, compared byte by byte.
struct LabelledImages {
  const Images& images;
  const Labels& labels;
};
[[nodiscard]] std::vector<DuplicateCount> countDuplicates(std::span<const NamedRows> sets,
                                                          const LabelledImages& train,
                                                          const LabelledImages& test,
                                                          std::size_t examples_wanted = 3);

}  // namespace w2s::data
