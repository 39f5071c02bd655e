#include "ui/charts/pgr_curves.h"

#include <utility>
#include <vector>

#include "core/metrics/pgr_of_means.h"
#include "ui/bridge/words.h"
#include "ui/charts/seed_curves.h"

namespace w2s::ui::charts {

void drawAsPgr(ChartData& chart) {
  chart.subtitle = words("charts", "signed PGR");
  chart.y_title = words("charts", "signed PGR");
  chart.value_decimals = 2;
  chart.y_include = {0.0, 1.0};
  chart.y_bound_low = -0.5;
  chart.y_bound_high = 1.2;
  chart.overflow_arrows = true;
  chart.references = {
      {.label = words("charts", "ceiling 1"), .ink = Ink::Ceiling, .y = 1.0, .show_value = false},
      {.label = words("charts", "weak 0"), .ink = Ink::Weak, .y = 0.0, .show_value = false}};
}

Curve& addPgr(ChartData& chart, const RunSeries& run, ChartView::X x, Curve curve,
              PgrCurve values) {
  const StageCourse course(run, run.stage(record::stage::kStudent), x);
  for (double& step : values.step) {
    step = course.at(step);
  }
  return chart.addOwned(std::move(curve), {std::move(values.step), std::move(values.value)});
}

SeedGaps gapsOf(std::span<const RunSeries* const> runs) {
  SeedGaps gaps;
  for (const RunSeries* run : runs) {
    if (const Readings readings = readingsOf(*run); readings.pgr) {
      gaps[run] = {.weak = readings.weak.accuracy,
                   .ceiling = readings.ceiling.accuracy,
                   .status = readings.pgr->status};
    }
  }
  return gaps;
}

Curve* addPgrOfMeans(ChartData& chart, const ChartInput& input, const Curve& curve,
                     const SeedGaps& gaps) {
  const auto of_means = [&](std::span<const RunSeries* const> runs,
                            std::span<const metrics::Evaluation* const> evaluations) {
    std::vector<metrics::SeedAccuracies> seeds;
    for (std::size_t i = 0; i < runs.size(); ++i) {
      const auto gap = gaps.find(runs[i]);
      if (gap == gaps.end()) {
        return MeanAndBand{.value = metrics::kUndefined, .band = {}};
      }
      seeds.push_back({.weak = gap->second.weak,
                       .student = evaluations[i]->test.accuracy,
                       .ceiling = gap->second.ceiling,
                       .status = gap->second.status});
    }
    const metrics::Pgr pgr = metrics::pgrOfMeans(seeds).pgr;
    return MeanAndBand{.value = pgr.signed_value.value_or(metrics::kUndefined), .band = pgr.ci95};
  };
  return addMeanOfSeeds(chart, input, record::stage::kStudent, curve,
                        words("charts", "95 % interval of the PGR of means"), of_means);
}

}  // namespace w2s::ui::charts
