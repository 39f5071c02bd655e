#include <algorithm>
#include <ranges>

#include <fmt/format.h>

#include "ui/charts/label_layout.h"
#include "ui/figures/number_text.h"
#include "ui/figures/panel_parts.h"
#include "ui/figures/shape_outline.h"

namespace w2s::ui::figures {
namespace {

using charts::Curve;
using charts::Point;

std::string entryText(const PanelSketch& sketch, const Curve& curve, double value) {
  return fmt::format("{} {}", curve.label,
                     numberText(value, curve.decimals.value_or(sketch.chart.value_decimals)));
}

// Shortens the name, never the value, until the text is as narrow as the room.
std::string elided(const PanelSketch& sketch, const PanelEntry& entry, double room) {
  const double font = sketch.style.font;
  std::string text = entry.text;
  for (std::size_t name = entry.name; name > 0 && sketch.widthOf(text, font, true) > room;) {
    do {  // a whole letter of UTF-8
      --name;
    } while (name > 0 && (static_cast<unsigned char>(entry.text[name]) & 0xC0U) == 0x80U);
    text = entry.text.substr(0, name) + "\u2026" + entry.text.substr(entry.name);
  }
  return text;
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
  for (const Curve& curve : sketch.chart.curves) {
    const auto end = sketch.endOf(curve);
    if (!end) {
      continue;
    }
    sketch.empty = false;
    if (curve.label.empty()) {
      continue;
    }
    PanelEntry entry{
        .text = end_labels ? entryText(sketch, curve, end->y) : curve.label,
        .letters = sketch.letterColor(curve.ink),
        .line = sketch.lineColor(curve.ink),
        .dashes = sketch.palette.dashes ? sketch.palette.dashes(curve.ink) : std::vector<double>(),
        .line_width = sketch.lineWidth(curve.style),
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
  const double gap = 0.75 * font;            // between a curve's end and its label
  std::vector<const PanelEntry*> groups[2];  // at the curves' ends; at the right edge
  // From the last to the first: the run's own dots lie on those of others.
  for (const PanelEntry& entry : std::views::reverse(sketch.entries)) {
    const Point at = sketch.axes.place(plot, entry.at.x, entry.at.y);
    if (!entry.at_edge && entry.has_dot && !entry.above && !entry.below) {
      sketch.panel.shapes.push_back(PolygonShape{
          .role = Role::EndDot,
          .corners = outlineOf(entry.shape, at, std::max(0.26 * font, 1.1 * entry.line_width)),
          .fill = entry.line,
          .text = {}});
    }
    const bool reaches_margin =
        at.x + 0.8 * font + sketch.widthOf(entry.text, font, true) > plot.right();
    groups[entry.at_edge || reaches_margin ? 1 : 0].push_back(&entry);
  }
  for (const auto& group : groups) {
    const bool margin = &group == &groups[1];
    std::vector<double> wanted;
    for (const PanelEntry* entry : group) {
      wanted.push_back(
          std::clamp(sketch.axes.place(plot, entry->at.x, entry->at.y).y, plot.top, plot.bottom()));
    }
    const double height = 1.2 * font;
    const double below = margin ? height / 2.0 : 0.0;  // the axis is there, or not
    const std::vector<double> placed = charts::layOutLabels(
        wanted,
        {.top = plot.top - height / 2.0, .bottom = plot.bottom() + below, .height = height});
    for (std::size_t i = 0; i < group.size(); ++i) {
      const Point at = sketch.axes.place(plot, group[i]->at.x, group[i]->at.y);
      // Those in the margin stand in one column.
      const double x = (margin ? plot.right() : at.x) + gap;
      sketch.text(Role::Label, {x, placed[i] + kCapHeight * font / 2.0},
                  elided(sketch, *group[i], sketch.area.right() - x), font, group[i]->letters,
                  Anchor::Start, true);
    }
  }
}

}  // namespace w2s::ui::figures
