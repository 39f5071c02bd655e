#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <ranges>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "ui/bridge/number_language.h"
#include "ui/bridge/words.h"
#include "ui/charts/label_layout.h"
#include "ui/draw/legend_names.h"
#include "ui/draw/number_text.h"
#include "ui/draw/panel_sketch.h"
#include "ui/draw/shape_outline.h"

namespace w2s::ui::draw {
namespace {

using charts::Curve;
using charts::Point;

std::string entryText(const PanelSketch& sketch, const Curve& curve, double value) {
  return fmt::format("{} {}", curve.label,
                     numberText(value, curve.decimals.value_or(sketch.chart.value_decimals)));
}

constexpr std::size_t kMostPoints = 200;  // looked at beside a label

// Whether another curve runs through where the label would stand.
bool coversACurve(const PanelSketch& sketch, const PanelEntry& own, const Rect& label) {
  const Rect& plot = sketch.panel.plot;
  const auto x_at = [&](double place) {
    return sketch.axes.x.value((place - plot.left) / plot.width);
  };
  for (const Curve& curve : sketch.chart.curves) {
    if (&curve == own.curve || curve.style == Curve::Style::Ghost || curve.x.empty()) {
      continue;
    }
    // With the points beside the label: a line leads through it from one to the other.
    const auto indexOf = [&](auto at) { return static_cast<std::size_t>(at - curve.x.begin()); };
    const std::size_t first = indexOf(std::ranges::lower_bound(curve.x, x_at(label.left)));
    const std::size_t last = indexOf(std::ranges::upper_bound(curve.x, x_at(label.right())));
    // Of many points some: a step a pixel apart is enough to see the line.
    const std::size_t stride = std::max<std::size_t>(1, (last - first) / kMostPoints);
    const double left = x_at(label.left - label.width);
    for (std::size_t i = first > 0 ? first - 1 : 0; i < std::min(last + 1, curve.x.size());
         i += stride) {
      const double y = sketch.axes.place(plot, curve.x[i], curve.scale * curve.y[i]).y;
      if (curve.x[i] >= left && y > label.top && y < label.bottom()) {
        return true;
      }
    }
  }
  return false;
}

// A label beside a curve's end or in the column at the right edge.
struct Label {
  std::string text;
  Color letters;
  double x = 0.0;
  double y = 0.0;  // wanted centre
  std::size_t name = 0;
  bool other = false;    // another run's: gives way first
  bool in_plot = false;  // curves may lie under it
  bool is_rest = false;  // it says how many others have none
};

// Where not all fit, other runs' labels go (their marks stay), and a label says how many.
void makeRoom(std::vector<Label>& labels, std::size_t room, const PanelSketch& sketch) {
  std::size_t left_out = 0;
  while (labels.size() + (left_out > 0 ? 1 : 0) > room) {
    const auto last = std::find_if(labels.rbegin(), labels.rend(),
                                   [](const Label& label) { return label.other; });
    if (last == labels.rend()) {
      break;
    }
    labels.erase(std::next(last).base());
    ++left_out;
  }
  if (left_out > 0) {
    const Rect& plot = sketch.panel.plot;
    labels.push_back(
        {.text = inWords(words("charts", "+{} runs"), left_out),
         .letters = sketch.palette.muted,
         .x = labels.empty() ? plot.right() + 0.75 * sketch.style.font : labels.back().x,
         .y = plot.bottom(),
         .is_rest = true});
  }
}

// As the decimal number it was before it became a float, so that cards and labels round alike.
double asWritten(double value) {
  const std::string text = fmt::format("{:.7g}", value);
  std::from_chars(text.data(), text.data() + text.size(), value);  // whatever the locale's mark is
  return value;
}

}  // namespace

std::string textOf(const PanelSketch& sketch, const charts::ReferenceLine& reference) {
  return reference.show_value ? fmt::format("{} {}", reference.label,
                                            numberText(reference.y, sketch.chart.value_decimals))
                              : reference.label;
}

void makeEntries(PanelSketch& sketch) {
  const bool end_labels = sketch.style.legend == LegendPlace::EndLabels;
  for (const charts::Bars& bars : sketch.chart.bars) {
    sketch.empty = sketch.empty && bars.bars.empty();
  }
  sketch.empty = sketch.empty && sketch.chart.tiles.empty();
  for (const Curve& curve : sketch.chart.curves) {
    const auto end = charts::endOf(curve, sketch.axes.x.range, sketch.axes.y.log);
    if (!end) {
      continue;
    }
    sketch.empty = false;
    if (curve.label.empty()) {
      continue;
    }
    PanelEntry entry{.curve = &curve,
                     .text = end_labels ? entryText(sketch, curve, asWritten(end->y)) : curve.label,
                     .letters = sketch.letterColor(curve.ink),
                     .line = sketch.lineColor(curve.ink),
                     .dashes = dashesOf(curve, sketch.palette),
                     .line_width = lookOf(sketch.chart, curve, sketch.style, sketch.palette).width,
                     .shape = curve.shape,
                     .at = {end->x, end->y * curve.scale},
                     .has_dot = end->at_point,
                     .overlay = charts::isOverlay(curve.ink),
                     .name = curve.label.size()};
    entry.above = entry.at.y > sketch.axes.y.range.high;
    entry.below = entry.at.y < sketch.axes.y.range.low;
    if (end_labels && (entry.above || entry.below)) {
      entry.text += entry.above ? " \u2191" : " \u2193";
    }
    sketch.entries.push_back(std::move(entry));
  }
  for (const charts::ReferenceLine& reference : sketch.chart.references) {
    if (!sketch.axes.holds(reference.y)) {
      continue;
    }
    sketch.entries.push_back({.text = textOf(sketch, reference),
                              .letters = sketch.letterColor(reference.ink),
                              .line = sketch.palette.line(reference.ink),
                              .dashes = referenceDashes(),
                              .line_width = 0.75 * sketch.style.line,
                              .at = {sketch.axes.x.range.high, reference.y},
                              .at_edge = true,
                              .name = reference.label.size()});
  }
  // Painted last is read first: the run itself, its references, then the runs laid over it.
  const auto others = std::ranges::stable_partition(
      sketch.entries, [](const PanelEntry& entry) { return !entry.overlay; });
  const auto lines =
      std::ranges::stable_partition(sketch.entries.begin(), others.begin(),
                                    [](const PanelEntry& entry) { return !entry.at_edge; });
  std::reverse(sketch.entries.begin(), lines.begin());
}

void drawEndLabels(PanelSketch& sketch) {
  const Rect& plot = sketch.panel.plot;
  const double font = sketch.style.font;
  const double gap = 0.75 * font;  // between a curve's end and its label
  const double height = kLabelStep * font;
  bool with_others = false;
  bool reaches_edge = false;
  struct End {
    const PanelEntry* entry = nullptr;
    Point at;
    bool past_edge = false;  // the label would reach over it
    bool covers = false;     // another curve
  };
  std::vector<End> ends;
  // From the last to the first: the run's own dots lie on those of others.
  for (const PanelEntry& entry : std::views::reverse(sketch.entries)) {
    Point at = sketch.axes.place(plot, entry.at.x, entry.at.y);
    at.x = std::clamp(at.x, plot.left, plot.right());
    if (!entry.at_edge && entry.has_dot && !entry.above && !entry.below) {
      sketch.panel.shapes.push_back(PolygonShape{
          .role = Role::EndDot,
          .corners = outlineOf(
              entry.shape, at,
              std::max((sketch.style.compact ? 0.3 : 0.26) * font, 1.1 * entry.line_width)),
          .fill = entry.line,
          .text = {}});
    }
    const double width = sketch.widthOf(entry.text, font, true);
    const double center = std::clamp(at.y, plot.top, plot.bottom());
    const Rect box{at.x + gap, center - height / 2.0, width, height};
    const bool past_edge = box.right() > plot.right();
    ends.push_back({.entry = &entry,
                    .at = {at.x, center},
                    .past_edge = entry.at_edge || past_edge,
                    .covers = !past_edge && coversACurve(sketch, entry, box)});
    with_others = with_others || entry.overlay;
    reaches_edge = reaches_edge || (past_edge && !entry.at_edge);
  }
  // With other runs in the chart there is no room between the ends of the curves.
  std::vector<Label> groups[2];  // at the curves' ends; in the column at the right edge
  for (const End& end : ends) {
    const PanelEntry& entry = *end.entry;
    const bool in_column = end.past_edge || with_others || (reaches_edge && end.covers);
    groups[in_column ? 1 : 0].push_back({.text = entry.text,
                                         .letters = entry.letters,
                                         .x = (in_column ? plot.right() : end.at.x) + gap,
                                         .y = end.at.y,
                                         .name = entry.name,
                                         .other = entry.overlay,
                                         .in_plot = !in_column});
  }
  for (std::vector<Label>& group : groups) {
    // Below the plot stand the ticks' numbers and the axis' name.
    const charts::LabelSpace space{
        .top = plot.top - height / 2.0, .bottom = plot.bottom() + 0.25 * font, .height = height};
    const int room = countIn(space.bottom - space.top + 1e-6 * height, height);
    makeRoom(group, static_cast<std::size_t>(std::max(1, room)), sketch);
    std::vector<double> wanted;
    for (const Label& label : group) {
      wanted.push_back(label.y);
    }
    const std::vector<double> placed = charts::layOutLabels(wanted, space);
    std::vector<LegendName> names;
    for (const Label& label : group) {
      names.push_back({.text = label.text,
                       .name = label.name,
                       .other = label.other,
                       .room = sketch.area.right() - label.x});
    }
    const std::vector<std::string> texts = fitted(names, font, true, sketch.text_width);
    for (std::size_t i = 0; i < group.size(); ++i) {
      const Label& label = group[i];
      const std::string& text = texts[i];
      if (label.in_plot) {
        Color ground = sketch.palette.ground;
        ground.opacity = 0.85;
        sketch.panel.shapes.push_back(
            BoxShape{.role = Role::Label,
                     .rect = {label.x - 0.2 * font, placed[i] - height / 2.0,
                              sketch.widthOf(text, font, true) + 0.4 * font, height},
                     .fill = ground});
      }
      sketch.text(Role::Label, {label.x, placed[i] + kCapHeight * font / 2.0}, text, font,
                  label.letters, Anchor::Start, true);
      if (label.is_rest) {
        sketch.panel.left_out =
            Rect{label.x, placed[i] - height / 2.0, sketch.widthOf(text, font, true), height};
      }
    }
  }
}

}  // namespace w2s::ui::draw
