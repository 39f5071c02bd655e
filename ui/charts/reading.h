// What stands at a position of a chart: the values under the crosshair, the next point for the
// keyboard, the marker nearby, and the whole chart as a table.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "ui/charts/chart_data.h"

namespace w2s::ui::charts {

struct CurveReading {
  const Curve* curve = nullptr;
  double x = 0.0;  // of the nearest point
  double y = 0.0;  // in the curve's own unit; finite
  std::optional<Range> band = {};
};

// Of every named curve but ghosts and guides, where it has a value near x.
[[nodiscard]] std::vector<CurveReading> readingsAt(const ChartData& data, double x);

// `places` points further (or back) along the curve with the most points; at the first move, from
// nowhere, the last point. Empty without points.
[[nodiscard]] std::optional<double> pointBeside(const ChartData& data, std::optional<double> x,
                                                int places);
[[nodiscard]] std::optional<double> firstPoint(const ChartData& data);
[[nodiscard]] std::optional<double> lastPoint(const ChartData& data);

// The nearest marker within `reach` of x; null where there is none.
[[nodiscard]] const Marker* markerAt(const ChartData& data, double x, double reach);
// The next marker in the direction of `places`.
[[nodiscard]] std::optional<double> markerBeside(const ChartData& data, std::optional<double> x,
                                                 int places);

// Finite values <= 0, which a logarithmic axis cannot show.
[[nodiscard]] std::size_t notPositive(const ChartData& data);

// One row an x that any curve has, one column a curve and two more for the edges of a band; bars and
// references are not in it. Cells without a value: NaN.
struct Table {
  std::vector<std::string> header;  // x first
  std::vector<double> x;
  std::vector<std::vector<float>> columns;  // as long as x
  std::vector<int> decimals;                // one a column
};
[[nodiscard]] Table tableOf(const ChartData& data);

}  // namespace w2s::ui::charts
