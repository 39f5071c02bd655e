// A scheduled weight: base value x shape(s) x warm-up(s), s = completed share of the run in [0, 1).
//
//   constant                 shape = 1
//   linear                   shape = 1 - s
//   cosine                   shape = (1 + cos(pi s)) / 2
//   off_when_student_passes  shape = 1 until the student's accuracy on the validation rows first
//                            exceeds the weak supervisor's, 0 from the next batch on. It reads
//                            ground truth of the validation rows, so results that use it are flagged.
//   warm-up                  min(1, s / warmup), 1 when warmup = 0
//
// In TOML a plain number is short for { base = number }: it sets the base and leaves shape and
// warm-up as they are (in a file: as the defaults have them). The base is live, and so is the
// warm-up of the confidence term. Source: book section 4.2.5 ("gradually decrease lambda");
// warm-up: Burns et al. 2023, appendix A.4 (first 20 %).
#pragma once

#include "core/config/field.h"

namespace w2s::config {

enum class ScheduleShape { Constant, Linear, Cosine, OffWhenStudentPasses };

template <>
struct EnumNames<ScheduleShape> {
  static constexpr std::array<EnumName<ScheduleShape>, 4> kAll{{
      {ScheduleShape::Constant, "constant", "Constant", "The base value throughout."},
      {ScheduleShape::Linear, "linear", "Linear decay",
       "Falls in a straight line to 0 at the last step."},
      {ScheduleShape::Cosine, "cosine", "Cosine decay",
       "Falls along half a cosine to 0 at the last step."},
      {ScheduleShape::OffWhenStudentPasses, "off_when_student_passes",
       "Off when the student passes",
       "Switches to 0 once the student beats the weak supervisor on the validation rows. Reads "
       "their ground truth."},
  }};
};

struct Schedule {
  double base = 0.0;
  ScheduleShape shape = ScheduleShape::Constant;
  double warmup = 0.0;  // share of the run, [0, 1]

  friend bool operator==(const Schedule&, const Schedule&) = default;

  template <class Self, class Visitor>
  static void visitFields(Self& self, Visitor&& visit) {
    // The owner's Field describes `base` (its label, range and help); these are the parts all
    // schedules share.
    visit(self.base,
          Field{.name = "base", .label = "Base value", .help = "Value before shape and warm-up."});
    visit(self.shape,
          Field{.name = "shape", .label = "Shape", .help = "How the value changes over the run."});
    visit(self.warmup,
          Field{.name = "warmup",
                .label = "Warm-up",
                .help = "Share of the run over which the value rises in a straight line from 0.",
                .formula = "min(1, s / warmup)",
                .source = "Burns et al. 2023, app. A.4",
                .min = 0.0,
                .max = 1.0,
                .slider_max = 0.5});
  }
};

}  // namespace w2s::config
