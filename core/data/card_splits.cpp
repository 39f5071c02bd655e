#include "core/data/card_splits.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/base/seed.h"
#include "core/data/splits.h"

namespace w2s::data {
namespace {

constexpr Seed kTestSeed{0x7E57C0DE5EEDULL};

}  // namespace

std::optional<NamedSplit> splitNamed(std::string name) {
  struct Known {
    std::string_view name;
    Reserved reserved;
    bool is_test;
  };
  constexpr std::array<Known, 9> kNames{{{"train", Reserved::Open, false},
                                         {"training", Reserved::Open, false},
                                         {"weak", Reserved::Weak, false},
                                         {"transfer", Reserved::Transfer, false},
                                         {"validation", Reserved::Validation, false},
                                         {"valid", Reserved::Validation, false},
                                         {"val", Reserved::Validation, false},
                                         {"dev", Reserved::Validation, false},
                                         {"test", Reserved::Open, true}}};
  std::ranges::transform(name, name.begin(), [](unsigned char c) { return std::tolower(c); });
  const auto* const found = std::ranges::find(kNames, name, &Known::name);
  return found == kNames.end() ? std::nullopt
                               : std::optional(NamedSplit{found->reserved, found->is_test});
}

void drawTestRows(CardRows& rows) {
  const auto count = std::ssize(rows.labels);
  const auto classes = std::ssize(rows.classes);
  std::vector<std::int64_t> order = permutation(count, kTestSeed);
  if (!rows.groups.empty()) {
    // The rows of a group one behind the other, groups in the order of their first row.
    std::unordered_map<std::int64_t, std::int64_t> rank;
    for (const std::int64_t row : order) {
      rank.try_emplace(rows.groups[static_cast<std::size_t>(row)], std::ssize(rank));
    }
    std::ranges::stable_sort(order, {}, [&](std::int64_t row) {
      return rank.at(rows.groups[static_cast<std::size_t>(row)]);
    });
  }
  auto quotas = apportion(countsOfClasses(rows.labels, classes), count / kRowsATestRow);
  std::vector<bool> is_test(static_cast<std::size_t>(count), false);
  std::set<std::int64_t> taken;  // groups
  for (const std::int64_t row : order) {
    const auto i = static_cast<std::size_t>(row);
    auto& quota = quotas[static_cast<std::size_t>(rows.labels[i])];
    const bool goes_along = !rows.groups.empty() && taken.contains(rows.groups[i]);
    if (quota > 0 || goes_along) {
      is_test[i] = true;
      --quota;
      if (!rows.groups.empty()) {
        taken.insert(rows.groups[i]);
      }
    }
  }
  for (std::int64_t row = 0; row < count; ++row) {
    const auto i = static_cast<std::size_t>(row);
    const bool test = is_test[i] || (!rows.groups.empty() && taken.contains(rows.groups[i]));
    (test ? rows.test : rows.train).push_back(row);
  }
}

}  // namespace w2s::data
