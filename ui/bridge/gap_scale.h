// The scale of a gap bar, on which 0 is the weak floor and 1 the run's own ceiling: how far it
// reaches, and where on it values lie. The run page and the presenter view draw the same one.
#pragma once

#include <optional>

#include "ui/bridge/run_readings.h"

namespace w2s::ui {

// Ends of the bar, as PGR.
struct GapScale {
  double low = 0.0;
  double high = 1.0;
  // Where a value lies on a bar from `left` of that width, and back; beyond the ends: at them.
  [[nodiscard]] double place(double pgr, double left, double width) const;
  [[nodiscard]] double at(double x, double left, double width) const;
};

// Floor and ceiling are the ends unless the student's value (at most to -0.5 and 1.5) or another mark
// (at most to 2) lies beyond them.
[[nodiscard]] GapScale gapScaleFor(double pgr, std::optional<double> other = std::nullopt);
[[nodiscard]] GapScale gapScaleOf(const Readings& readings);
// Room below the floor and above the ceiling, and for what a class predicts: the bar on which it does.
[[nodiscard]] GapScale guessingScaleOf(const Readings& readings, std::optional<double> prediction);

// Where another model lies, the common ceiling or the reference: (its accuracy - weak) / (own ceiling
// - weak). Empty where it is not known or the run's own gap says nothing.
[[nodiscard]] std::optional<double> placeOnGap(const Readings& readings,
                                               const metrics::Performance& model);

}  // namespace w2s::ui
