#include "core/config/setting_messages.h"

#include <cmath>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/config/assign.h"
#include "core/config/suggest.h"

namespace w2s::config {
namespace {

Sentence unitText(const Field& field) {
  return field.unit.empty() ? Sentence{} : sentence(" {}", field.unit);
}

Sentence rangeText(const Field& field, bool whole) {
  const auto number = [whole](double bound) {
    return whole ? Sentence{.text = fmt::format("{}", static_cast<std::int64_t>(bound))}
                 : Sentence{.text = fmt::format("{}", bound), .is_number = true};
  };
  if (std::isfinite(field.min) && std::isfinite(field.max)) {
    return sentence(" from {} to {}{}", number(field.min), number(field.max), unitText(field));
  }
  if (std::isfinite(field.min)) {
    return sentence(" of at least {}{}", number(field.min), unitText(field));
  }
  if (std::isfinite(field.max)) {
    return sentence(" of at most {}{}", number(field.max), unitText(field));
  }
  return unitText(field);
}

std::string optionNames(const Slot& slot) {
  std::vector<std::string_view> names;
  for (const Option& option : slot.options()) {
    names.push_back(option.name);
  }
  return fmt::format("{}", fmt::join(names, ", "));
}

}  // namespace

Sentence allowedText(const Slot& slot) {
  switch (slot.kind()) {
    case SlotKind::Boolean:
      return sentence("true or false");
    case SlotKind::Integer:
      return sentence("a whole number{}", rangeText(slot.field(), true));
    case SlotKind::Real:
      return sentence("a number{}", rangeText(slot.field(), false));
    case SlotKind::Text:
      return sentence("a text in quotes");
    case SlotKind::Integers:
      return sentence(
          "whole numbers from 0 to {}, as a list such as [0, 1, 2] or a text such as \"0-9\"",
          kLargestSeed);
    case SlotKind::Enumeration:
    case SlotKind::Alternative:
      return sentence("one of {}", optionNames(slot));
    case SlotKind::Schedule:
      return sentence("{}, or a table with base, shape and warmup",
                      allowedText(slot.children().front()));
    case SlotKind::Section:
      return sentence("a table of settings");
    case SlotKind::List:
      return slot.hasShortForm()
                 ? sentence("a table of settings, or a list of such tables, each with a name")
                 : sentence("a list of tables of settings, each with a name");
  }
  return {};
}

Sentence unknownKeyMessage(const std::string& key, bool is_table, const std::vector<Slot>& context,
                           const std::vector<std::string>& known_keys) {
  Sentence hint = didYouMeanKey(key, is_table, known_keys);
  if (hint.text.empty() && context.empty()) {
    hint = sentence("; there is nothing to set at this place.");
  } else if (hint.text.empty()) {
    std::vector<std::string_view> names;
    for (const Slot& slot : context) {
      names.push_back(slot.field().name);
    }
    hint = sentence("; known here: {}.", fmt::join(names, ", "));
  }
  return sentence("{} is not a setting{}", key, hint);
}

Sentence rangeMessage(const Slot& slot, const std::string& key, double number) {
  const Field& field = slot.field();
  if (std::isfinite(number) && number >= field.min && number <= field.max) {
    return {};
  }
  return sentence("{} is {}, but must be {}.", key, number, allowedText(slot));
}

}  // namespace w2s::config
