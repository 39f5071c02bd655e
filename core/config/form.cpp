#include "core/config/form.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/config/slot.h"
#include "core/config/value.h"

namespace w2s::config {

namespace {

struct Surroundings {
  std::string section;
  std::string section_label;
  std::string parent;
  std::string entry = {};
};

void setValue(FormField& form, const Slot& slot) {
  switch (slot.kind()) {
    case SlotKind::Boolean:
      form.kind = FieldKind::Boolean;
      form.value = slot.as<bool>();
      break;
    case SlotKind::Integer:
      form.kind = FieldKind::Integer;
      form.value = slot.as<std::int64_t>();
      break;
    case SlotKind::Real:
      form.kind = FieldKind::Real;
      form.value = slot.as<double>();
      break;
    case SlotKind::Text:
      form.kind = FieldKind::Text;
      form.value = slot.as<std::string>();
      break;
    case SlotKind::Integers:
      form.kind = FieldKind::Seeds;
      form.value = slot.as<std::vector<std::int64_t>>();
      break;
    case SlotKind::Enumeration:
    case SlotKind::Alternative:
      form.kind = FieldKind::Choice;
      form.value = std::string(slot.options()[slot.selected()].name);
      for (const Option& option : slot.options()) {
        form.choices.push_back(
            {std::string(option.name), std::string(option.label), std::string(option.help)});
      }
      break;
    case SlotKind::Schedule:
    case SlotKind::Section:
    case SlotKind::List:
      break;
  }
}

FormField formFieldOf(const Slot& slot, std::string key, const Surroundings& around) {
  const Field& field = slot.field();
  FormField form{.key = std::move(key),
                 .section = around.section,
                 .section_label = around.section_label,
                 .entry = around.entry,
                 .parent = around.parent,
                 .label = std::string(field.label),
                 .help = std::string(field.help),
                 .formula = std::string(field.formula),
                 .source = std::string(field.source),
                 .unit = std::string(field.unit),
                 .value = {},
                 .choices = {},
                 .min = field.min,
                 .max = field.max,
                 .slider_min = std::isnan(field.slider_min) ? field.min : field.slider_min,
                 .slider_max = std::isnan(field.slider_max) ? field.max : field.slider_max,
                 .scale = field.scale,
                 .decimals = slot.kind() == SlotKind::Real ? field.decimals : 0,
                 .live = field.live,
                 .advanced = field.advanced,
                 .affects_result = field.affects_result};
  setValue(form, slot);
  return form;
}

void collect(const std::vector<Slot>& slots, const std::string& prefix, const Surroundings& around,
             std::vector<FormField>& form) {
  for (const Slot& slot : slots) {
    const std::string key = joinKey(prefix, slot.field().name);
    switch (slot.kind()) {
      case SlotKind::List:
        if (!slot.isShort()) {
          for (const Slot& entry : slot.entries()) {
            const std::string entry_key = joinKey(key, entry.field().name);
            collect(
                entry.children(), entry_key,
                {entry_key, std::string(slot.field().label), {}, std::string(entry.field().name)},
                form);
          }
          break;
        }
        [[fallthrough]];
      case SlotKind::Section:
        collect(slot.children(), key, {key, std::string(slot.field().label), {}}, form);
        break;
      case SlotKind::Schedule:
        collect(slot.children(), key, {around.section, around.section_label, key, around.entry},
                form);
        break;
      case SlotKind::Alternative:
        form.push_back(formFieldOf(slot, key, around));
        collect(slot.children(), key, {around.section, around.section_label, key, around.entry},
                form);
        break;
      default:
        form.push_back(formFieldOf(slot, key, around));
    }
  }
}

}  // namespace

std::vector<FormField> describe(const ExperimentConfig& config) {
  ExperimentConfig copy = config;
  std::vector<FormField> form;
  collect(slotsOf(copy), {}, {}, form);
  return form;
}

std::string valueText(const FormField& field) {
  switch (field.kind) {
    case FieldKind::Boolean:
      return std::get<bool>(field.value) ? "true" : "false";
    case FieldKind::Integer:
      return fmt::format("{}", std::get<std::int64_t>(field.value));
    case FieldKind::Real:
      return fmt::format("{}", std::get<double>(field.value));
    case FieldKind::Text:
    case FieldKind::Choice:
      return std::get<std::string>(field.value);
    case FieldKind::Seeds:
      return fmt::format("{}", fmt::join(std::get<std::vector<std::int64_t>>(field.value), ", "));
  }
  return {};
}

std::vector<Difference> diff(const ExperimentConfig& left, const ExperimentConfig& right) {
  const std::vector<FormField> left_fields = describe(left);
  const std::vector<FormField> right_fields = describe(right);
  const auto find = [](const std::vector<FormField>& fields, const std::string& key) {
    const auto found = std::ranges::find(fields, key, &FormField::key);
    return found == fields.end() ? nullptr : &*found;
  };
  std::vector<Difference> differences;
  for (const FormField& field : left_fields) {
    const FormField* other = find(right_fields, field.key);
    if (other == nullptr || other->value != field.value) {
      differences.push_back({field.key, field.label, valueText(field),
                             other == nullptr ? std::string() : valueText(*other),
                             field.affects_result});
    }
    // Fields that only the right one has come after the choice that brings them.
    for (const FormField& added : right_fields) {
      if (!field.key.empty() && added.parent == field.key &&
          find(left_fields, added.key) == nullptr) {
        differences.push_back({added.key, added.label, {}, valueText(added), added.affects_result});
      }
    }
  }
  // Entries of lists that only the right one has.
  for (const FormField& added : right_fields) {
    if (find(left_fields, added.key) == nullptr &&
        (added.parent.empty() || find(left_fields, added.parent) == nullptr)) {
      differences.push_back({added.key, added.label, {}, valueText(added), added.affects_result});
    }
  }
  return differences;
}

}  // namespace w2s::config
