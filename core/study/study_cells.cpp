// From what is varied to the settings of each cell.
#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <utility>

#include "core/base/seed.h"
#include "core/config/value.h"
#include "core/study/plan.h"

namespace w2s::study {
namespace {

Error tooMany(std::string_view source, int line, std::size_t most) {
  const Sentence said = sentence("the study has more than {} cells for its seeds; split it.", most);
  return line > 0
             ? fail(ErrorCode::BadFormat, sentence("{}, line {}: {}", source, line, said)).value()
             : fail(ErrorCode::BadFormat, sentence("{}: {}", source, said)).value();
}

Status addGrid(const std::vector<Varied>& grid, std::size_t most, std::string_view source,
               std::vector<Settings>& cells) {
  std::vector<Settings> combined{{}};
  for (const Varied& varied : grid) {
    if (varied.values.size() > most / combined.size()) {
      return tl::unexpected(tooMany(source, varied.line, most));
    }
    std::vector<Settings> next;
    for (const Settings& cell : combined) {
      for (const std::string& value : varied.values) {
        next.push_back(cell);
        next.back().emplace_back(varied.key, value);
      }
    }
    combined = std::move(next);
  }
  cells.insert(cells.end(), combined.begin(), combined.end());
  return {};
}

std::string drawn(const Varied& varied, SplitMix64& random) {
  if (!varied.values.empty()) {
    return varied.values[random.below(varied.values.size())];
  }
  const Draw& draw = *varied.draw;
  constexpr double kExact =
      9007199254740992.0;  // 2^53: up to here a double counts every whole number
  const bool is_whole = draw.is_whole && draw.low >= -kExact && draw.high < kExact;
  const double share = random.uniform();
  if (is_whole && !draw.is_log) {
    return std::to_string(static_cast<std::int64_t>(
        std::min(draw.high, std::floor(draw.low + share * (draw.high - draw.low + 1)))));
  }
  const double value = draw.is_log ? draw.low * std::pow(draw.high / draw.low, share)
                                   : draw.low + share * (draw.high - draw.low);
  return is_whole ? std::to_string(std::llround(value)) : config::realText(value);
}

Status addRandom(const Random& random, std::size_t most, std::string_view source,
                 std::vector<Settings>& cells) {
  if (random.count > static_cast<std::int64_t>(most)) {
    return tl::unexpected(tooMany(source, 0, most));
  }
  const Seed root = Seed(random.seed).child("study");
  for (std::uint64_t i = 0; i < static_cast<std::uint64_t>(random.count); ++i) {
    Settings cell;
    for (const Varied& varied : random.settings) {
      // A stream for each setting: another one more leaves the others as they are.
      SplitMix64 stream(root.child(i).child(varied.key));
      cell.emplace_back(varied.key, drawn(varied, stream));
    }
    cells.push_back(std::move(cell));
  }
  return {};
}

// A setting that stands twice would have two values.
Status checkKeys(const std::vector<std::string>& keys, std::string_view source) {
  std::set<std::string> known;
  for (const std::string& key : keys) {
    if (!known.insert(key).second) {
      return fail(ErrorCode::BadFormat, sentence("{}: {} stands twice.", source, key));
    }
  }
  return {};
}

std::vector<std::string> keysOf(const std::vector<Varied>& settings) {
  std::vector<std::string> keys;
  for (const Varied& varied : settings) {
    keys.push_back(varied.key);
  }
  return keys;
}

}  // namespace

Result<std::vector<Settings>> settingsOfCells(const Plan& plan, std::size_t most,
                                              std::string_view source) {
  W2S_CHECK(checkKeys(keysOf(plan.grid), source));
  W2S_CHECK(
      checkKeys(plan.random ? keysOf(plan.random->settings) : std::vector<std::string>(), source));
  for (const Settings& cell : plan.cells) {
    std::vector<std::string> keys;
    for (const auto& [key, value] : cell) {
      keys.push_back(key);
    }
    W2S_CHECK(checkKeys(keys, source));
  }
  std::vector<Settings> cells;
  if (!plan.grid.empty()) {
    W2S_CHECK(addGrid(plan.grid, most, source, cells));
  }
  if (plan.random) {
    W2S_CHECK(addRandom(*plan.random, most, source, cells));
  }
  cells.insert(cells.end(), plan.cells.begin(), plan.cells.end());
  if (cells.size() > most) {
    return tl::unexpected(tooMany(source, 0, most));
  }
  if (cells.empty()) {
    cells.emplace_back();
  }
  return cells;
}

}  // namespace w2s::study
