// Curves of the PGR over a run's course.
#pragma once

#include <map>

#include "core/metrics/pgr.h"
#include "ui/bridge/run_readings.h"
#include "ui/charts/chart_parts.h"

namespace w2s::ui::charts {

// The y axis of the signed PGR, with floor and ceiling as lines.
void drawAsPgr(ChartData& chart);

// `values` at their steps on the x axis.
Curve& addPgr(ChartData& chart, const RunSeries& run, ChartView::X x, Curve curve, PgrCurve values);

// What the PGR of each seed is measured against; none while it is not known.
struct SeedGap {
  double weak = 0.0;
  double ceiling = 0.0;
  metrics::PgrStatus status = metrics::PgrStatus::Ok;
};
using SeedGaps = std::map<const RunSeries*, SeedGap>;
[[nodiscard]] SeedGaps gapsOf(std::span<const RunSeries* const> runs);

// The PGR of means over the seeds of the input at each evaluation, never a mean of PGRs, with its
// interval over seeds. Null as addMeanOfSeeds().
Curve* addPgrOfMeans(ChartData& chart, const ChartInput& input, const Curve& curve,
                     const SeedGaps& gaps);

}  // namespace w2s::ui::charts
