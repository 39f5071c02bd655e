#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>

#include "ui/draw/number_text.h"
#include "ui/draw/panel_sketch.h"

namespace w2s::ui::draw {

namespace {

double titleSize(const PanelSketch& sketch) {
  return (sketch.style.compact ? 1.08 : 1.15) * sketch.style.font;
}

// As many as stand apart from each other.
void chooseXTicks(PanelSketch& sketch) {
  const Rect& plot = sketch.panel.plot;
  const charts::Range& range = sketch.axes.x.range;
  if (!sketch.chart.x_places.empty()) {
    sketch.x_ticks = {.low = range.low, .high = range.high, .values = {}};
    for (const charts::Place& place : sketch.chart.x_places) {
      sketch.x_ticks.values.push_back(place.at);
    }
    return;
  }
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

// Whole parts of it, as many as fit; none where not even the first does: the tooltip has it all.
std::string fittingParts(const PanelSketch& sketch, std::string text, double room) {
  while (!text.empty() && sketch.widthOf(text, sketch.tick_size) > room) {
    std::size_t end = std::string::npos;
    for (const std::string_view separator : {", ", "; ", ": ", " \u00b7 "}) {
      const std::size_t at = text.rfind(separator);
      end = at == std::string::npos ? end : end == std::string::npos ? at : std::max(end, at);
    }
    text.resize(end == std::string::npos ? 0 : end);
  }
  return text;
}

bool subtitleFits(const PanelSketch& sketch) {
  const double font = sketch.style.font;
  return (sketch.style.letter.empty() ? 0.0 : 1.6 * font) +
             sketch.widthOf(sketch.chart.title, titleSize(sketch), true) + 2.0 * font +
             sketch.widthOf(sketch.chart.subtitle, sketch.tick_size) <=
         sketch.area.width + 0.01;
}

}  // namespace

// Numbers and title of the x axis.
double belowAxis(const PanelSketch& sketch) {
  const double font = sketch.style.font;
  const bool own_line = !sketch.style.compact && !sketch.chart.x_title.empty();
  const bool has_notes = std::ranges::any_of(
      sketch.chart.x_places, [](const charts::Place& place) { return !place.note.empty(); });
  return 0.6 * font + (has_notes ? 2.0 : 1.0) * kLineHeight * sketch.tick_size +
         (own_line ? kLineHeight * font : 0.0);
}

std::string tickText(const charts::Ticks& ticks, const std::vector<charts::Place>& places,
                     std::size_t i) {
  return i < places.size() ? places[i].text : numberText(ticks.values[i], ticks.decimals);
}

void placePlot(PanelSketch& sketch) {
  const double font = sketch.style.font;
  const bool compact = sketch.style.compact;
  double top = 0.75 * font;  // half a tick label, and the triangles of markers
  if (sketch.style.title) {
    const bool two_lines = !compact && !sketch.chart.subtitle.empty() && !subtitleFits(sketch);
    top += titleSize(sketch) * kLineHeight + (two_lines ? 1.2 * font : 0.0) + 0.55 * font;
  } else if (!sketch.style.letter.empty()) {
    top += titleSize(sketch) * kLineHeight;
  }
  double left = 0.3 * font;
  for (std::size_t i = 0; i < sketch.axes.y_ticks.values.size(); ++i) {
    left = std::max(left, sketch.widthOf(tickText(sketch.axes.y_ticks, sketch.chart.y_places, i),
                                         sketch.tick_size));
  }
  left += 0.75 * font + (compact || sketch.chart.y_title.empty() ? 0.0 : 1.45 * font);
  const Insets& least = sketch.style.least;
  left = std::max(left, least.left);
  top = std::max(top, least.top);
  double bottom = belowAxis(sketch);
  double right = 1.2 * font;  // half of the last tick label
  if (sketch.style.legend == LegendPlace::EndLabels) {
    for (const PanelEntry& entry : sketch.entries) {
      right = std::max(right, sketch.widthOf(entry.text, font, true) + 0.95 * font);
    }
    right = std::min(right, (compact ? 0.34 : 0.45) * sketch.area.width);
    if (compact) {
      right = std::ceil(right / font) * font;  // the plot must not change its width with each digit
    }
  }
  right = std::max(right, least.right);
  bottom += markLegendHeight(sketch, sketch.area.width - (compact ? 0.0 : left));
  const auto place = [&] {
    sketch.panel.plot = {
        sketch.area.left + left, sketch.area.top + top,
        std::max(4.0 * font, sketch.area.width - left - right),
        std::max(2.0 * font, sketch.area.height - top - std::max(bottom, least.bottom))};
  };
  place();
  const auto isOutside = [&sketch, font, compact] {
    switch (sketch.style.legend) {
      case LegendPlace::Outside:
        return true;
      case LegendPlace::Inside:
        return !fitsInside(sketch);
      case LegendPlace::EndLabels: {
        // In a figure no pointer shows the name of a curve that has no label; a card opens a list
        // of those that have no room.
        const auto room = countIn(sketch.panel.plot.height, kLabelStep * font);
        return std::cmp_greater(sketch.entries.size(), std::max(room, 1)) &&
               (!compact || fitsBelow(sketch));
      }
      case LegendPlace::None:
        return false;
    }
    return false;
  };
  sketch.legend_outside = !sketch.empty && !sketch.entries.empty() && isOutside();
  if (sketch.legend_outside) {
    right = std::max(1.2 * font, least.right);
    bottom += legendHeight(sketch);
    place();
  }
  chooseXTicks(sketch);
}

void drawTitle(PanelSketch& sketch) {
  const double size = titleSize(sketch);
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
  const double right = sketch.area.right() - sketch.style.title_right;
  const std::string title =
      sketch.elided(sketch.chart.title, sketch.chart.title.size(), right - x, size, true);
  sketch.text(Role::Title, {x, baseline}, title, size, sketch.palette.text, Anchor::Start, true);
  const double room = right - x - sketch.widthOf(title, size, true) -
                      (sketch.style.compact ? 1.2 : 2.0) * sketch.style.font + 0.01;
  if (sketch.style.compact || subtitleFits(sketch)) {
    const std::string shown = fittingParts(sketch, sketch.chart.subtitle, room);
    if (!shown.empty()) {
      sketch.text(Role::Title, {right, baseline}, shown, sketch.tick_size, sketch.palette.muted,
                  Anchor::End);
    }
  } else if (!sketch.chart.subtitle.empty()) {
    const std::string& subtitle = sketch.chart.subtitle;
    sketch.text(Role::Title, {x, baseline + 1.2 * sketch.style.font},
                sketch.elided(subtitle, subtitle.size(), right - x, sketch.tick_size, false),
                sketch.tick_size, sketch.palette.muted);
  }
}

void drawAxes(PanelSketch& sketch) {
  const Rect& plot = sketch.panel.plot;
  const double font = sketch.style.font;
  const double hair = sketch.style.compact ? 1.0 : std::clamp(0.06 * font, 0.35, 1.5);
  for (std::size_t i = 0; i < sketch.axes.y_ticks.values.size(); ++i) {
    const double y =
        sketch.axes.place(plot, sketch.axes.x.range.low, sketch.axes.y_ticks.values[i]).y;
    if (sketch.chart.tiles.empty()) {
      sketch.line(Role::Grid, {plot.left, y}, {plot.right(), y}, sketch.palette.grid, hair);
    }
    sketch.text(Role::Tick, {plot.left - 0.6 * font, y + kCapHeight * sketch.tick_size / 2.0},
                tickText(sketch.axes.y_ticks, sketch.chart.y_places, i), sketch.tick_size,
                sketch.palette.muted, Anchor::End);
  }
  // Under a dashed reference at the very bottom it would fill the gaps of the dashes.
  const double x_low = sketch.axes.x.range.low;
  if (std::ranges::none_of(sketch.chart.references, [&](const charts::ReferenceLine& line) {
        return std::abs(sketch.axes.place(plot, x_low, line.y).y - plot.bottom()) < 0.5 * hair;
      })) {
    sketch.line(Role::Axis, {plot.left, plot.bottom()}, {plot.right(), plot.bottom()},
                sketch.palette.muted, hair);
  }
  const double tick_baseline = plot.bottom() + 0.6 * font + kCapHeight * sketch.tick_size;
  double end = plot.left;                                                   // of the last number
  const double name_room = 0.95 * plot.width / sketch.axes.x.range.span();  // of one place
  for (std::size_t i = 0; i < sketch.x_ticks.values.size(); ++i) {
    const double x = sketch.axes.place(plot, sketch.x_ticks.values[i], sketch.axes.y.range.low).x;
    std::string number = tickText(sketch.x_ticks, sketch.chart.x_places, i);
    if (!sketch.chart.x_places.empty()) {
      number = sketch.elided(number, number.size(), name_room, sketch.tick_size, false);
      const std::string& note = sketch.chart.x_places[i].note;
      sketch.text(Role::Tick, {x, tick_baseline + kLineHeight * sketch.tick_size},
                  sketch.elided(note, note.size(), name_room, sketch.tick_size, false),
                  sketch.tick_size, sketch.palette.muted, Anchor::Middle);
    }
    sketch.line(Role::Axis, {x, plot.bottom()}, {x, plot.bottom() + 0.3 * font},
                sketch.palette.muted, hair);
    sketch.text(Role::Tick, {x, tick_baseline}, number, sketch.tick_size, sketch.palette.muted,
                Anchor::Middle);
    end = x + sketch.widthOf(number, sketch.tick_size) / 2.0;
  }
  const std::string& title = sketch.chart.x_title;
  if (sketch.style.compact) {
    // Beside the last number, which keeps the plot tall.
    const double x =
        std::min(end + 0.8 * font, sketch.area.right() - sketch.widthOf(title, sketch.tick_size));
    if (x > end + 2.0 && !title.empty()) {
      sketch.text(Role::AxisTitle, {x, tick_baseline}, title, sketch.tick_size,
                  sketch.palette.muted);
    }
    return;
  }
  if (!title.empty()) {
    sketch.text(Role::AxisTitle, {plot.left + plot.width / 2.0, tick_baseline + kLineHeight * font},
                title, font, sketch.palette.muted, Anchor::Middle);
  }
  if (!sketch.chart.y_title.empty()) {
    // One that is longer than the axis begins at its top: above it stands the letter of the panel.
    const double half = sketch.widthOf(sketch.chart.y_title, font) / 2.0;
    const double middle = std::max(plot.top + plot.height / 2.0,
                                   std::min(plot.top + half, sketch.area.bottom() - half));
    sketch.text(Role::AxisTitle, {sketch.area.left + kCapHeight * font, middle},
                sketch.chart.y_title, font, sketch.palette.muted, Anchor::Middle, false, true);
  }
}

}  // namespace w2s::ui::draw
