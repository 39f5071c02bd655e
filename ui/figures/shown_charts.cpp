#include "ui/figures/shown_charts.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace w2s::ui::figures {
namespace {

// Decimal places that a thousandth of the range needs.
double rounded(double value, double span) {
  const double places = std::clamp(std::ceil(3.0 - std::log10(span)), -6.0, 15.0);
  const double scale = std::pow(10.0, std::abs(places));
  // Dividing by a power of ten gives the nearest number to the decimal one; multiplying does not.
  return places >= 0.0 ? std::round(value * scale) / scale : std::round(value / scale) * scale;
}

std::optional<Span> spanOf(const std::optional<charts::Range>& range) {
  if (!range || !(range->span() > 0.0)) {
    return std::nullopt;
  }
  return Span{.low = rounded(range->low, range->span()),
              .high = rounded(range->high, range->span())};
}

}  // namespace

void clearAxes(FigureOptions& options) {
  const FigureOptions usual;
  options.view = usual.view;
  options.mean = usual.mean;
  options.log_y.clear();
  options.at_step.reset();
  options.x_range.reset();
  options.y_range.reset();
  options.zooms.clear();
}

void dropStrangeAxes(FigureRequest& request) {
  const auto is_strange = [&request](const std::string& chart) {
    return std::ranges::find(request.charts, chart) == request.charts.end();
  };
  std::erase_if(request.options.log_y, is_strange);
  std::erase_if(request.options.zooms,
                [&is_strange](const auto& zoom) { return is_strange(zoom.first); });
}

void adopt(const ShownCharts& shown, Extent extent, FigureRequest& request) {
  FigureOptions& options = request.options;
  clearAxes(options);
  options.view = {.x = shown.x,
                  .smoothing = shown.smoothing,
                  .log_y = false,
                  .spread = shown.spread,
                  .each_seed = shown.each_seed};
  options.mean = shown.mean;
  std::vector<std::pair<std::string, ShownChart>> wanted;
  for (const std::string& id : request.charts) {
    if (const auto chart = shown.charts.find(id); chart != shown.charts.end()) {
      wanted.emplace_back(*chart);
    }
  }
  for (const auto& [id, chart] : wanted) {
    if (chart.log_y) {
      options.log_y.insert(id);
    }
  }
  if (extent == Extent::WholeRun) {
    return;
  }
  const bool of_a_moment =
      std::ranges::any_of(wanted, [](const auto& one) { return !one.second.over_course; });
  if (shown.at_step && of_a_moment) {
    options.at_step = std::round(*shown.at_step);
  }
  // One x zoom for all, or each its own.
  std::vector<std::optional<Span>> course;
  for (const auto& [id, chart] : wanted) {
    if (chart.over_course) {
      course.push_back(spanOf(chart.x));
    }
  }
  const bool alike = std::ranges::all_of(
      course, [&course](const std::optional<Span>& span) { return span == course.front(); });
  if (alike && !course.empty()) {
    options.x_range = course.front();
  }
  for (const auto& [id, chart] : wanted) {
    Zoom zoom{.x = chart.over_course && alike ? std::nullopt : spanOf(chart.x),
              .y = spanOf(chart.y)};
    if (zoom.x || zoom.y) {
      options.zooms.emplace(id, zoom);
    }
  }
}

}  // namespace w2s::ui::figures
