#include "core/config/slot.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/config/value.h"

namespace w2s::config::slot_detail {

std::vector<Slot> childrenOfSchedule(Schedule& schedule, const Field& owner_field) {
  std::vector<Slot> slots = childrenOfStruct(schedule, nullptr);
  for (Slot& slot : slots) {
    if (slot.kind() == SlotKind::Real && &slot.as<double>() == &schedule.base) {
      Field field = owner_field;
      field.name = slot.field().name;
      slot = Slot(&schedule.base, operationsOf<double>(), field);
      continue;
    }
    Field field = slot.field();
    const bool is_warmup = slot.kind() == SlotKind::Real && &slot.as<double>() == &schedule.warmup;
    field.live = is_warmup && owner_field.live_warmup;
    field.affects_result = owner_field.affects_result;
    field.advanced = owner_field.advanced;
    slot = is_warmup ? Slot(&schedule.warmup, operationsOf<double>(), field)
                     : Slot(&schedule.shape, operationsOf<ScheduleShape>(), field);
  }
  return slots;
}

std::vector<Slot> childrenOfList(const Slot& list) {
  std::vector<Slot> entries = list.entries();
  if (!list.isShort()) {
    return entries;
  }
  std::vector<Slot> fields = entries.front().children();
  fields.erase(fields.begin());  // the name, which it lacks
  return fields;
}

}  // namespace w2s::config::slot_detail

namespace w2s::config {

bool Slot::isShort() const {
  return hasShortForm() && size() == 1 && entries().front().field().name.empty();
}

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
    case SlotKind::List:
      return {};
  }
  return {};
}

}  // namespace w2s::config
