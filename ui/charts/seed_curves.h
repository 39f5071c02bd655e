// Several seeds in one chart: each seed's own curve thin, that of the seed in focus stronger, and in
// front of them the mean with its band, which says what it is and of how many seeds.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>

#include "core/metrics/intervals.h"
#include "ui/charts/chart_parts.h"

namespace w2s::ui::charts {

[[nodiscard]] inline bool hasSeveralSeeds(const ChartInput& input) {
  return input.seeds.size() > 1;
}

// "95 % t interval", for a menu, a legend or a caption.
[[nodiscard]] std::string wordsOfSpread(metrics::Spread spread);
// "mean of 5 seeds, 95 % t interval"
[[nodiscard]] std::string bandWords(const std::string& kind, std::size_t seeds);

struct MeanAndBand {
  double value = 0.0;
  std::optional<metrics::Interval> band;  // empty: none there
};
// At one step, of the runs in `runs` and their evaluations there.
using OverSeedsValue =
    std::function<MeanAndBand(std::span<const RunSeries* const> runs,
                              std::span<const metrics::Evaluation* const> evaluations)>;

// A value of each evaluation of a stage, over the seeds of the input: the curve of the mean. Null
// where fewer than two seeds have come far enough for one; then the seeds' own curves are all there is.
Curve* addMeanOfSeeds(ChartData& chart, const ChartInput& input, const record::StageId& stage,
                      Curve curve, const EvaluationValue& value);

// The same with any mean: `kind` says what the band is.
Curve* addMeanOfSeeds(ChartData& chart, const ChartInput& input, const record::StageId& stage,
                      Curve curve, const std::string& kind, const OverSeedsValue& value);

// Each seed's own curve: thin, that of the focus stronger, without labels at their ends; none where
// the view wants none and there is a mean. `value` of a run and its evaluation; NaN: not known.
void addEachSeed(ChartData& chart, const ChartInput& input, const record::StageId& stage,
                 const Curve& curve,
                 const std::function<double(const RunSeries&, const metrics::Evaluation&)>& value);

}  // namespace w2s::ui::charts
