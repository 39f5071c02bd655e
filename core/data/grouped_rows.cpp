#include "core/data/grouped_rows.h"

#include <algorithm>
#include <map>

namespace w2s::data {

GroupedRows::GroupedRows(std::span<const std::int64_t> labels, std::span<const std::int64_t> groups,
                         Seed seed) {
  std::map<std::int64_t, Group> by_id;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    Group& group = by_id[groups[i]];
    group.id = groups[i];
    group.rows.emplace_back(static_cast<std::int64_t>(i), labels[i]);
  }
  std::vector<Group> sorted;
  for (auto& [id, group] : by_id) {
    sorted.push_back(std::move(group));
  }
  for (const std::int64_t i : permutation(static_cast<std::int64_t>(sorted.size()), seed)) {
    groups_.push_back(std::move(sorted[static_cast<std::size_t>(i)]));
  }
}

std::vector<std::int64_t> GroupedRows::freeOfClass(std::int64_t classes) const {
  std::vector<std::int64_t> counts(static_cast<std::size_t>(classes), 0);
  for (const Group& group : groups_) {
    for (const auto& [row, label] : group.rows) {
      ++counts[static_cast<std::size_t>(label)];
    }
  }
  return counts;
}

std::vector<std::int64_t> GroupedRows::take(std::vector<std::int64_t> quotas, End end) {
  std::vector<std::int64_t> taken;
  std::vector<Group> left;
  if (end == End::Back) {
    std::ranges::reverse(groups_);
  }
  for (Group& group : groups_) {
    const std::size_t before = taken.size();
    for (const auto& [row, label] : group.rows) {
      std::int64_t& wanted = quotas[static_cast<std::size_t>(label)];
      if (wanted > 0) {
        --wanted;
        taken.push_back(row);
      }
    }
    if (taken.size() == before) {
      left.push_back(std::move(group));
    }
  }
  if (end == End::Back) {
    std::ranges::reverse(left);
  }
  groups_ = std::move(left);
  std::ranges::sort(taken);
  return taken;
}

GroupedRows GroupedRows::cutFront(std::int64_t rows) {
  GroupedRows cut;
  std::size_t count = 0;
  for (std::int64_t held = 0; held < rows && count < groups_.size(); ++count) {
    held += static_cast<std::int64_t>(groups_[count].rows.size());
  }
  const auto end = groups_.begin() + static_cast<std::ptrdiff_t>(count);
  cut.groups_.assign(std::make_move_iterator(groups_.begin()), std::make_move_iterator(end));
  groups_.erase(groups_.begin(), end);
  return cut;
}

void GroupedRows::exclude(const std::set<std::int64_t>& groups) {
  std::erase_if(groups_, [&](const Group& group) { return groups.contains(group.id); });
}

}  // namespace w2s::data
