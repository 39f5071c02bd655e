#include "core/config/suggest.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace w2s::config {

namespace {

constexpr std::size_t kLongest = 200;  // longer names are no slips, and the distance is quadratic

// How far off a slip of the keyboard may be.
std::size_t allowedSlips(std::string_view a, std::string_view b) {
  return std::max<std::size_t>(1, std::max(a.size(), b.size()) / 3);
}

std::vector<std::string_view> partsOf(std::string_view key) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= key.size();) {
    const std::size_t dot = std::min(key.find('.', begin), key.size());
    parts.push_back(key.substr(begin, dot - begin));
    begin = dot + 1;
  }
  return parts;
}

// The slips in all parts together, where each is near; keys of another depth are not.
std::optional<std::size_t> slipsAtTheSamePlace(const std::vector<std::string_view>& a,
                                               const std::vector<std::string_view>& b) {
  if (a.size() != b.size()) {
    return std::nullopt;
  }
  std::size_t sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const std::size_t distance = editDistance(a[i], b[i]);
    if (distance > allowedSlips(a[i], b[i])) {
      return std::nullopt;
    }
    sum += distance;
  }
  return sum;
}

// The slips in the last part alone: the key may stand in the wrong table. Short names must be
// right.
std::optional<std::size_t> slipsInTheWrongPlace(std::string_view a, std::string_view b) {
  constexpr std::size_t kLettersASlip = 5;
  const std::size_t distance = editDistance(a, b);
  return distance * kLettersASlip < std::max(a.size(), b.size()) ? std::optional(distance)
                                                                 : std::nullopt;
}

bool hasKeysWithin(const std::string& key, std::span<const std::string> keys) {
  return std::ranges::any_of(keys, [&](const std::string& other) {
    return other.size() > key.size() && other[key.size()] == '.' && other.starts_with(key);
  });
}

// The candidate with the fewest slips; the first of equals.
template <class Slips>
std::optional<std::string> fewest(std::span<const std::string> candidates, const Slips& slips) {
  const std::string* best = nullptr;
  std::size_t fewest_slips = 0;
  for (const std::string& candidate : candidates) {
    if (const std::optional<std::size_t> count = slips(candidate);
        count && (best == nullptr || *count < fewest_slips)) {
      best = &candidate;
      fewest_slips = *count;
    }
  }
  return best == nullptr ? std::nullopt : std::optional(*best);
}

Sentence question(const std::optional<std::string>& suggestion) {
  return suggestion ? sentence("; did you mean \"{}\"?", *suggestion) : Sentence{};
}

}  // namespace

std::size_t editDistance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) {
    last[j] = j;
  }
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t exchange = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, exchange});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before_last[j - 2] + 1);
      }
    }
    std::swap(before_last, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

std::optional<std::string> closest(std::string_view name, std::span<const std::string> candidates) {
  if (name.empty() || name.size() > kLongest) {
    return std::nullopt;
  }
  return fewest(candidates, [name](std::string_view candidate) -> std::optional<std::size_t> {
    const std::size_t distance = editDistance(name, candidate);
    return distance <= allowedSlips(name, candidate) ? std::optional(distance) : std::nullopt;
  });
}

std::optional<std::string> closestKey(std::string_view key, bool is_table,
                                      std::span<const std::string> keys) {
  if (key.empty() || key.size() > kLongest) {
    return std::nullopt;
  }
  const std::vector<std::string_view> parts = partsOf(key);
  if (auto here = fewest(keys, [&](const std::string& candidate) {
        return slipsAtTheSamePlace(parts, partsOf(candidate));
      })) {
    return here;
  }
  return fewest(keys, [&](const std::string& candidate) -> std::optional<std::size_t> {
    return is_table && !hasKeysWithin(candidate, keys)
               ? std::nullopt
               : slipsInTheWrongPlace(parts.back(), partsOf(candidate).back());
  });
}

Sentence didYouMean(std::string_view name, std::span<const std::string> candidates) {
  return question(closest(name, candidates));
}

Sentence didYouMeanKey(std::string_view key, bool is_table, std::span<const std::string> keys) {
  return question(closestKey(key, is_table, keys));
}

}  // namespace w2s::config
