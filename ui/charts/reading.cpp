#include "ui/charts/reading.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <utility>

#include "ui/bridge/number_language.h"
#include "ui/bridge/words.h"
#include "ui/charts/bands.h"
#include "ui/charts/pyramid.h"

namespace w2s::ui::charts {
namespace {

bool isRead(const Curve& curve) {
  return curve.style != Curve::Style::Ghost && curve.style != Curve::Style::Guide &&
         !curve.fullName().empty() && curve.size() > 0;
}

std::size_t pointsOf(const Curve& curve) {
  return std::min(curve.x.size(), curve.y.size());
}

std::size_t nearest(const Curve& curve, double x) {
  const auto end = curve.x.begin() + static_cast<std::ptrdiff_t>(pointsOf(curve));
  const auto after = std::lower_bound(curve.x.begin(), end, x);
  if (after == curve.x.begin()) {
    return 0;
  }
  const auto i = static_cast<std::size_t>(after - curve.x.begin());
  return after == end || x - curve.x[i - 1] <= curve.x[i] - x ? i - 1 : i;
}

bool isPlace(double x) {
  return std::isfinite(x);
}

// The curve the keyboard walks along: the run's own, with the most points.
const Curve* longest(const ChartData& data) {
  const Curve* best = nullptr;
  for (const Curve& curve : data.curves) {
    if (isRead(curve) && !isOverlay(curve.ink) &&
        (best == nullptr || pointsOf(curve) > pointsOf(*best))) {
      best = &curve;
    }
  }
  return best;
}

}  // namespace

std::vector<CurveReading> readingsAt(const ChartData& data, double x) {
  std::vector<CurveReading> readings;
  for (const Curve& curve : data.curves) {
    if (!isRead(curve)) {
      continue;
    }
    const std::size_t i = nearest(curve, x);
    // Half a curve away is no value of this place.
    const std::size_t n = pointsOf(curve);
    const double stride = n > 1 ? (curve.x[n - 1] - curve.x[0]) / static_cast<double>(n - 1) : 1.0;
    const double beyond = std::max(curve.x[0] - x, x - curve.x[n - 1]);
    if (std::isfinite(curve.y[i]) && beyond <= 2.0 * stride) {
      readings.push_back({.curve = &curve,
                          .x = curve.x[i],
                          .y = static_cast<double>(curve.y[i]),
                          .band = bandAt(curve, i)});
    }
  }
  return readings;
}

std::optional<double> pointBeside(const ChartData& data, std::optional<double> x, int places) {
  const Curve* curve = longest(data);
  if (curve == nullptr) {
    return std::nullopt;
  }
  if (!x) {
    return curve->x[pointsOf(*curve) - 1];
  }
  const auto at = static_cast<std::ptrdiff_t>(nearest(*curve, *x));
  const auto last = static_cast<std::ptrdiff_t>(pointsOf(*curve)) - 1;
  return curve->x[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(at + places, 0, last))];
}

std::optional<double> firstPoint(const ChartData& data) {
  const Curve* curve = longest(data);
  return curve == nullptr ? std::nullopt : std::optional(curve->x.front());
}

std::optional<double> lastPoint(const ChartData& data) {
  return pointBeside(data, std::nullopt, 0);
}

const Marker* markerAt(const ChartData& data, double x, double reach) {
  const Marker* best = nullptr;
  for (const Marker& marker : data.markers) {
    const double away = std::abs(marker.x - x);
    if (away <= reach && (best == nullptr || away < std::abs(best->x - x))) {
      best = &marker;
    }
  }
  return best;
}

std::optional<double> markerBeside(const ChartData& data, std::optional<double> x, int places) {
  std::optional<double> best;
  for (const Marker& marker : data.markers) {
    const bool ahead = places > 0 ? !x || marker.x > *x : !x || marker.x < *x;
    const bool nearer = !best || (places > 0 ? marker.x < *best : marker.x > *best);
    if (ahead && nearer) {
      best = marker.x;
    }
  }
  return best;
}

std::size_t notPositive(const ChartData& data) {
  std::size_t count = 0;
  for (const Curve& curve : data.curves) {
    if (!isRead(curve)) {
      continue;
    }
    if (curve.pyramid != nullptr && curve.pyramid->size() == curve.y.size()) {
      const Pyramid::Extremes all = curve.pyramid->over(curve.y, 0, curve.y.size());
      if (all.finite && curve.y[all.low] > 0.0F) {
        continue;
      }
    }
    count += static_cast<std::size_t>(
        std::ranges::count_if(curve.y, [](float y) { return std::isfinite(y) && y <= 0.0F; }));
  }
  return count;
}

Table tableOf(const ChartData& data) {
  Table table;
  table.header.push_back(data.x_title);
  struct Source {
    const Curve* curve = nullptr;
    std::span<const float> values;
  };
  std::vector<Source> sources;
  const auto add = [&](const Curve& curve, std::span<const float> values, std::string name) {
    sources.push_back({&curve, values});
    table.header.push_back(std::move(name));
    table.decimals.push_back(curve.decimals.value_or(data.value_decimals));
  };
  for (const Curve& curve : data.curves) {
    if (!curve.x.empty() && !curve.fullName().empty() && curve.style != Curve::Style::Guide) {
      add(curve, curve.y, curve.fullName());
      if (curve.hasBand()) {
        add(curve, curve.low, inWords(words("charts", "{}, low"), curve.fullName()));
        add(curve, curve.high, inWords(words("charts", "{}, high"), curve.fullName()));
      }
      std::ranges::copy_if(curve.x.first(pointsOf(curve)), std::back_inserter(table.x), isPlace);
    }
  }
  std::ranges::sort(table.x);
  table.x.erase(std::ranges::unique(table.x).begin(), table.x.end());
  for (const auto& [curve, values] : sources) {
    std::vector<float> column(table.x.size(), std::numeric_limits<float>::quiet_NaN());
    std::size_t row = 0;
    for (std::size_t i = 0; i < pointsOf(*curve); ++i) {
      if (!isPlace(curve->x[i])) {
        continue;
      }
      while (table.x[row] < curve->x[i]) {  // it stands in the table
        ++row;
      }
      column[row] = values[i];
    }
    table.columns.push_back(std::move(column));
  }
  return table;
}

}  // namespace w2s::ui::charts
