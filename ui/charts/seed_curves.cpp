#include "ui/charts/seed_curves.h"

#include <limits>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "ui/bridge/number_language.h"
#include "ui/bridge/seed_course.h"
#include "ui/bridge/words.h"

namespace w2s::ui::charts {

std::string wordsOfSpread(metrics::Spread spread) {
  using metrics::Spread;
  switch (spread) {
    case Spread::TInterval:
      return words("charts", "95 % t interval");
    case Spread::Bootstrap:
      return words("charts", "95 % bootstrap interval");
    case Spread::StandardDeviation:
      return words("charts", "standard deviation");
    case Spread::StandardError:
      return words("charts", "standard error");
    case Spread::Range:
      return words("charts", "smallest to largest");
  }
  return {};
}

std::string bandWords(const std::string& kind, std::size_t seeds) {
  return inWords(words("charts", "mean of {} seeds, {}"), seeds, kind);
}

Curve* addMeanOfSeeds(ChartData& chart, const ChartInput& input, const record::StageId& stage,
                      Curve curve, const EvaluationValue& value) {
  const auto mean = [&](std::span<const RunSeries* const>,
                        std::span<const metrics::Evaluation* const> evaluations) {
    std::vector<double> values;
    for (const metrics::Evaluation* evaluation : evaluations) {
      values.push_back(value(*evaluation));
    }
    return MeanAndBand{.value = metrics::meanAndSd(values).mean,
                       .band = metrics::spreadOf(values, input.view.spread)};
  };
  return addMeanOfSeeds(chart, input, stage, std::move(curve), wordsOfSpread(input.view.spread),
                        mean);
}

Curve* addMeanOfSeeds(ChartData& chart, const ChartInput& input, const record::StageId& stage,
                      Curve curve, const std::string& kind, const OverSeedsValue& value) {
  const SeedCourse seeds = seedCourse(input.seeds, stage);
  if (seeds.runs.size() < 2 || seeds.rows.empty()) {
    return nullptr;
  }
  constexpr float kNone = std::numeric_limits<float>::quiet_NaN();
  const StageCourse course(*input.run, input.run->stage(stage), courseX(input));
  Column column;
  for (const SeedCourse::Row& row : seeds.rows) {
    const MeanAndBand point = value(seeds.runs, row.evaluations);
    column.x.push_back(course.at(row.step));
    column.y.push_back(static_cast<float>(point.value));
    column.low.push_back(point.band ? static_cast<float>(point.band->low) : kNone);
    column.high.push_back(point.band ? static_cast<float>(point.band->high) : kNone);
  }
  curve.band = bandWords(kind, seeds.runs.size());
  return &chart.addOwned(std::move(curve), std::move(column));
}

void addEachSeed(ChartData& chart, const ChartInput& input, const record::StageId& stage,
                 const Curve& curve,
                 const std::function<double(const RunSeries&, const metrics::Evaluation&)>& value) {
  const ChartView::X x = courseX(input);
  const auto add = [&](const RunSeries& run, Curve::Style style) {
    Curve own = curve;
    own.label.clear();
    own.name =
        fmt::format("{}, {}", curve.fullName(), inWords(words("charts", "seed {}"), run.seed));
    own.style = style;
    addEvaluations(chart, run, run.stage(stage), x, std::move(own),
                   [&](const metrics::Evaluation& evaluation) { return value(run, evaluation); });
  };
  if (!input.view.each_seed && !seedCourse(input.seeds, stage).rows.empty()) {
    return;
  }
  for (const RunSeries* run : input.seeds) {
    if (run != input.run) {
      add(*run, Curve::Style::Ghost);
    }
  }
  add(*input.run, Curve::Style::Overlay);
}

}  // namespace w2s::ui::charts
