#include "core/data/duplicates.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "core/base/hash.h"

namespace w2s::data {
namespace {

constexpr std::size_t kRowsABlock = 4096;

// All rows with the same bytes, in the order of the sets.
using Group = std::vector<DuplicateRow>;

// Calls `each` with the position and the bytes of every row, block by block.
template <class Each>
Status forEachRow(Dataset& dataset, const Rows& rows, const Each& each) {
  const std::size_t bytes = layoutOf(dataset.card().modality).bytes();
  if (bytes == 0) {  // a card without features
    return {};
  }
  std::vector<std::byte> block;
  for (std::size_t first = 0; first < rows.index.size(); first += kRowsABlock) {
    const std::size_t count = std::min(kRowsABlock, rows.index.size() - first);
    const auto begin = rows.index.begin() + static_cast<std::ptrdiff_t>(first);
    block.resize(count * bytes);
    W2S_CHECK(dataset.read(
        {.source = rows.source, .index = {begin, begin + static_cast<std::ptrdiff_t>(count)}},
        {.values = block}));
    for (std::size_t i = 0; i < count; ++i) {
      each(first + i, std::span<const std::byte>(block).subspan(i * bytes, bytes));
    }
  }
  return {};
}

Result<std::vector<Group>> groupEqualRows(Dataset& dataset, std::span<const NamedRows> sets) {
  std::unordered_map<std::string, std::size_t> group_of;
  std::vector<Group> groups;
  for (std::size_t s = 0; s < sets.size(); ++s) {
    const NamedRows& set = sets[s];
    W2S_CHECK(forEachRow(dataset, set.rows, [&](std::size_t i, std::span<const std::byte> bytes) {
      const auto [entry, is_new] = group_of.try_emplace(Hasher().add(bytes).hex(), groups.size());
      if (is_new) {
        groups.emplace_back();
      }
      groups[entry->second].push_back({.set = s, .row = set.rows.index[i], .label = set.labels[i]});
    }));
  }
  std::erase_if(groups, [](const Group& group) { return group.size() < 2; });
  return groups;
}

bool sameLabels(std::span<const DuplicateRow> rows) {
  return std::all_of(rows.begin(), rows.end(),
                     [&](const DuplicateRow& row) { return row.label == rows.front().label; });
}

// The group's rows of one set: they lie together, because groups are filled set by set.
std::span<const DuplicateRow> rowsOfSet(const Group& group, std::size_t set) {
  const auto bySet = [](const DuplicateRow& a, const DuplicateRow& b) { return a.set < b.set; };
  const auto [first, last] =
      std::equal_range(group.begin(), group.end(), DuplicateRow{.set = set}, bySet);
  return {first, last};
}

// Two rows of the group, one of each set and with different labels if there are such.
DuplicateExample exampleOf(std::span<const DuplicateRow> first,
                           std::span<const DuplicateRow> second) {
  for (const DuplicateRow& a : first) {
    for (const DuplicateRow& b : second) {
      if (a.label != b.label) {
        return {a, b};
      }
    }
  }
  return {first.front(), second.back()};
}

void addGroup(DuplicateCount& count, const Group& group, std::vector<DuplicateExample>& conflicts) {
  const auto first = rowsOfSet(group, count.first);
  const auto second = rowsOfSet(group, count.second);
  const bool within = count.first == count.second;
  if (first.empty() || second.empty() || (within && first.size() < 2)) {
    return;
  }
  ++count.contents;
  count.rows += static_cast<std::int64_t>(within ? second.size() - 1 : second.size());
  const DuplicateExample example = exampleOf(first, second);
  if (sameLabels(first) && sameLabels(second) && first.front().label == second.front().label) {
    count.examples.push_back(example);
  } else {
    ++count.conflicting;
    conflicts.push_back(example);
  }
}

}  // namespace

Result<std::vector<DuplicateCount>> countDuplicates(Dataset& dataset,
                                                    std::span<const NamedRows> sets,
                                                    std::size_t examples_wanted) {
  W2S_TRY(const std::vector<Group> groups, groupEqualRows(dataset, sets));
  std::vector<DuplicateCount> counts;
  for (std::size_t first = 0; first < sets.size(); ++first) {
    for (std::size_t second = first; second < sets.size(); ++second) {
      DuplicateCount count;
      count.first = first;
      count.second = second;
      std::vector<DuplicateExample> conflicts;
      for (const Group& group : groups) {
        addGroup(count, group, conflicts);
      }
      count.examples.insert(count.examples.begin(), conflicts.begin(), conflicts.end());
      count.examples.resize(std::min(count.examples.size(), examples_wanted));
      counts.push_back(std::move(count));
    }
  }
  return counts;
}

}  // namespace w2s::data
