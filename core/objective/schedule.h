// The value of a scheduled setting (objective weights, learning rate) at one step.
//
//     value = base * shape(s) * warm-up(s),   s = completed steps / planned steps, in [0, 1)
//
// Shapes and warm-up: core/config/schedule_config.h. The first batch has s = 0, so a warm-up starts
// at exactly 0 and a decay at exactly the base value. Pure; any thread.
#pragma once

#include <cstdint>

#include "core/config/schedule_config.h"

namespace w2s::objective {

// s. `steps` <= 0 counts as 1, and steps after the planned end as the end: s is in [0, 1].
[[nodiscard]] double shareOfRun(std::int64_t step, std::int64_t steps);

// `student_passed`: whether the student's accuracy on the validation rows has exceeded the weak
// supervisor's; read by the shape off_when_student_passes alone.
[[nodiscard]] double shapeAt(const config::Schedule& schedule, double share, bool student_passed);
[[nodiscard]] double scheduledValue(const config::Schedule& schedule, std::int64_t step,
                                    std::int64_t steps, bool student_passed = false);

// Whether the schedule needs the flag, and with it ground truth of the validation rows.
[[nodiscard]] bool needsStudentPassed(const config::Schedule& schedule);

}  // namespace w2s::objective
