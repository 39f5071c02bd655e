#include "ui/bridge/setting_fields.h"

#include <cassert>
#include <functional>
#include <map>

#include "core/config/experiment_config.h"
#include "core/config/slot.h"

namespace w2s::ui {

const config::Field& fieldOf(std::string_view key) {
  static const auto fields = [] {
    config::ExperimentConfig defaults;
    std::map<std::string, config::Field, std::less<>> all;
    config::forEachSlot(config::slotsOf(defaults),
                        [&](const std::string& slot_key, config::Slot& slot) {
                          all.emplace(slot_key, slot.field());
                        });
    return all;
  }();
  const auto found = fields.find(key);
  assert(found != fields.end());
  static const config::Field kUnknown{};
  return found != fields.end() ? found->second : kUnknown;
}

}  // namespace w2s::ui
