#include "core/config/slot.h"

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

}  // namespace w2s::config::slot_detail
