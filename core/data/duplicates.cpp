#include "core/data/duplicates.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace w2s::data {
namespace {

// All rows with the same bytes, in the order of the sets.
using Group = std::vector<DuplicateRow>;

std::vector<Group> groupEqualRows(std::span<const NamedRows> sets, const LabelledImages& train,
                                  const LabelledImages& test) {
  std::size_t rows = 0;
  for (const NamedRows& set : sets) {
    rows += set.rows.size();
  }
  std::unordered_map<std::string_view, std::size_t> group_of;
  group_of.reserve(rows);
  std::vector<Group> groups;
  groups.reserve(rows);
  for (std::size_t s = 0; s < sets.size(); ++s) {
    const LabelledImages& data = sets[s].part == Part::Train ? train : test;
    for (const std::int64_t row : sets[s].rows) {
      const auto bytes = data.images.row(row);
      const std::string_view key(reinterpret_cast<const char*>(bytes.data()), bytes.size());
      const auto [entry, is_new] = group_of.try_emplace(key, groups.size());
      if (is_new) {
        groups.emplace_back();
      }
      groups[entry->second].push_back(
          {.set = s, .row = row, .label = data.labels[static_cast<std::size_t>(row)]});
    }
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
  ++count.images;
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

std::vector<DuplicateCount> countDuplicates(std::span<const NamedRows> sets,
                                            const LabelledImages& train, const LabelledImages& test,
                                            std::size_t examples_wanted) {
  const std::vector<Group> groups = groupEqualRows(sets, train, test);
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
