#include "core/config/settings.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include <fmt/format.h>

#include "core/config/read_table.h"
#include "core/config/setting_messages.h"
#include "core/config/toml_syntax.h"

namespace w2s::config {

namespace {

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t");
  return begin == std::string_view::npos
             ? std::string_view{}
             : text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

std::optional<Value> parseToml(std::string_view text) {
  std::vector<Problem> problems;
  Table table = readTomlSyntax(fmt::format("value = {}\n", text), problems);
  // A line break could smuggle in a second key.
  return problems.empty() && table.size() == 1 ? std::optional(std::move(table.front().value))
                                               : std::nullopt;
}

std::optional<Value> parseNumber(std::string_view text) {
  if (text.starts_with('+')) {
    text.remove_prefix(1);
  }
  const char* const end = text.data() + text.size();
  std::int64_t whole = 0;
  if (const auto result = std::from_chars(text.data(), end, whole);
      result.ec == std::errc() && result.ptr == end) {
    return Value{whole};
  }
  double number = 0.0;  // unlike TOML also ".5" and "5."
  if (const auto result = std::from_chars(text.data(), end, number);
      result.ec == std::errc() && result.ptr == end) {
    return Value{number};
  }
  return std::nullopt;
}

// Whether a text setting may stand in quotes, as in `name="my run"`, or is taken as it is.
enum class Quotes { Read, Keep };

// The value a text stands for at a place of this kind. Text settings take everything: `name=42`
// names it "42".
std::optional<Value> valueOf(std::string_view text, SlotKind kind, Quotes quotes) {
  if (kind != SlotKind::Text || quotes == Quotes::Read) {
    text = trimmed(text);
  }
  const bool marked =
      !text.empty() && std::string_view("\"'[{").find(text.front()) != std::string_view::npos;
  if (kind == SlotKind::Text) {
    const bool in_quotes =
        quotes == Quotes::Read && marked && (text.front() == '"' || text.front() == '\'');
    // Through TOML, so that text which is not UTF-8 is refused.
    return parseToml(in_quotes ? std::string(text) : quotedText(text));
  }
  if (marked) {
    return parseToml(text);
  }
  if (text == "true" || text == "false") {
    return Value{text == "true"};
  }
  if (auto number = parseNumber(text)) {
    return number;
  }
  return Value{std::string(text)};
}

// The value as it would stand in a file, without the line numbers of the little table it was read
// from.
void forgetPlaces(Value& value) {
  value.line = value.column = 0;
  if (auto* list = std::get_if<std::vector<Value>>(&value.content)) {
    std::ranges::for_each(*list, forgetPlaces);
  } else if (auto* table = std::get_if<Table>(&value.content)) {
    for (Entry& entry : *table) {
      entry.line = entry.column = 0;
      forgetPlaces(entry.value);
    }
  }
}

// LIST.NAME.kind=... and LIST.NAME.name=NAME add the entry NAME to a list that has none of this
// name.
void addEntry(const std::vector<Slot>& slots, std::string_view rest) {
  const std::size_t dot = rest.find('.');
  const std::string_view below = rest.substr(dot + 1);
  const std::string_view name = below.substr(0, below.find('.'));
  const std::string_view field = below.size() == name.size() ? "" : below.substr(name.size() + 1);
  const auto list = std::ranges::find(slots, rest.substr(0, dot),
                                      [](const Slot& slot) { return slot.field().name; });
  if (list == slots.end() || list->kind() != SlotKind::List || list->isShort() ||
      !isEntryName(name) || (field != "kind" && field != "name")) {
    return;
  }
  const std::vector<Slot> entries = list->entries();
  if (std::ranges::any_of(entries, [&](const Slot& entry) { return entry.field().name == name; })) {
    return;
  }
  list->resize(entries.size() + 1);
  list->entries().back().children().front().as<std::string>() = name;
}

// `rest` of the dotted key, below slots whose common key is `prefix`.
void assignAt(const std::vector<Slot>& slots, const std::string& prefix, std::string_view rest,
              std::string_view text, Quotes quotes, const std::vector<std::string>& known_keys,
              std::vector<Problem>& problems) {
  const std::size_t dot = rest.find('.');
  const std::string_view name = rest.substr(0, dot);
  const std::string key = joinKey(prefix, name);
  if (dot != std::string_view::npos) {
    addEntry(slots, rest);
  }
  const auto slot =
      std::ranges::find(slots, name, [](const Slot& candidate) { return candidate.field().name; });
  if (slot == slots.end()) {
    problems.push_back(problemOf(
        joinKey(prefix, rest),
        unknownKeyMessage(joinKey(prefix, rest), text.starts_with('{'), slots, known_keys)));
    return;
  }
  const bool is_last = dot == std::string_view::npos;
  if (!is_last && slot->kind() == SlotKind::List && !slot->isShort()) {
    const std::string_view below = rest.substr(dot + 1);
    const std::string_view entry = below.substr(0, below.find('.'));
    const std::vector<Slot> entries = slot->entries();
    if (std::ranges::none_of(entries, [&](const Slot& e) { return e.field().name == entry; })) {
      problems.push_back(problemOf(
          joinKey(prefix, rest),
          sentence("{0}.{1} is no entry of {0}; add it first, with {0}.{1}.kind.", key, entry)));
      return;
    }
  }
  // Deeper than a field of the chosen alternative: that field's own affair.
  if (!is_last && slot->kind() == SlotKind::Alternative) {
    const std::string_view below = rest.substr(dot + 1);
    const std::string_view field = below.substr(0, below.find('.'));
    const std::vector<Slot> children = slot->children();
    const auto names_it = [&](const Slot& child) { return child.field().name == field; };
    if (field.size() < below.size() && std::ranges::any_of(children, names_it)) {
      return assignAt(children, key, below, text, quotes, known_keys, problems);
    }
  }
  // The fields of an alternative go through its table form, which knows the kind's key and the
  // other kinds' fields.
  if (!is_last && slot->kind() != SlotKind::Alternative) {
    const std::vector<Slot> children = slot->children();
    return assignAt(children, key, rest.substr(dot + 1), text, quotes, known_keys, problems);
  }
  SlotKind target = slot->kind();
  std::string field_name;
  if (!is_last) {
    field_name = rest.substr(dot + 1);
    target = SlotKind::Enumeration;
    for (const Slot& child : slot->children()) {
      target = child.field().name == field_name ? child.kind() : target;
    }
  }
  std::optional<Value> value = valueOf(text, target, quotes);
  if (!value) {
    problems.push_back(
        problemOf(joinKey(prefix, rest),
                  sentence("{} is {}, which is not a complete TOML value (or not UTF-8).",
                           joinKey(prefix, rest), describeValue(Value{std::string(text)}))));
    return;
  }
  forgetPlaces(*value);
  if (!is_last) {
    value = Value{Table{Entry{field_name, std::move(*value)}}};
  }
  assignValue(*slot, key, *value, known_keys, problems);
}

std::vector<Problem> problemsOfSetting(ExperimentConfig& config, std::string_view key,
                                       std::string_view text, Quotes quotes) {
  constexpr std::size_t kLongestKey = 1000;
  if (key.size() > kLongestKey) {
    return {
        problemOf({}, sentence("A key has {} characters, more than {}.", key.size(), kLongestKey))};
  }
  std::vector<Problem> problems;
  ExperimentConfig changed = config;
  assignAt(slotsOf(changed), {}, trimmed(key), text, quotes, experimentKeys(), problems);
  if (problems.empty()) {
    config = std::move(changed);
  }
  return problems;
}

std::vector<Problem> problemsOfAssignment(ExperimentConfig& config, std::string_view assignment) {
  const std::size_t equals = assignment.find('=');
  if (equals == std::string_view::npos) {
    return {problemOf(
        {}, sentence("\"{}\" sets nothing: write key=value, for example objective.temperature=2.",
                     assignment))};
  }
  return problemsOfSetting(config, assignment.substr(0, equals), assignment.substr(equals + 1),
                           Quotes::Read);
}

Status statusOf(const std::vector<Problem>& problems) {
  if (problems.empty()) {
    return {};
  }
  return tl::unexpected<Error>(errorOf(problems, {}));
}

}  // namespace

Status applySetting(ExperimentConfig& config, std::string_view key, std::string_view value) {
  return statusOf(problemsOfSetting(config, key, value, Quotes::Keep));
}

Status applySetting(ExperimentConfig& config, std::string_view assignment) {
  return statusOf(problemsOfAssignment(config, assignment));
}

Status applySettings(ExperimentConfig& config, const std::vector<std::string>& assignments) {
  ExperimentConfig changed = config;
  std::vector<Problem> problems;
  for (const std::string& assignment : assignments) {
    std::vector<Problem> found = problemsOfAssignment(changed, assignment);
    problems.insert(problems.end(), found.begin(), found.end());
  }
  if (problems.empty()) {
    config = std::move(changed);
  }
  return statusOf(problems);
}

}  // namespace w2s::config
