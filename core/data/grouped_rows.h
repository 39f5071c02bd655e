// Draws splits of rows that belong together: rows of one passage, one patient, one question.
// Internal to splits.cpp.
#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <utility>
#include <vector>

#include "core/base/seed.h"

namespace w2s::data {

// The groups of one source in a seeded order. Whole groups are taken, from either end; what was
// taken once is not there for others. The order depends on the group ids and the seed, not on the
// order of the rows.
class GroupedRows {
 public:
  // One label and one group a row.
  GroupedRows(std::span<const std::int64_t> labels, std::span<const std::int64_t> groups,
              Seed seed);

  enum class End { Front, Back };

  // Rows of each class, [classes], in the groups that are still free.
  [[nodiscard]] std::vector<std::int64_t> freeOfClass(std::int64_t classes) const;
  // Up to quotas[c] rows of each class, ascending. A group that gives a row is taken as a whole:
  // its other rows stay unused. Fewer rows than asked for come back where the free groups do not
  // hold enough.
  [[nodiscard]] std::vector<std::int64_t> take(std::vector<std::int64_t> quotas, End end);
  // Takes groups away from the front until they hold `rows` rows, as a source of their own.
  [[nodiscard]] GroupedRows cutFront(std::int64_t rows);
  // Groups that a split elsewhere has: they are not drawn.
  void exclude(const std::set<std::int64_t>& groups);

 private:
  struct Group {
    std::int64_t id = 0;
    std::vector<std::pair<std::int64_t, std::int64_t>> rows;  // row, label
  };
  GroupedRows() = default;
  std::vector<Group> groups_;  // free ones, in the seeded order
};

}  // namespace w2s::data
