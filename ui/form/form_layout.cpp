#include "ui/form/form_layout.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

namespace w2s::ui {
namespace {

using config::FieldKind;
using config::FormField;

constexpr std::string_view kExperiment = "experiment";
constexpr std::array<std::string_view, 10> kOrder{
    "weak",        "strong", "objective",  "optimizer",      "weak_optimizer",
    "supervision", "task",   "evaluation", "common_ceiling", kExperiment};

// A model is chosen from cards, and its numbers are what a specialist asks for.
bool isFoldedWhole(std::string_view section) {
  return section == "weak" || section == "strong" || section == "weak_optimizer";
}

bool isNumber(const FormField& field) {
  return field.kind == FieldKind::Integer || field.kind == FieldKind::Real;
}

std::string ownerOf(const FormField& field, const std::vector<FormField>& all) {
  if (field.parent.empty()) {
    return {};
  }
  if (findField(all, field.parent) != nullptr) {
    return field.parent;  // an alternative, which is a row of its own
  }
  const std::string base = field.parent + ".base";  // a schedule is the row of its base value
  return base == field.key ? std::string() : base;
}

}  // namespace

std::vector<FormSection> layoutOf(const config::ExperimentConfig& config) {
  const std::vector<FormField> fields = config::describe(config);
  std::vector<FormSection> sections;
  for (const std::string_view id : kOrder) {
    sections.push_back({std::string(id), {}});
  }
  const auto section_of = [&](std::string_view id) -> FormSection& {
    const auto found = std::ranges::find(sections, id, &FormSection::id);
    if (found != sections.end()) {
      return *found;
    }
    // A section that is newer than this order stands last, before the experiment's own fields.
    return *sections.insert(sections.end() - 1, {std::string(id), {}});
  };
  for (const FormField& field : fields) {
    if (isNumber(field) && field.min == field.max) {
      continue;  // nothing to choose: the version of the format
    }
    FormRow row{.field = field, .owner = ownerOf(field, fields)};
    const std::string_view id = field.section.empty() ? kExperiment : field.section;
    const bool of_schedule = row.owner.ends_with(".base");
    row.depth = row.owner.empty() ? 0 : 1;
    row.fold = of_schedule                           ? Fold::WithOwner
               : field.advanced || isFoldedWhole(id) ? Fold::WithSection
                                                     : Fold::Open;
    section_of(id).rows.push_back(std::move(row));
  }
  std::erase_if(sections, [](const FormSection& section) { return section.rows.empty(); });
  return sections;
}

bool hasSlider(const FormField& field) {
  if (!isNumber(field) || !std::isfinite(field.slider_min) || !std::isfinite(field.slider_max)) {
    return false;
  }
  if (field.scale == config::Scale::Logarithmic) {
    return true;
  }
  constexpr double kMostValues = 20'000.0;
  return (field.slider_max - field.slider_min) * std::pow(10.0, field.decimals) <= kMostValues;
}

std::string editText(const FormField& field) {
  return field.kind == FieldKind::Seeds
             ? seedsText(std::get<std::vector<std::int64_t>>(field.value))
             : config::valueText(field);
}

}  // namespace w2s::ui
