#include "core/study/study_cells.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "core/base/seed.h"

namespace w2s::study {
namespace {

using config::Entry;
using config::Table;
using config::Value;

constexpr std::string_view kCount = "count";
constexpr std::string_view kSeed = "seed";

Error errorAt(std::string_view source, int line, const Sentence& said) {
  return line > 0
             ? fail(ErrorCode::BadFormat, sentence("{}, line {}: {}", source, line, said)).value()
             : fail(ErrorCode::BadFormat, sentence("{}: {}", source, said)).value();
}

// What --set takes for it. Empty: a list or a table.
std::optional<std::string> settingText(const Value& value) {
  if (const auto* flag = std::get_if<bool>(&value.content)) {
    return *flag ? "true" : "false";
  }
  if (const auto* whole = std::get_if<std::int64_t>(&value.content)) {
    return std::to_string(*whole);
  }
  if (const auto* real = std::get_if<double>(&value.content)) {
    return config::realText(*real);
  }
  if (const auto* text = std::get_if<std::string>(&value.content)) {
    return *text;
  }
  return std::nullopt;
}

// A setting of the file by its whole key, whether in quotes or as tables.
struct Leaf {
  std::string key;
  const Value* value = nullptr;
  int line = 0;
};

bool hasKey(const Table& table, std::string_view key) {
  return config::findEntry(table, key) != nullptr;
}

// A distribution is a table with `low`; any other table is a part of a key.
void flatten(const Table& table, const std::string& prefix, std::vector<Leaf>& leaves) {
  for (const Entry& entry : table) {
    const std::string key = prefix + entry.key;
    const auto* inner = std::get_if<std::vector<Entry>>(&entry.value.content);
    if (inner != nullptr && !hasKey(*inner, "low")) {
      flatten(*inner, key + ".", leaves);
    } else {
      leaves.push_back({key, &entry.value, entry.line});
    }
  }
}

std::vector<Leaf> leavesOf(const Table& table) {
  std::vector<Leaf> leaves;
  flatten(table, {}, leaves);
  return leaves;
}

// The values of a list, of which there is at least one.
Result<std::vector<std::string>> choicesOf(const Leaf& leaf, std::string_view source) {
  const auto* list = std::get_if<std::vector<Value>>(&leaf.value->content);
  std::vector<std::string> choices;
  if (list != nullptr) {
    for (const Value& value : *list) {
      if (auto text = settingText(value)) {
        choices.push_back(*std::move(text));
      }
    }
  }
  if (choices.empty() || choices.size() != list->size()) {
    return tl::unexpected(
        errorAt(source, leaf.line,
                sentence("{} takes a list of values to vary, such as [1, 2, 4], not {}.", leaf.key,
                         config::describeValue(*leaf.value))));
  }
  return choices;
}

Error tooMany(std::string_view source, int line, std::size_t most) {
  return errorAt(source, line,
                 sentence("the study has more than {} cells for its seeds; split it.", most));
}

Status addGrid(const Entry& entry, std::size_t most, std::string_view source,
               std::vector<Settings>& cells) {
  std::vector<Settings> combined{{}};
  for (const Leaf& leaf : leavesOf(std::get<std::vector<Entry>>(entry.value.content))) {
    W2S_TRY(const std::vector<std::string> choices, choicesOf(leaf, source));
    if (choices.size() > most / combined.size()) {
      return tl::unexpected(tooMany(source, leaf.line, most));
    }
    std::vector<Settings> next;
    for (const Settings& cell : combined) {
      for (const std::string& value : choices) {
        next.push_back(cell);
        next.back().emplace_back(leaf.key, value);
      }
    }
    combined = std::move(next);
  }
  cells.insert(cells.end(), combined.begin(), combined.end());
  return {};
}

std::optional<double> numberOf(const Table& table, std::string_view key) {
  const Entry* entry = config::findEntry(table, key);
  if (entry == nullptr) {
    return std::nullopt;
  }
  if (const auto* whole = std::get_if<std::int64_t>(&entry->value.content)) {
    return static_cast<double>(*whole);
  }
  const auto* real = std::get_if<double>(&entry->value.content);
  return real != nullptr ? std::optional(*real) : std::nullopt;
}

bool isSet(const Table& table, std::string_view key) {
  const Entry* entry = config::findEntry(table, key);
  const bool* flag = entry != nullptr ? std::get_if<bool>(&entry->value.content) : nullptr;
  return flag != nullptr && *flag;
}

// Uniform between low and high, or uniform in the logarithm; whole numbers where both ends are.
Result<std::string> drawn(const Leaf& leaf, SplitMix64& random, std::string_view source) {
  const auto* table = std::get_if<std::vector<Entry>>(&leaf.value->content);
  if (table == nullptr) {
    W2S_TRY(const std::vector<std::string> choices, choicesOf(leaf, source));
    return choices[random.below(choices.size())];
  }
  const std::optional<double> low = numberOf(*table, "low");
  const std::optional<double> high = numberOf(*table, "high");
  const bool is_log = isSet(*table, "log");
  if (!low || !high || !std::isfinite(*low) || !std::isfinite(*high) || *low > *high ||
      (is_log && *low <= 0.0)) {
    return tl::unexpected(errorAt(
        source, leaf.line,
        sentence("{} takes {{ low = a, high = b }} with a <= b, or with log = true and 0 < a <= b.",
                 leaf.key)));
  }
  constexpr double kExact =
      9007199254740992.0;  // 2^53: up to here a double counts every whole number
  const bool is_whole =
      std::holds_alternative<std::int64_t>(config::findEntry(*table, "low")->value.content) &&
      std::holds_alternative<std::int64_t>(config::findEntry(*table, "high")->value.content) &&
      *low >= -kExact && *high < kExact;
  const double share = random.uniform();
  if (is_whole && !is_log) {
    return std::to_string(
        static_cast<std::int64_t>(std::min(*high, std::floor(*low + share * (*high - *low + 1)))));
  }
  const double value =
      is_log ? *low * std::pow(*high / *low, share) : *low + share * (*high - *low);
  return is_whole ? std::to_string(std::llround(value)) : config::realText(value);
}

Status addRandom(const Entry& entry, std::size_t most, std::string_view source,
                 std::vector<Settings>& cells) {
  const Table& table = std::get<std::vector<Entry>>(entry.value.content);
  const double count = numberOf(table, kCount).value_or(0.0);
  const double seed = numberOf(table, kSeed).value_or(0.0);
  if (!(count >= 1.0) || count != std::floor(count) || !(seed >= 0.0) || seed != std::floor(seed)) {
    return tl::unexpected(
        errorAt(source, entry.line,
                sentence("random needs count, a whole number from 1, and takes seed.")));
  }
  if (count > static_cast<double>(most)) {
    return tl::unexpected(tooMany(source, entry.line, most));
  }
  std::vector<Leaf> leaves = leavesOf(table);
  std::erase_if(leaves, [](const Leaf& leaf) { return leaf.key == kCount || leaf.key == kSeed; });
  const Seed root = Seed(static_cast<std::uint64_t>(seed)).child("study");
  for (std::uint64_t i = 0; i < static_cast<std::uint64_t>(count); ++i) {
    Settings cell;
    for (const Leaf& leaf : leaves) {
      // A stream for each setting: another one more leaves the others as they are.
      SplitMix64 random(root.child(i).child(leaf.key));
      W2S_TRY(std::string value, drawn(leaf, random, source));
      cell.emplace_back(leaf.key, std::move(value));
    }
    cells.push_back(std::move(cell));
  }
  return {};
}

Status addCells(const Entry& entry, std::string_view source, std::vector<Settings>& cells) {
  const auto* list = std::get_if<std::vector<Value>>(&entry.value.content);
  for (const Value& value : list != nullptr ? *list : std::vector<Value>()) {
    const auto* table = std::get_if<std::vector<Entry>>(&value.content);
    if (table == nullptr) {
      list = nullptr;
      break;
    }
    Settings cell;
    for (const Leaf& leaf : leavesOf(*table)) {
      auto text = settingText(*leaf.value);
      if (!text) {
        return tl::unexpected(errorAt(source, leaf.line,
                                      sentence("{} of a cell takes one value, not {}.", leaf.key,
                                               config::describeValue(*leaf.value))));
      }
      cell.emplace_back(leaf.key, *std::move(text));
    }
    cells.push_back(std::move(cell));
  }
  return list != nullptr ? Status()
                         : tl::unexpected(errorAt(source, entry.line,
                                                  sentence("a cell stands under [[cell]].")));
}

}  // namespace

Result<std::vector<Settings>> settingsOfCells(const Table& file, std::size_t most,
                                              std::string_view source) {
  std::vector<Settings> cells;
  for (const std::string_view part : {"grid", "random", "cell"}) {
    const Entry* entry = config::findEntry(file, part);
    if (entry == nullptr) {
      continue;
    }
    if (part != "cell" && !std::holds_alternative<std::vector<Entry>>(entry->value.content)) {
      return tl::unexpected(
          errorAt(source, entry->line, sentence("{} is a table: write [{}].", part, part)));
    }
    W2S_CHECK(part == "grid"     ? addGrid(*entry, most, source, cells)
              : part == "random" ? addRandom(*entry, most, source, cells)
                                 : addCells(*entry, source, cells));
    if (cells.size() > most) {
      return tl::unexpected(tooMany(source, entry->line, most));
    }
  }
  if (cells.empty()) {
    cells.emplace_back();
  }
  return cells;
}

}  // namespace w2s::study
