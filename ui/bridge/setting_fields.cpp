#include "ui/bridge/setting_fields.h"

#include <algorithm>
#include <cassert>
#include <functional>
#include <map>

#include <fmt/format.h>

#include "core/config/assign.h"
#include "core/config/experiment_config.h"
#include "core/config/slot.h"

namespace w2s::ui {
namespace {

constexpr std::string_view kAnyName = "*";  // stands for the name of a list's entry

}  // namespace

const config::Field& fieldOf(std::string_view key) {
  static const auto fields = [] {
    config::ExperimentConfig defaults;
    std::map<std::string, config::Field, std::less<>> all;
    config::forEachSlot(config::slotsOf(defaults),
                        [&](const std::string& slot_key, config::Slot& slot) {
                          all.emplace(slot_key, slot.field());
                          if (slot.kind() == config::SlotKind::List) {
                            config::forEachSlot(
                                slot.fieldsOfEntry(),
                                [&](const std::string& entry_key, config::Slot& field) {
                                  all.emplace(entry_key, field.field());
                                },
                                config::joinKey(slot_key, kAnyName));
                          }
                        });
    return all;
  }();
  auto found = fields.find(key);
  if (constexpr std::string_view kTerms = "objective.term."; key.starts_with(kTerms)) {
    const std::size_t dot = key.find('.', kTerms.size());
    found = fields.find(std::string(kTerms).append(kAnyName).append(
        dot == std::string_view::npos ? std::string_view{} : key.substr(dot)));
  }
  assert(found != fields.end());
  static const config::Field kUnknown{};
  return found != fields.end() ? found->second : kUnknown;
}

const config::FormField* findField(const std::vector<config::FormField>& fields,
                                   std::string_view key) {
  const auto found = std::ranges::find(fields, key, &config::FormField::key);
  return found == fields.end() ? nullptr : &*found;
}

std::string seedsText(const std::vector<std::int64_t>& seeds) {
  std::string text;
  const auto add = [&text](const std::string& part) { text += text.empty() ? part : ", " + part; };
  for (std::size_t i = 0; i < seeds.size();) {
    std::size_t end = i + 1;
    while (end < seeds.size() && seeds[end] == seeds[end - 1] + 1) {
      ++end;
    }
    if (end - i >= 3) {
      add(fmt::format("{}-{}", seeds[i], seeds[end - 1]));
      i = end;
    } else {
      add(fmt::format("{}", seeds[i]));
      ++i;
    }
  }
  return text;
}

Result<std::vector<std::int64_t>> seedsOfWindow(std::string_view text) {
  W2S_TRY(std::vector<std::int64_t> seeds, config::parseSeeds(text));
  if (seeds.size() > kMostSeedsOfWindow) {
    return fail(ErrorCode::InvalidArgument,
                sentence("{} seeds are too many for the window, which takes {}; w2s run --seeds "
                         "takes them.",
                         seeds.size(), kMostSeedsOfWindow));
  }
  return seeds;
}

}  // namespace w2s::ui
