#include "ui/figures/panel_sketch.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace w2s::ui::figures {
namespace {

using charts::Curve;
using charts::Point;

// As the decimal number it was before it became a float, so that cards and labels round alike.
double asWritten(double value) {
  return std::round(value * 1e6) / 1e6;
}

}  // namespace

std::vector<double> scaled(const std::vector<double>& dashes, double width) {
  std::vector<double> lengths = dashes;
  for (double& length : lengths) {
    length *= width;
  }
  return lengths;
}

const std::vector<double>& referenceDashes() {
  static const std::vector<double> kDashes = {4.0, 2.5};
  return kDashes;
}

PanelSketch::PanelSketch(const charts::ChartData& what, const Rect& where, const PanelStyle& look,
                         const Palette& colors, const TextWidth& widths)
    : chart(what),
      area(where),
      style(look),
      palette(colors),
      text_width(widths),
      tick_size(0.9 * look.font),
      axes(axesOf(what, look.x_range, look.y_range, yTicksFor(where, look.font))) {
  panel.id = chart.id;
  panel.title = chart.title;
}

void PanelSketch::text(Role role, Point at, std::string words, double size, Color color,
                       Anchor anchor, bool bold, bool upright) {
  panel.shapes.push_back(TextShape{.role = role,
                                   .at = at,
                                   .text = std::move(words),
                                   .size = size,
                                   .bold = bold,
                                   .anchor = anchor,
                                   .upright = upright,
                                   .color = color});
}

void PanelSketch::line(Role role, Point from, Point to, Color color, double width,
                       std::vector<double> dashes) {
  panel.shapes.push_back(PathShape{.role = role,
                                   .name = {},
                                   .pieces = {{from, to}},
                                   .color = color,
                                   .width = width,
                                   .dashes = std::move(dashes)});
}

Color PanelSketch::lineColor(charts::Ink ink) const {
  return isDefined() ? palette.line(ink) : palette.disabled;
}

Color PanelSketch::letterColor(charts::Ink ink) const {
  return isDefined() ? palette.letters(ink) : palette.muted;
}

double PanelSketch::lineWidth(Curve::Style of) const {
  switch (of) {
    case Curve::Style::Line:
    case Curve::Style::Points:
      return style.line;
    case Curve::Style::Overlay:
    case Curve::Style::Pinned:
      return 0.75 * style.line;
    case Curve::Style::Ghost:
    case Curve::Style::Guide:
      return 0.5 * style.line;
  }
  return style.line;
}

std::optional<charts::SeenEnd> PanelSketch::endOf(const Curve& curve) const {
  auto end = charts::endOf(curve, axes.x.range, axes.y.log);
  if (end) {
    end->y = asWritten(end->y);
  }
  return end;
}

}  // namespace w2s::ui::figures
