#include <algorithm>
#include <charconv>
#include <optional>

#include "core/config/assign.h"

namespace w2s::config {

Result<std::vector<std::int64_t>> parseSeeds(std::string_view text) {
  const auto bad = [&](const Sentence& why) {
    return fail(
        ErrorCode::InvalidArgument,
        sentence("the seeds \"{}\" {}; write numbers and ranges such as \"0-4,7\".", text, why));
  };
  const auto trimmed = [](std::string_view part) {
    const auto begin = part.find_first_not_of(" \t");
    return begin == std::string_view::npos
               ? std::string_view{}
               : part.substr(begin, part.find_last_not_of(" \t") - begin + 1);
  };
  const auto number = [&](std::string_view part) -> std::optional<std::int64_t> {
    part = trimmed(part);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), value);
    const bool whole = error == std::errc() && end == part.data() + part.size();
    return whole && value >= 0 && value <= kLargestSeed ? std::optional(value) : std::nullopt;
  };

  std::vector<std::int64_t> seeds;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t comma = std::min(text.find(',', begin), text.size());
    const std::string_view part = text.substr(begin, comma - begin);
    begin = comma + 1;
    const std::size_t dash = part.find('-');
    const auto first = number(part.substr(0, dash));
    const auto last = dash == std::string_view::npos ? first : number(part.substr(dash + 1));
    if (!first || !last) {
      return bad(sentence("are not whole numbers from 0 to {}", kLargestSeed));
    }
    if (*last < *first) {
      return bad(sentence("have a range that ends before it begins"));
    }
    if (*last - *first >= kMostSeeds - static_cast<std::int64_t>(seeds.size())) {
      return bad(sentence("are more than {} runs", kMostSeeds));
    }
    for (std::int64_t seed = *first; seed <= *last; ++seed) {
      seeds.push_back(seed);
    }
  }
  return seeds;
}

}  // namespace w2s::config
