#include "core/config/fingerprint.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/config/slot.h"
#include "core/config/value.h"

namespace w2s::config {

namespace {

// Empty for slots that are no more than their children.
std::string leafText(const Slot& slot) {
  switch (slot.kind()) {
    case SlotKind::Boolean:
      return slot.as<bool>() ? "true" : "false";
    case SlotKind::Integer:
      return fmt::format("{}", slot.as<std::int64_t>());
    case SlotKind::Real:
      return realText(slot.as<double>());
    case SlotKind::Text:
      return quotedText(slot.as<std::string>());
    case SlotKind::Integers:
      return fmt::format("[{}]", fmt::join(slot.as<std::vector<std::int64_t>>(), ","));
    case SlotKind::Enumeration:
    case SlotKind::Alternative:
      return std::string(slot.options()[slot.selected()].name);
    case SlotKind::Schedule:
    case SlotKind::Section:
      return {};
  }
  return {};
}

template <class Struct>
std::string textOf(const Struct& config) {
  Struct copy = config;
  std::string text;
  forEachSlot(slotsOf(copy), [&text](const std::string& key, const Slot& slot) {
    const std::string value = leafText(slot);
    if (slot.field().affects_result && !value.empty()) {
      text += fmt::format("{}={}\n", key, value);
    }
  });
  return text;
}

}  // namespace

std::string canonicalText(const TaskConfig& config) {
  return textOf(config);
}
std::string canonicalText(const ModelConfig& config) {
  return textOf(config);
}
std::string canonicalText(const SupervisionConfig& config) {
  return textOf(config);
}
std::string canonicalText(const ObjectiveConfig& config) {
  return textOf(config);
}
std::string canonicalText(const OptimizerConfig& config) {
  return textOf(config);
}
std::string canonicalText(const EvaluationConfig& config) {
  return textOf(config);
}
std::string canonicalText(const ExperimentConfig& config) {
  return textOf(config);
}

}  // namespace w2s::config
