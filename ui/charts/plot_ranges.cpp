// The ranges and the layout of PlotWidget.
#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "ui/charts/decimate.h"
#include "ui/charts/plot_axes.h"
#include "ui/charts/plot_items.h"
#include "ui/charts/plot_labels.h"
#include "ui/charts/plot_widget.h"
#include "ui/theme/theme.h"

namespace w2s::ui {

// Of everything that should be seen, before zoom.
charts::Range PlotWidget::rangeOfY() const {
  double low = std::numeric_limits<double>::infinity();
  double high = -low;
  double smallest_positive = low;
  const auto include = [&](double y) {
    if (std::isfinite(y)) {
      const double bounded = std::clamp(y, content_.y_bound_low, content_.y_bound_high);
      low = std::min(low, bounded);
      high = std::max(high, bounded);
      if (y > 0.0) {
        smallest_positive = std::min(smallest_positive, y);
      }
    }
  };
  for (const charts::Curve& curve : content_.curves) {
    const double end = curve.x.empty() ? 0.0 : curve.x.back();
    const charts::Window whole{.x_low = content_.x_low,
                               .x_high = std::max(content_.x_high, end),
                               .columns = content_.log_y ? 200 : 1};
    for (const charts::Polyline& line : charts::decimate(curve.x, curve.y, whole, curve.pyramid)) {
      for (const charts::Point& point : line) {
        include(point.y * curve.scale);
      }
    }
  }
  for (const charts::Bars& bars : content_.bars) {
    for (const charts::Bar& bar : bars.bars) {
      include(bar.y);
    }
  }
  for (const charts::ReferenceLine& line : content_.references) {
    include(line.y);
  }
  for (const double y : content_.y_include) {
    include(y);
  }
  if (!content_.log_y) {
    return {low, high};
  }
  return charts::logRange({low, high}, std::isfinite(smallest_positive) ? smallest_positive : 0.0);
}

const charts::Ticks& PlotWidget::chooseRanges() {
  const int target = std::clamp(static_cast<int>(height() / theme_.px(46)), 3, 6);
  double end = content_.x_high;
  for (const charts::Curve& curve : content_.curves) {
    end = curve.x.empty() ? end : std::max(end, curve.x.back());
  }
  const charts::Scale whole_x{{content_.x_low, end}};
  x_zoom_ = x_zoom_ ? charts::withinWhole(*x_zoom_, whole_x) : std::nullopt;
  frame_.x = {x_zoom_.value_or(whole_x.range)};

  const charts::Range wanted = rangeOfY();
  if (content_.log_y) {
    // Whole halves of decades, so that the axis seldom moves.
    const auto rounded = [](double value, double up) {
      const double halves = 2.0 * std::log10(value);
      return std::pow(10.0,
                      (up > 0.0 ? std::ceil(halves - 1e-9) : std::floor(halves + 1e-9)) / 2.0);
    };
    frame_.y = {
        y_zoom_.value_or(charts::Range{rounded(wanted.low, -1.0), rounded(wanted.high, 1.0)}),
        true};
    y_ticks_ = charts::logTicks(frame_.y.range.low, frame_.y.range.high, target);
    return y_ticks_;
  }
  if (std::exchange(y_bound_high_, content_.y_bound_high) != content_.y_bound_high) {
    y_range_.reset();  // what was covered before the bound is not wanted any more
  }
  const charts::Ticks& covering = y_range_.cover(wanted.low, wanted.high, target);
  if (y_zoom_) {
    frame_.y = {*y_zoom_};
    y_ticks_ = charts::ticksInside(y_zoom_->low, y_zoom_->high, target);
  } else {
    frame_.y = {{covering.low, covering.high}};
    y_ticks_ = covering;
  }
  return y_ticks_;
}

// The plot lies between tick labels on the left and end labels on the right.
void PlotWidget::layOut(const charts::Ticks& y_ticks, double legend_height) {
  // In steps of 12 pixels and only growing: a plot whose width follows each digit trembles. Never
  // more than two fifths: long names of other runs are no reason to hide the curves.
  const double labels =
      std::ceil(PlotLabels::widthOf(theme_, content_, frame_.x.range) / 12.0) * 12.0;
  label_width_ = std::min(std::max(label_width_, labels), 0.4 * width());
  const double x = std::ceil(kPlotPad + PlotAxes::labelWidth(theme_, y_ticks) + 8.0);
  const bool low = height() < theme_.px(150);
  const double top = theme_.px(low ? 36 : 42);
  const double bottom = theme_.px(low ? 24 : 28) + legend_height;
  const QRectF plot(x, top,
                    std::max(20.0, width() - x - std::max(label_width_ + 12.0, 24.0) - kPlotPad),
                    std::max(20.0, height() - top - bottom));
  if (plot != QRectF(frame_.left, frame_.top, frame_.width, frame_.height)) {
    frame_.left = plot.left();
    frame_.top = plot.top();
    frame_.width = plot.width();
    frame_.height = plot.height();
    chart()->setPlotArea(plot);
  }
}

}  // namespace w2s::ui
