#include "core/study/plan.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/config/assign.h"
#include "core/config/suggest.h"
#include "core/config/toml_syntax.h"
#include "core/config/value.h"

namespace w2s::study {
namespace {

using config::Entry;
using config::Table;
using config::Value;

constexpr std::int64_t kSchema = 1;
const std::vector<std::string> kRangeKeys{"low", "high", "log", "count"};
const std::vector<std::string> kParts{"schema", "name", "base", "seeds", "grid", "random", "cell"};

Error errorAt(std::string_view source, int line, const Sentence& said) {
  return line > 0
             ? fail(ErrorCode::BadFormat, sentence("{}, line {}: {}", source, line, said)).value()
             : fail(ErrorCode::BadFormat, sentence("{}: {}", source, said)).value();
}

template <class Content>
const Content* contentOf(const Table& table, std::string_view key) {
  const Entry* entry = config::findEntry(table, key);
  return entry != nullptr ? std::get_if<Content>(&entry->value.content) : nullptr;
}

Status checkParts(const Table& file, std::string_view source) {
  for (const Entry& entry : file) {
    if (std::ranges::find(kParts, entry.key) == kParts.end()) {
      const Sentence meant = config::didYouMean(entry.key, kParts);
      return fail(
          ErrorCode::BadFormat,
          sentence("{}, line {}: a study has no part \"{}\"{} Its parts are {}.", source,
                   entry.line, entry.key, meant.text.empty() ? Sentence{.text = "."} : meant,
                   fmt::join(kParts, ", ")));
    }
  }
  const auto* schema = contentOf<std::int64_t>(file, "schema");
  if (schema == nullptr || *schema != kSchema) {
    return tl::unexpected(
        errorAt(source, 0, sentence("a study begins with schema = {}.", kSchema)));
  }
  return {};
}

Result<std::vector<std::int64_t>> seedsOf(const Table& file, std::string_view source) {
  const Entry* entry = config::findEntry(file, "seeds");
  if (entry == nullptr) {
    return std::vector<std::int64_t>();
  }
  std::string text;
  if (const auto* written = std::get_if<std::string>(&entry->value.content)) {
    text = *written;
  } else if (const auto* list = std::get_if<std::vector<Value>>(&entry->value.content)) {
    std::vector<std::string> parts;
    for (const Value& value : *list) {
      const auto* whole = std::get_if<std::int64_t>(&value.content);
      parts.push_back(whole != nullptr ? std::to_string(*whole)
                                       : config::describeValue(value).text);
    }
    text = fmt::format("{}", fmt::join(parts, ","));
  }
  auto seeds = config::parseSeeds(text);
  if (!seeds) {
    return tl::unexpected(errorAt(source, entry->line, saidBy(seeds.error())));
  }
  return seeds;
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

// A distribution is a table with `low`; any other table is a part of a key.
void flatten(const Table& table, const std::string& prefix, std::vector<Leaf>& leaves) {
  for (const Entry& entry : table) {
    const std::string key = prefix + entry.key;
    const auto* inner = std::get_if<Table>(&entry.value.content);
    if (inner != nullptr && config::findEntry(*inner, "low") == nullptr) {
      flatten(*inner, key + ".", leaves);
    } else {
      leaves.push_back({wholeKey(key), &entry.value, entry.line});
    }
  }
}

std::vector<Leaf> leavesOf(const Table& table) {
  std::vector<Leaf> leaves;
  flatten(table, {}, leaves);
  return leaves;
}

// A list of values, of which there is at least one.
Result<Varied> choicesOf(const Leaf& leaf, std::string_view source) {
  const auto* list = std::get_if<std::vector<Value>>(&leaf.value->content);
  Varied varied{.key = leaf.key, .line = leaf.line};
  if (list != nullptr) {
    for (const Value& value : *list) {
      if (auto text = settingText(value)) {
        varied.values.push_back(*std::move(text));
      }
    }
  }
  if (varied.values.empty() || varied.values.size() != list->size()) {
    return tl::unexpected(
        errorAt(source, leaf.line,
                sentence("{} takes a list of values to vary, such as [1, 2, 4], not {}.", leaf.key,
                         config::describeValue(*leaf.value))));
  }
  return varied;
}

std::optional<double> numberOf(const Table& table, std::string_view key) {
  if (const auto* whole = contentOf<std::int64_t>(table, key)) {
    return static_cast<double>(*whole);
  }
  const auto* real = contentOf<double>(table, key);
  return real != nullptr ? std::optional(*real) : std::nullopt;
}

enum class Part { Grid, Random };

// A list, or a range: of a grid with a count, of random draws without.
Result<Varied> variedOf(const Leaf& leaf, std::string_view source, Part part) {
  const auto* table = std::get_if<Table>(&leaf.value->content);
  if (table == nullptr) {
    return choicesOf(leaf, source);
  }
  for (const Entry& entry : *table) {
    if (std::ranges::find(kRangeKeys, entry.key) == kRangeKeys.end()) {
      const Sentence meant = config::didYouMean(entry.key, kRangeKeys);
      return tl::unexpected(errorAt(
          source, leaf.line,
          sentence("{}: a range has no \"{}\"{} It has low, high, log and, in a grid, count.",
                   leaf.key, entry.key, meant.text.empty() ? Sentence{.text = "."} : meant)));
    }
  }
  const std::optional<double> low = numberOf(*table, "low");
  const std::optional<double> high = numberOf(*table, "high");
  const bool* log = contentOf<bool>(*table, "log");
  if (log == nullptr && config::findEntry(*table, "log") != nullptr) {
    return tl::unexpected(
        errorAt(source, leaf.line, sentence("{}: log of a range is true or false.", leaf.key)));
  }
  Draw draw{.low = low.value_or(NAN),
            .high = high.value_or(NAN),
            .is_log = log != nullptr && *log,
            .is_whole = contentOf<std::int64_t>(*table, "low") != nullptr &&
                        contentOf<std::int64_t>(*table, "high") != nullptr};
  const bool has_count = config::findEntry(*table, "count") != nullptr;
  const auto* count = contentOf<std::int64_t>(*table, "count");
  if (has_count != (part == Part::Grid) ||
      (has_count && (count == nullptr || *count < 1 || *count > kMostInRange))) {
    return tl::unexpected(errorAt(
        source, leaf.line,
        part == Part::Grid
            ? sentence(
                  "{}: a range of a grid says how many values it has: count = n, a whole number "
                  "from 1 to {}.",
                  leaf.key, kMostInRange)
            : sentence("{}: a range that is drawn from has no count; random has one.", leaf.key)));
  }
  draw.count = count != nullptr ? *count : 0;
  if (!isRange(draw)) {
    return tl::unexpected(errorAt(
        source, leaf.line,
        sentence("{} takes {{ low = a, high = b }} with a <= b, or with log = true and 0 < a <= b.",
                 leaf.key)));
  }
  return Varied{.key = leaf.key,
                .values = draw.count > 0 ? valuesOf(draw) : std::vector<std::string>(),
                .draw = draw,
                .line = leaf.line};
}

// The part as a table; none where the file does not have it.
Result<const Table*> tableOf(const Table& file, std::string_view part, std::string_view source) {
  const Entry* entry = config::findEntry(file, part);
  const Table* table = entry != nullptr ? std::get_if<Table>(&entry->value.content) : nullptr;
  if (entry != nullptr && table == nullptr) {
    return tl::unexpected(
        errorAt(source, entry->line, sentence("{} is a table: write [{}].", part, part)));
  }
  return table;
}

Result<std::optional<Random>> randomOf(const Table& file, std::string_view source) {
  W2S_TRY(const Table* table, tableOf(file, "random", source));
  if (table == nullptr) {
    return std::nullopt;
  }
  const double count = numberOf(*table, "count").value_or(0.0);
  const double seed = numberOf(*table, "seed").value_or(0.0);
  constexpr double kMost = 1e15;  // a double counts these one by one
  if (!(count >= 1.0 && count <= kMost) || count != std::floor(count) ||
      !(seed >= 0.0 && seed <= kMost) || seed != std::floor(seed)) {
    return tl::unexpected(
        errorAt(source, config::findEntry(file, "random")->line,
                sentence("random needs count, a whole number from 1, and takes seed.")));
  }
  Random random{.count = static_cast<std::int64_t>(count),
                .seed = static_cast<std::uint64_t>(seed),
                .settings = {}};
  for (const Leaf& leaf : leavesOf(*table)) {
    if (leaf.key != "count" && leaf.key != "seed") {
      W2S_TRY(Varied varied, variedOf(leaf, source, Part::Random));
      random.settings.push_back(std::move(varied));
    }
  }
  return random;
}

Result<std::vector<Settings>> cellsOf(const Table& file, std::string_view source) {
  std::vector<Settings> cells;
  const Entry* entry = config::findEntry(file, "cell");
  if (entry == nullptr) {
    return cells;
  }
  const auto not_tables = [&] {
    return tl::unexpected(errorAt(source, entry->line, sentence("a cell stands under [[cell]].")));
  };
  const auto* list = std::get_if<std::vector<Value>>(&entry->value.content);
  if (list == nullptr) {
    return not_tables();
  }
  for (const Value& value : *list) {
    const auto* table = std::get_if<Table>(&value.content);
    if (table == nullptr) {
      return not_tables();
    }
    Settings& cell = cells.emplace_back();
    for (const Leaf& leaf : leavesOf(*table)) {
      auto text = settingText(*leaf.value);
      if (!text) {
        return tl::unexpected(errorAt(source, leaf.line,
                                      sentence("{} of a cell takes one value, not {}.", leaf.key,
                                               config::describeValue(*leaf.value))));
      }
      cell.emplace_back(leaf.key, *std::move(text));
    }
  }
  return cells;
}

}  // namespace

std::string wholeKey(std::string_view key) {
  constexpr std::string_view kBase = ".base";
  return std::string(key.ends_with(kBase) ? key.substr(0, key.size() - kBase.size()) : key);
}

Result<Plan> readPlan(std::string_view text, std::string_view source) {
  std::vector<config::Problem> problems;
  const Table file = config::readTomlSyntax(text, problems);
  if (!problems.empty()) {
    return tl::unexpected<Error>(config::errorOf(problems, source));
  }
  W2S_CHECK(checkParts(file, source));
  const auto* name = contentOf<std::string>(file, "name");
  if (name == nullptr || name->empty()) {
    return tl::unexpected(
        errorAt(source, 0, sentence("a study needs a name, by which its runs are found again.")));
  }
  const auto* base = contentOf<std::string>(file, "base");
  if (base == nullptr || base->empty()) {
    return tl::unexpected(
        errorAt(source, 0, sentence("base names a preset or a configuration file.")));
  }
  Plan plan{.name = *name, .base = *base};
  W2S_TRY(plan.seeds, seedsOf(file, source));
  W2S_TRY(const Table* grid, tableOf(file, "grid", source));
  for (const Leaf& leaf : grid != nullptr ? leavesOf(*grid) : std::vector<Leaf>()) {
    W2S_TRY(Varied varied, variedOf(leaf, source, Part::Grid));
    plan.grid.push_back(std::move(varied));
  }
  W2S_TRY(plan.random, randomOf(file, source));
  W2S_TRY(plan.cells, cellsOf(file, source));
  return plan;
}

}  // namespace w2s::study
