#include "core/config/fingerprint.h"

#include <fmt/format.h>

#include "core/config/slot.h"

namespace w2s::config {

namespace {

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
