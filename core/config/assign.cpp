#include "core/config/assign.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/config/setting_messages.h"
#include "core/config/suggest.h"

namespace w2s::config {

namespace {

constexpr std::size_t kMostHints = 50;
constexpr std::size_t kMostEntries = 256;  // of a list of tables

class Assignment {
 public:
  Assignment(const std::vector<std::string>& known_keys, std::vector<Problem>& problems)
      : known_keys_(known_keys), problems_(problems) {}

  void table(const std::vector<Slot>& slots, const std::string& prefix, const Table& table,
             std::span<const std::string_view> skipped = {}) {
    for (const Entry& entry : table) {
      if (std::ranges::find(skipped, entry.key) != skipped.end()) {
        continue;
      }
      const std::string key = joinKey(prefix, entry.key);
      const auto slot =
          std::ranges::find(slots, std::string_view(entry.key),
                            [](const Slot& candidate) { return candidate.field().name; });
      if (slot == slots.end()) {
        // A file of another kind has any number of keys, and the search for a similar one is slow.
        report(key, entry.line, entry.column,
               problems_.size() < kMostHints
                   ? unknownKeyMessage(key, std::holds_alternative<Table>(entry.value.content),
                                       slots, known_keys_)
                   : sentence("{} is not a setting.", key));
        problems_.back().kind = ProblemKind::Unknown;
        continue;
      }
      value(*slot, key, entry.value);
    }
  }

  void value(const Slot& slot, const std::string& key, const Value& value) {
    switch (slot.kind()) {
      case SlotKind::Boolean:
        return simple<bool>(slot, key, value);
      case SlotKind::Text:
        return simple<std::string>(slot, key, value);
      case SlotKind::Integer:
        return integer(slot, key, value);
      case SlotKind::Real:
        return real(slot, key, value);
      case SlotKind::Integers:
        return integers(slot, key, value);
      case SlotKind::Enumeration:
        return enumeration(slot, key, value);
      case SlotKind::Alternative:
        return alternative(slot, key, value);
      case SlotKind::Schedule:
        return schedule(slot, key, value);
      case SlotKind::Section:
        return section(slot, key, value);
      case SlotKind::List:
        return list(slot, key, value);
    }
  }

 private:
  void report(const std::string& key, int line, int column, Sentence said) {
    problems_.push_back(problemOf(key, std::move(said), line, column));
  }

  void mismatch(const Slot& slot, const std::string& key, const Value& value,
                const Sentence& hint = {}) {
    report(key, value.line, value.column,
           sentence("{} is {}, but must be {}{}", key, describeValue(value), allowedText(slot),
                    hint.text.empty() ? Sentence{.text = "."} : hint));
  }

  // Whether the value is a number that the slot takes; else it is reported. One of the right type
  // may be allowed in another version.
  [[nodiscard]] bool takes(const Slot& slot, const Slot& range, const std::string& key,
                           const Value& value, std::optional<double> number) {
    if (number && rangeMessage(range, key, *number).text.empty()) {
      return true;
    }
    mismatch(slot, key, value);
    if (number) {
      problems_.back().kind = ProblemKind::Unknown;
    }
    return false;
  }

  template <class T>
  void simple(const Slot& slot, const std::string& key, const Value& value) {
    if (const T* content = std::get_if<T>(&value.content)) {
      slot.as<T>() = *content;
    } else {
      mismatch(slot, key, value);
    }
  }

  [[nodiscard]] static std::optional<double> numberIn(const Value& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value.content)) {
      return static_cast<double>(*whole);
    }
    if (const auto* number = std::get_if<double>(&value.content)) {
      return *number;
    }
    return std::nullopt;
  }

  void real(const Slot& slot, const std::string& key, const Value& value) {
    const auto number = numberIn(value);
    if (takes(slot, slot, key, value, number)) {
      slot.as<double>() = *number;
    }
  }

  void integer(const Slot& slot, const std::string& key, const Value& value) {
    const auto whole = wholeNumberIn(value);
    if (takes(slot, slot, key, value, whole ? std::optional<double>(*whole) : std::nullopt)) {
      slot.as<std::int64_t>() = *whole;
    }
  }

  [[nodiscard]] static std::optional<std::int64_t> wholeNumberIn(const Value& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value.content)) {
      return *whole;
    }
    const auto* number = std::get_if<double>(&value.content);
    // Doubles of this size hold whole numbers exactly.
    if (number != nullptr && std::abs(*number) <= 9007199254740992.0 &&
        std::trunc(*number) == *number) {
      return static_cast<std::int64_t>(*number);
    }
    return std::nullopt;
  }

  void integers(const Slot& slot, const std::string& key, const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value.content)) {
      auto seeds = parseSeeds(*text);
      if (!seeds) {
        return report(key, value.line, value.column,
                      sentence("{}: {}", key, saidBy(seeds.error())));
      }
      slot.as<std::vector<std::int64_t>>() = std::move(*seeds);
      return;
    }
    std::vector<Value> single{value};
    const auto* list = std::get_if<std::vector<Value>>(&value.content);
    std::vector<std::int64_t> numbers;
    for (const Value& element : list == nullptr ? single : *list) {
      const auto whole = wholeNumberIn(element);
      if (!whole || *whole < 0 || *whole > kLargestSeed) {
        return mismatch(slot, key, element);
      }
      numbers.push_back(*whole);
    }
    slot.as<std::vector<std::int64_t>>() = std::move(numbers);
  }

  [[nodiscard]] bool selectByName(const Slot& slot, std::string_view name) {
    const auto options = slot.options();
    const auto found = std::ranges::find(options, name, &Option::name);
    if (found == options.end()) {
      return false;
    }
    slot.select(static_cast<std::size_t>(found - options.begin()));
    return true;
  }

  [[nodiscard]] static Sentence hintForOption(const Slot& slot, std::string_view name) {
    std::vector<std::string> names;
    for (const Option& option : slot.options()) {
      names.emplace_back(option.name);
    }
    return didYouMean(name, names);
  }

  void enumeration(const Slot& slot, const std::string& key, const Value& value) {
    const auto* name = std::get_if<std::string>(&value.content);
    if (name == nullptr) {
      return mismatch(slot, key, value);
    }
    if (!selectByName(slot, *name)) {
      mismatch(slot, key, value, hintForOption(slot, *name));
      problems_.back().kind = ProblemKind::Unknown;
    }
  }

  // The text of an alternative: its name, or a shorthand such as a file path.
  [[nodiscard]] bool selectAlternative(const Slot& slot, const std::string& key,
                                       const Value& value) {
    const auto* name = std::get_if<std::string>(&value.content);
    if (name != nullptr && (selectByName(slot, *name) || slot.selectByText(*name))) {
      return true;
    }
    mismatch(slot, key, value, name == nullptr ? Sentence{} : hintForOption(slot, *name));
    problems_.back().kind = name == nullptr ? ProblemKind::Wrong : ProblemKind::Unknown;
    return false;
  }

  void alternative(const Slot& slot, const std::string& key, const Value& value) {
    const auto* table = std::get_if<Table>(&value.content);
    if (table == nullptr) {
      (void)selectAlternative(slot, key, value);
      return;
    }
    const std::array<std::string_view, 2> selectors{slot.field().selector, "kind"};
    const Entry* chosen = nullptr;
    for (const Entry& entry : *table) {
      if (std::ranges::find(selectors, entry.key) == selectors.end()) {
        continue;
      }
      if (chosen != nullptr) {
        return report(joinKey(key, entry.key), entry.line, entry.column,
                      sentence("{0} names its kind twice, as {1} and as {2}; keep one of them.",
                               key, chosen->key, entry.key));
      }
      chosen = &entry;
    }
    // Without its kind, the other keys mean nothing.
    if (chosen != nullptr && !selectAlternative(slot, key, chosen->value)) {
      return;
    }
    fieldsOfAlternative(slot, key, *table, selectors);
  }

  void fieldsOfAlternative(const Slot& slot, const std::string& key, const Table& table,
                           std::span<const std::string_view> selectors) {
    const std::vector<Slot> fields = slot.children();
    Table known;
    for (const Entry& entry : table) {
      const auto belongs_to = [&](const Field& field) { return field.name == entry.key; };
      const bool here = std::ranges::any_of(fields, belongs_to, &Slot::field);
      const auto other = here ? std::string_view{} : optionWithField(slot, entry.key);
      if (other.empty()) {
        known.push_back(entry);
        continue;
      }
      const std::string_view present = slot.options()[slot.selected()].name;
      report(joinKey(key, entry.key), entry.line, entry.column,
             sentence("{0}.{1} is a setting of {2}, but {0} is {3}; choose {0} = \"{2}\" first, "
                      "or leave it out.",
                      key, entry.key, other, present));
      problems_.back().kind = ProblemKind::Unknown;
    }
    this->table(fields, key, known, selectors);
  }

  [[nodiscard]] static std::string_view optionWithField(const Slot& slot, std::string_view name) {
    for (std::size_t option = 0; option < slot.options().size(); ++option) {
      const auto fields = slot.fieldsOfOption(option);
      if (std::ranges::find(fields, name, &Field::name) != fields.end()) {
        return slot.options()[option].name;
      }
    }
    return {};
  }

  void schedule(const Slot& slot, const std::string& key, const Value& value) {
    const std::vector<Slot> parts = slot.children();
    if (const auto* table = std::get_if<Table>(&value.content)) {
      return this->table(parts, key, *table);
    }
    const auto number = numberIn(value);
    if (takes(slot, parts.front(), key, value, number)) {
      slot.as<Schedule>().base = *number;
    }
  }

  void section(const Slot& slot, const std::string& key, const Value& value) {
    if (const auto* table = std::get_if<Table>(&value.content)) {
      return this->table(slot.children(), key, *table);
    }
    mismatch(slot, key, value);
  }

  // A list of tables replaces all entries. A table is the short form, or changes entries by their
  // names.
  void list(const Slot& slot, const std::string& key, const Value& value) {
    if (const auto* table = std::get_if<Table>(&value.content)) {
      return this->table(slot.children(), key, *table);
    }
    const auto* values = std::get_if<std::vector<Value>>(&value.content);
    const auto is_table = [](const Value& entry) {
      return std::holds_alternative<Table>(entry.content);
    };
    if (values == nullptr || !std::ranges::all_of(*values, is_table) ||
        (values->empty() && slot.hasShortForm())) {
      return mismatch(slot, key, value);
    }
    if (values->size() > kMostEntries) {
      return report(key, value.line, value.column,
                    sentence("{} has {} entries, but can have at most {}.", key, values->size(),
                             kMostEntries));
    }
    slot.resize(0);
    slot.resize(values->size());
    for (std::size_t i = 0; i < values->size(); ++i) {
      entry(slot, i, key, (*values)[i]);
    }
  }

  // The name first: it is part of the other keys.
  void entry(const Slot& list, std::size_t i, const std::string& key, const Value& value) {
    const Table& fields = std::get<Table>(value.content);
    constexpr std::array<std::string_view, 1> kName{"name"};
    const Slot name = list.entries()[i].children().front();
    if (const Entry* given = findEntry(fields, kName[0])) {
      this->value(name, joinKey(key, kName[0]), given->value);
    }
    const std::string& text = name.as<std::string>();
    if (text.empty() && list.size() == 1 && list.hasShortForm()) {
      return this->table(list.children(), key, fields, kName);
    }
    if (!isEntryName(text)) {
      report(key, value.line, value.column,
             sentence("{} has an entry whose name is \"{}\"; give each entry a name of small "
                      "letters, digits, _ "
                      "and -, which starts with a letter.",
                      key, text));
      return;
    }
    const Slot named = list.entries()[i];
    this->table(named.children(), joinKey(key, text), fields, kName);
  }

  const std::vector<std::string>& known_keys_;
  std::vector<Problem>& problems_;
};

}  // namespace

void assignValue(const Slot& slot, const std::string& key, const Value& value,
                 const std::vector<std::string>& known_keys, std::vector<Problem>& problems) {
  Assignment(known_keys, problems).value(slot, key, value);
}

void assignTable(const std::vector<Slot>& slots, const std::string& prefix, const Table& table,
                 const std::vector<std::string>& known_keys, std::vector<Problem>& problems) {
  Assignment(known_keys, problems).table(slots, prefix, table);
}

bool isEntryName(std::string_view name) {
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto is_allowed = [&](char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-';
  };
  return !name.empty() && is_letter(name.front()) && std::ranges::all_of(name, is_allowed);
}

std::vector<std::string> allKeys(std::vector<Slot> slots) {
  std::vector<std::string> keys;
  forEachSlot(std::move(slots), [&keys](const std::string& key, const Slot& slot) {
    if (std::ranges::find(keys, key) == keys.end()) {
      keys.push_back(key);
    }
    if (slot.kind() != SlotKind::Alternative) {
      return;
    }
    for (std::size_t option = 0; option < slot.options().size(); ++option) {
      for (const Field& field : slot.fieldsOfOption(option)) {
        if (std::string inner = joinKey(key, field.name);
            std::ranges::find(keys, inner) == keys.end()) {
          keys.push_back(std::move(inner));
        }
      }
    }
  });
  return keys;
}

}  // namespace w2s::config
