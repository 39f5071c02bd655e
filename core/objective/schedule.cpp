#include "core/objective/schedule.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace w2s::objective {

double shareOfRun(std::int64_t step, std::int64_t steps) {
  const auto share =
      static_cast<double>(step) / static_cast<double>(std::max<std::int64_t>(steps, 1));
  return std::clamp(share, 0.0, 1.0);
}

double shapeAt(const config::Schedule& schedule, double share, bool student_passed) {
  switch (schedule.shape) {
    case config::ScheduleShape::Constant:
      return 1.0;
    case config::ScheduleShape::Linear:
      return 1.0 - share;
    case config::ScheduleShape::Cosine:
      return 0.5 * (1.0 + std::cos(std::numbers::pi * share));
    case config::ScheduleShape::OffWhenStudentPasses:
      return student_passed ? 0.0 : 1.0;
  }
  return 1.0;
}

double scheduledValue(const config::Schedule& schedule, std::int64_t step, std::int64_t steps,
                      bool student_passed) {
  const double share = shareOfRun(step, steps);
  const double warmup = share < schedule.warmup ? share / schedule.warmup : 1.0;
  return schedule.base * shapeAt(schedule, share, student_passed) * warmup;
}

bool needsStudentPassed(const config::Schedule& schedule) {
  return schedule.shape == config::ScheduleShape::OffWhenStudentPasses;
}

}  // namespace w2s::objective
