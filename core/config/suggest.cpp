#include "core/config/suggest.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

namespace w2s::config {

namespace {

std::string_view lastPart(std::string_view key) {
  return key.substr(key.rfind('.') + 1);  // npos + 1 = 0: the whole
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
  constexpr std::size_t kLongest = 200;  // longer names are no slips, and the distance is quadratic
  if (name.empty() || name.size() > kLongest) {
    return std::nullopt;
  }
  const std::string* best = nullptr;
  std::size_t best_distance = 0;
  for (const std::string& candidate : candidates) {
    const std::size_t distance = std::min(editDistance(name, candidate),
                                          1 + editDistance(lastPart(name), lastPart(candidate)));
    const std::size_t letters = std::max(lastPart(name).size(), lastPart(candidate).size());
    if (distance <= std::max<std::size_t>(1, letters / 3) &&
        (best == nullptr || distance < best_distance)) {
      best = &candidate;
      best_distance = distance;
    }
  }
  return best == nullptr ? std::nullopt : std::optional(*best);
}

Sentence didYouMean(std::string_view name, std::span<const std::string> candidates) {
  const auto suggestion = closest(name, candidates);
  return suggestion ? sentence("; did you mean \"{}\"?", *suggestion) : Sentence{};
}

}  // namespace w2s::config
