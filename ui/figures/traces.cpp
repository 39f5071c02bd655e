#include "ui/figures/traces.h"

#include <algorithm>

namespace w2s::ui::figures {

using charts::Curve;

charts::ChartData withTraces(charts::ChartData chart, Traces traces) {
  if (traces == Traces::Smoothed) {
    std::erase_if(chart.curves,
                  [](const Curve& curve) { return curve.style == Curve::Style::Ghost; });
  }
  if (traces != Traces::Raw) {
    return chart;
  }
  for (Curve& line : chart.curves) {
    // A mean has no raw form: ghosts of its ink are single runs.
    if (line.style == Curve::Style::Ghost || line.hasBand()) {
      continue;
    }
    const auto ghost = std::ranges::find_if(chart.curves, [&line](const Curve& curve) {
      return curve.style == Curve::Style::Ghost && curve.ink == line.ink;
    });
    if (ghost != chart.curves.end()) {
      line.y = ghost->y;
      line.x = ghost->x;
      line.pyramid = ghost->pyramid;
    }
  }
  return withTraces(std::move(chart), Traces::Smoothed);
}

}  // namespace w2s::ui::figures
