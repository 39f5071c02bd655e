#include <algorithm>

#include "ui/figures/number_text.h"
#include "ui/figures/panel_parts.h"

namespace w2s::ui::figures {

namespace {

// As many as stand apart from each other.
void chooseXTicks(PanelSketch& sketch) {
  const Rect& plot = sketch.panel.plot;
  const charts::Range& range = sketch.axes.x.range;
  for (int target = 6; target > 0; --target) {
    sketch.x_ticks = charts::ticksInside(range.low, range.high, target);
    double widest = 0.0;
    for (const double value : sketch.x_ticks.values) {
      widest = std::max(
          widest, sketch.widthOf(numberText(value, sketch.x_ticks.decimals), sketch.tick_size));
    }
    if (widest + 1.5 * sketch.style.font <= sketch.x_ticks.interval / range.span() * plot.width) {
      return;
    }
  }
}

}  // namespace

void placePlot(PanelSketch& sketch) {
  const double font = sketch.style.font;
  double top = 0.75 * font;  // half a tick label, and the triangles of markers
  if (sketch.style.title) {
    const double title = sketch.widthOf(sketch.chart.title, 1.15 * font, true) +
                         (sketch.style.letter.empty() ? 0.0 : 1.6 * font);
    const double subtitle = sketch.widthOf(sketch.chart.subtitle, sketch.tick_size);
    const bool two_lines = title + subtitle + 2.0 * font > sketch.area.width;
    top += 1.15 * font * kLineHeight +
           (two_lines && !sketch.chart.subtitle.empty() ? 1.2 * font : 0.0) + 0.55 * font;
  } else if (!sketch.style.letter.empty()) {
    top += 1.15 * font * kLineHeight;
  }
  double left = 0.3 * font;
  for (const double value : sketch.axes.y_ticks.values) {
    left = std::max(
        left, sketch.widthOf(numberText(value, sketch.axes.y_ticks.decimals), sketch.tick_size));
  }
  left += 0.75 * font + (sketch.chart.y_title.empty() ? 0.0 : 1.45 * font);
  const Insets& least = sketch.style.least;
  left = std::max(left, least.left);
  top = std::max(top, least.top);
  double bottom = 0.6 * font + kLineHeight * sketch.tick_size +
                  (sketch.chart.x_title.empty() ? 0.0 : kLineHeight * font);
  double right = 1.2 * font;  // half of the last tick label
  if (sketch.style.legend == LegendPlace::EndLabels) {
    for (const PanelEntry& entry : sketch.entries) {
      right = std::max(right, sketch.widthOf(entry.text, font, true) + 0.95 * font);
    }
    right = std::min(right, 0.45 * sketch.area.width);
  }
  right = std::max(right, least.right);
  if (sketch.style.legend == LegendPlace::Outside && !sketch.empty) {
    bottom += 0.4 * font +
              static_cast<double>(legendRows(sketch, sketch.area.width - left - right).size()) *
                  1.35 * font;
  }
  bottom += markLegendHeight(sketch, sketch.area.width - left);
  bottom = std::max(bottom, least.bottom);
  sketch.panel.plot = {sketch.area.left + left, sketch.area.top + top,
                       std::max(4.0 * font, sketch.area.width - left - right),
                       std::max(2.0 * font, sketch.area.height - top - bottom)};
  chooseXTicks(sketch);
}

void drawTitle(PanelSketch& sketch) {
  const double size = 1.15 * sketch.style.font;
  const double baseline = sketch.area.top + size * kCapHeight + 0.2 * sketch.style.font;
  double x = sketch.area.left;
  if (!sketch.style.letter.empty()) {
    sketch.text(Role::Title, {x, baseline}, sketch.style.letter, size, sketch.palette.text,
                Anchor::Start, true);
    x += 1.6 * sketch.style.font;
  }
  if (!sketch.style.title) {
    return;
  }
  sketch.text(Role::Title, {x, baseline}, sketch.chart.title, size, sketch.palette.text,
              Anchor::Start, true);
  if (sketch.chart.subtitle.empty()) {
    return;
  }
  const double title_end = x + sketch.widthOf(sketch.chart.title, size, true);
  const double subtitle = sketch.widthOf(sketch.chart.subtitle, sketch.tick_size);
  if (title_end + 2.0 * sketch.style.font + subtitle <= sketch.area.right() + 0.01) {
    sketch.text(Role::Title, {sketch.area.right(), baseline}, sketch.chart.subtitle,
                sketch.tick_size, sketch.palette.muted, Anchor::End);
  } else {
    sketch.text(Role::Title, {x, baseline + 1.2 * sketch.style.font}, sketch.chart.subtitle,
                sketch.tick_size, sketch.palette.muted);
  }
}

void drawAxes(PanelSketch& sketch) {
  const Rect& plot = sketch.panel.plot;
  const double font = sketch.style.font;
  const double hair = std::clamp(0.06 * font, 0.35, 1.5);
  for (const double value : sketch.axes.y_ticks.values) {
    const double y = sketch.axes.place(plot, sketch.axes.x.range.low, value).y;
    sketch.line(Role::Grid, {plot.left, y}, {plot.right(), y}, sketch.palette.grid, hair);
    sketch.text(Role::Tick, {plot.left - 0.6 * font, y + kCapHeight * sketch.tick_size / 2.0},
                numberText(value, sketch.axes.y_ticks.decimals), sketch.tick_size,
                sketch.palette.muted, Anchor::End);
  }
  sketch.line(Role::Axis, {plot.left, plot.bottom()}, {plot.right(), plot.bottom()},
              sketch.palette.muted, hair);
  const double tick_baseline = plot.bottom() + 0.6 * font + kCapHeight * sketch.tick_size;
  for (const double value : sketch.x_ticks.values) {
    const double x = sketch.axes.place(plot, value, sketch.axes.y.range.low).x;
    sketch.line(Role::Axis, {x, plot.bottom()}, {x, plot.bottom() + 0.3 * font},
                sketch.palette.muted, hair);
    sketch.text(Role::Tick, {x, tick_baseline}, numberText(value, sketch.x_ticks.decimals),
                sketch.tick_size, sketch.palette.muted, Anchor::Middle);
  }
  if (!sketch.chart.x_title.empty()) {
    sketch.text(Role::AxisTitle, {plot.left + plot.width / 2.0, tick_baseline + kLineHeight * font},
                sketch.chart.x_title, font, sketch.palette.muted, Anchor::Middle);
  }
  if (!sketch.chart.y_title.empty()) {
    sketch.text(Role::AxisTitle,
                {sketch.area.left + kCapHeight * font, plot.top + plot.height / 2.0},
                sketch.chart.y_title, font, sketch.palette.muted, Anchor::Middle, false, true);
  }
}

}  // namespace w2s::ui::figures
