#include "ui/charts/chart_parts.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "core/base/plain_text.h"
#include "ui/bridge/live_changes.h"
#include "ui/bridge/number_language.h"
#include "ui/bridge/words.h"

namespace w2s::ui::charts {

using record::StageId;
namespace stage = record::stage;

std::string withThousands(std::int64_t n) {
  return groupedNumber(n);
}

ChartData overCourse(const ChartInput& input, std::string_view id, std::string title) {
  ChartData chart;
  chart.id = id;
  chart.title = std::move(title);
  chart.log_y = input.view.log_y;
  if (input.run == nullptr) {
    chart.x_title = titleOf(ChartView::X::Step);
    return chart;
  }
  const RunSeries& run = *input.run;
  const ChartView::X x = courseX(input);
  chart.x_title = titleOf(x);
  chart.x_high = courseEnd(run, x);
  forEachOverlay(input, [&](const Overlay& overlay) {
    chart.x_high = std::max(chart.x_high, courseEnd(*overlay.run, x));
  });
  const StageCourse course(run, run.stage(stage::kStudent), x);
  const LiveChanges& told = liveChangesOf(run);
  for (std::size_t i = 0; i < told.size(); ++i) {
    chart.markers.push_back({.x = course.at(static_cast<double>(told.changes[i].first_step)),
                             .text = told.texts[i],
                             .kind = Marker::Kind::Intervention});
  }
  for (const record::Diverged& divergence : run.divergences) {
    chart.markers.push_back(
        {.x = course.at(static_cast<double>(divergence.step)),
         .text = inWords(words("charts", "Diverged at step {}: {} is not finite"), divergence.step,
                         divergence.term),
         .kind = Marker::Kind::Divergence});
  }
  return chart;
}

double lowestOfInterest(double weak, double best) {
  const double gap = std::max(0.05, best - weak);
  return std::max(0.0, std::floor((weak - 2.0 * gap) * 20.0) / 20.0);
}

std::string trendOf(std::span<const float> values) {
  if (values.size() < 3) {
    return {};
  }
  const std::size_t back = std::max<std::size_t>(1, values.size() / 5);
  const double change = static_cast<double>(values.back()) - values[values.size() - 1 - back];
  const auto [low, high] = std::minmax_element(values.begin(), values.end());
  // A fortieth of all it ever moved counts as standing still.
  const double still = (static_cast<double>(*high) - *low) / 40.0;
  if (!std::isfinite(change) || std::abs(change) <= still) {
    return words("charts", "steady");
  }
  return change > 0.0 ? words("charts", "rising") : words("charts", "falling");
}

Curve* addEvaluations(ChartData& chart, const RunSeries& run, const StageSeries& stage,
                      ChartView::X x, Curve curve, const EvaluationValue& value) {
  if (stage.evaluations.empty()) {
    return nullptr;
  }
  const StageCourse course(run, stage, x);
  Column column;
  column.x.reserve(stage.evaluations.size());
  column.y.reserve(stage.evaluations.size());
  for (const metrics::Evaluation& evaluation : stage.evaluations) {
    column.x.push_back(course.at(static_cast<double>(evaluation.step)));
    column.y.push_back(static_cast<float>(value(evaluation)));
  }
  return &chart.addOwned(std::move(curve), std::move(column));
}

void setApart(std::vector<Overlay>& overlays) {
  std::vector<int> wanted;
  for (const Overlay& overlay : overlays) {
    wanted.push_back(overlay.color);
  }
  const std::vector<int> looks = looksApart(wanted);
  for (std::size_t i = 0; i < overlays.size(); ++i) {
    overlays[i].color = looks[i];
  }
}

Curve curveOf(const Overlay& overlay, std::string_view what) {
  Curve curve;
  curve.label = plainText(overlay.label);
  curve.name = fmt::format("{}, {}", curve.label, what);
  curve.ink = overlayInk(overlay.color);
  curve.shape = overlayShape(overlay.color);
  curve.dash = overlayDash(overlay.color);
  curve.style = overlay.pinned ? Curve::Style::Pinned : Curve::Style::Overlay;
  return curve;
}

}  // namespace w2s::ui::charts
