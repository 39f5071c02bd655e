#include "core/record/live_parameters.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/base/rounding.h"
#include "core/config/slot.h"
#include "core/record/series.h"

namespace w2s::record {
namespace {

using config::Slot;
using config::SlotKind;

bool isNumber(const Slot& slot) {
  return slot.kind() == SlotKind::Real || slot.kind() == SlotKind::Integer;
}

double numberIn(const Slot& slot) {
  return slot.kind() == SlotKind::Real ? slot.as<double>()
                                       : static_cast<double>(slot.as<std::int64_t>());
}

// Calls use(slot) for the number with this key. Keys are short paths: nothing beside the path is
// visited.
template <class Use>
void withNumber(const std::vector<Slot>& slots, std::string_view key, Use&& use) {
  const std::size_t dot = key.find('.');
  for (const Slot& slot : slots) {
    if (slot.field().name != key.substr(0, dot)) {
      continue;
    }
    if (dot != std::string_view::npos) {
      withNumber(slot.children(), key.substr(dot + 1), use);
    } else if (isNumber(slot)) {
      use(slot);
    }
    return;
  }
}

// Only these sections are live; the others need not be copied at each evaluation.
struct LiveSections {
  config::ObjectiveConfig objective;
  config::OptimizerConfig optimizer;
  template <class Self, class Visitor>
  static void visitFields(Self& self, Visitor&& visit) {
    visit(self.objective, config::Field{.name = "objective", .live = true});
    visit(self.optimizer, config::Field{.name = "optimizer", .live = true});
  }
};

}  // namespace

LiveValues liveValuesOf(const config::ExperimentConfig& config) {
  LiveSections sections{config.objective, config.optimizer};
  LiveValues values;
  config::forEachSlot(config::slotsOf(sections), [&](const std::string& key, const Slot& slot) {
    if (slot.field().live && isNumber(slot)) {
      values.emplace_back(LiveParameter(key), numberIn(slot));
    }
  });
  return values;
}

double valueIn(const config::ExperimentConfig& config, const LiveParameter& parameter) {
  config::ExperimentConfig copy = config;  // slots are made of what may be written
  double value = std::numeric_limits<double>::quiet_NaN();
  withNumber(config::slotsOf(copy), parameter.key(),
             [&](const Slot& slot) { value = numberIn(slot); });
  return value;
}

void setValueIn(config::ExperimentConfig& config, const LiveParameter& parameter, double value) {
  withNumber(config::slotsOf(config), parameter.key(), [&](const Slot& slot) {
    if (slot.kind() == SlotKind::Real) {
      slot.as<double>() = value;
    } else if (!std::isnan(value)) {
      slot.as<std::int64_t>() = std::clamp(wholeNumber(value), -kMostSteps, kMostSteps);
    }
  });
}

config::ExperimentConfig configAfter(config::ExperimentConfig config,
                                     std::span<const Intervention> changes, double step) {
  for (const Intervention& change : changes) {
    if (static_cast<double>(change.step) < step) {
      setValueIn(config, change.parameter, change.new_value);
    }
  }
  return config;
}

}  // namespace w2s::record
