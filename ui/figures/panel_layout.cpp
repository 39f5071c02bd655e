#include "ui/figures/panel_layout.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "ui/charts/label_layout.h"
#include "ui/figures/clip.h"
#include "ui/figures/number_text.h"

namespace w2s::ui::figures {
namespace {

using charts::Curve;
using charts::Marker;
using charts::Point;
using charts::Polyline;

// Shares of the font's size.
constexpr double kCapHeight = 0.727;
constexpr double kLineHeight = 1.25;
constexpr double kGhostOpacity = 0.3;

const std::vector<double> kReferenceDashes = {4.0, 2.5};

std::vector<double> scaled(const std::vector<double>& dashes, double width) {
  std::vector<double> lengths = dashes;
  for (double& length : lengths) {
    length *= width;
  }
  return lengths;
}

// As the decimal number it was before it became a float, so that cards and labels round alike.
double asWritten(float value) {
  return std::round(static_cast<double>(value) * 1e6) / 1e6;
}

}  // namespace

PanelLayout::PanelLayout(const charts::ChartData& chart, const Rect& area, const PanelStyle& style,
                         const Palette& palette, const TextWidth& text_width)
    : chart_(chart),
      area_(area),
      style_(style),
      palette_(palette),
      text_width_(text_width),
      tick_size_(0.9 * style.font) {
  panel_.id = chart.id;
  panel_.title = chart.title;
  const int y_ticks = std::clamp(static_cast<int>(area.height / (4.4 * style.font)), 3, 6);
  axes_ = axesOf(chart, style.x_range, style.y_range, y_ticks);
  makeEntries();
  placePlot();
  drawTitle();
  if (!empty_) {
    drawAxes();
    drawReferences();
  }
  drawCurves();
  if (!empty_) {
    drawMarkers();
    if (style_.legend == LegendPlace::EndLabels) {
      drawEndLabels();
    } else if (style_.legend != LegendPlace::None) {
      drawLegend();
    }
  }
  drawMessage();
}

void PanelLayout::text(Role role, Point at, std::string words, double size, Color color,
                       Anchor anchor, bool bold, bool upright) {
  panel_.shapes.push_back(TextShape{.role = role,
                                    .at = at,
                                    .text = std::move(words),
                                    .size = size,
                                    .bold = bold,
                                    .anchor = anchor,
                                    .upright = upright,
                                    .color = color});
}

void PanelLayout::line(Role role, Point from, Point to, Color color, double width,
                       std::vector<double> dashes) {
  panel_.shapes.push_back(PathShape{.role = role,
                                    .name = {},
                                    .pieces = {{from, to}},
                                    .color = color,
                                    .width = width,
                                    .dashes = std::move(dashes)});
}

Color PanelLayout::lineColor(charts::Ink ink) const {
  return isDefined() ? palette_.line(ink) : palette_.disabled;
}

Color PanelLayout::letterColor(charts::Ink ink) const {
  return isDefined() ? palette_.letters(ink) : palette_.muted;
}

bool PanelLayout::endOf(const Curve& curve, double& x, double& y) const {
  for (std::size_t i = std::min(curve.x.size(), curve.y.size()); i-- > 0;) {
    if (std::isfinite(curve.y[i]) && curve.x[i] <= axes_.x_high && curve.x[i] >= axes_.x_low) {
      x = curve.x[i];
      y = asWritten(curve.y[i]);
      return true;
    }
  }
  return false;
}

std::string PanelLayout::entryText(const Curve& curve, bool with_value) const {
  double x = 0.0;
  double y = 0.0;
  if (!with_value || !endOf(curve, x, y)) {
    return curve.label;
  }
  return fmt::format("{} {}", curve.label, numberText(y, chart_.value_decimals));
}

// What stands in end labels or the legend.
void PanelLayout::makeEntries() {
  const bool end_labels = style_.legend == LegendPlace::EndLabels;
  for (const Curve& curve : chart_.curves) {
    double x = 0.0;
    double y = 0.0;
    if (!endOf(curve, x, y)) {
      continue;
    }
    empty_ = false;
    if (curve.label.empty()) {
      continue;
    }
    Entry entry{.text = entryText(curve, end_labels),
                .letters = letterColor(curve.ink),
                .line = lineColor(curve.ink),
                .dashes = palette_.dashes ? palette_.dashes(curve.ink) : std::vector<double>(),
                .line_width = style_.line,
                .at = {x, y}};
    entry.above = y > axes_.y.high;
    entry.below = y < axes_.y.low;
    if (end_labels && (entry.above || entry.below)) {
      entry.text += entry.above ? " \u2191" : " \u2193";
    }
    entries_.push_back(std::move(entry));
  }
  for (const charts::ReferenceLine& reference : chart_.references) {
    if (reference.y < axes_.y.low || reference.y > axes_.y.high) {
      continue;
    }
    entries_.push_back({.text = reference.show_value
                                    ? fmt::format("{} {}", reference.label,
                                                  numberText(reference.y, chart_.value_decimals))
                                    : reference.label,
                        .letters = letterColor(reference.ink),
                        .line = palette_.line(reference.ink),
                        .dashes = kReferenceDashes,
                        .line_width = 0.75 * style_.line,
                        .at = {axes_.x_high, reference.y},
                        .at_edge = true});
  }
}

double PanelLayout::entryWidth(const Entry& entry) const {
  return widthOf(entry.text, style_.font) + 2.6 * style_.font;
}

std::vector<std::vector<std::size_t>> PanelLayout::legendRows(double width) const {
  std::vector<std::vector<std::size_t>> rows;
  double used = 0.0;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const double wanted = entryWidth(entries_[i]);
    if (rows.empty() || used + wanted > width) {
      rows.emplace_back();
      used = 0.0;
    }
    rows.back().push_back(i);
    used += wanted + style_.font;
  }
  return rows;
}

// The plot is what axes, titles and labels leave.
void PanelLayout::placePlot() {
  const double font = style_.font;
  double top = 0.75 * font;  // half a tick label, and the triangles of markers
  if (style_.title) {
    const double title =
        widthOf(chart_.title, 1.15 * font, true) + (style_.letter.empty() ? 0.0 : 1.6 * font);
    const double subtitle = widthOf(chart_.subtitle, tick_size_);
    const bool two_lines = title + subtitle + 2.0 * font > area_.width;
    top += 1.15 * font * kLineHeight + (two_lines && !chart_.subtitle.empty() ? 1.2 * font : 0.0) +
           0.55 * font;
  } else if (!style_.letter.empty()) {
    top += 1.15 * font * kLineHeight;
  }
  double left = 0.3 * font;
  for (const double value : axes_.y.values) {
    left = std::max(left, widthOf(numberText(value, axes_.y.decimals), tick_size_));
  }
  left += 0.75 * font + (chart_.y_title.empty() ? 0.0 : 1.45 * font);
  double bottom =
      0.6 * font + kLineHeight * tick_size_ + (chart_.x_title.empty() ? 0.0 : kLineHeight * font);
  double right = 1.2 * font;  // half of the last tick label
  if (style_.legend == LegendPlace::EndLabels) {
    for (const Entry& entry : entries_) {
      right = std::max(right, widthOf(entry.text, font, true) + 0.95 * font);
    }
    right = std::min(right, 0.45 * area_.width);
  }
  if (style_.legend == LegendPlace::Outside && !empty_) {
    bottom += 0.4 * font +
              static_cast<double>(legendRows(area_.width - left - right).size()) * 1.35 * font;
  }
  panel_.plot = {area_.left + left, area_.top + top,
                 std::max(4.0 * font, area_.width - left - right),
                 std::max(2.0 * font, area_.height - top - bottom)};
  const int target = std::clamp(static_cast<int>(panel_.plot.width / (5.6 * font)), 2, 8);
  x_ticks_ = charts::ticksInside(axes_.x_low, axes_.x_high, target);
}

void PanelLayout::drawTitle() {
  const double size = 1.15 * style_.font;
  const double baseline = area_.top + size * kCapHeight + 0.2 * style_.font;
  double x = area_.left;
  if (!style_.letter.empty()) {
    text(Role::Title, {x, baseline}, style_.letter, size, palette_.text, Anchor::Start, true);
    x += 1.6 * style_.font;
  }
  if (!style_.title) {
    return;
  }
  text(Role::Title, {x, baseline}, chart_.title, size, palette_.text, Anchor::Start, true);
  if (chart_.subtitle.empty()) {
    return;
  }
  const double title_end = x + widthOf(chart_.title, size, true);
  const double subtitle = widthOf(chart_.subtitle, tick_size_);
  if (title_end + 2.0 * style_.font + subtitle <= area_.right() + 0.01) {
    text(Role::Title, {area_.right(), baseline}, chart_.subtitle, tick_size_, palette_.muted,
         Anchor::End);
  } else {
    text(Role::Title, {x, baseline + 1.2 * style_.font}, chart_.subtitle, tick_size_,
         palette_.muted);
  }
}

void PanelLayout::drawAxes() {
  const Rect& plot = panel_.plot;
  const double font = style_.font;
  const double hair = std::clamp(0.06 * font, 0.35, 1.5);
  for (const double value : axes_.y.values) {
    const double y = axes_.place(plot, axes_.x_low, value).y;
    line(Role::Grid, {plot.left, y}, {plot.right(), y}, palette_.grid, hair);
    text(Role::Tick, {plot.left - 0.6 * font, y + kCapHeight * tick_size_ / 2.0},
         numberText(value, axes_.y.decimals), tick_size_, palette_.muted, Anchor::End);
  }
  line(Role::Axis, {plot.left, plot.bottom()}, {plot.right(), plot.bottom()}, palette_.muted, hair);
  const double tick_baseline = plot.bottom() + 0.6 * font + kCapHeight * tick_size_;
  for (const double value : x_ticks_.values) {
    const double x = axes_.place(plot, value, axes_.y.low).x;
    line(Role::Axis, {x, plot.bottom()}, {x, plot.bottom() + 0.3 * font}, palette_.muted, hair);
    text(Role::Tick, {x, tick_baseline}, numberText(value, x_ticks_.decimals), tick_size_,
         palette_.muted, Anchor::Middle);
  }
  if (!chart_.x_title.empty()) {
    text(Role::AxisTitle, {plot.left + plot.width / 2.0, tick_baseline + kLineHeight * font},
         chart_.x_title, font, palette_.muted, Anchor::Middle);
  }
  if (!chart_.y_title.empty()) {
    text(Role::AxisTitle, {area_.left + kCapHeight * font, plot.top + plot.height / 2.0},
         chart_.y_title, font, palette_.muted, Anchor::Middle, false, true);
  }
}

void PanelLayout::drawReferences() {
  const Rect& plot = panel_.plot;
  for (const charts::ReferenceLine& reference : chart_.references) {
    if (reference.y < axes_.y.low || reference.y > axes_.y.high) {
      continue;
    }
    const double y = axes_.place(plot, axes_.x_low, reference.y).y;
    const double width = 0.75 * style_.line;
    line(Role::Reference, {plot.left, y}, {plot.right(), y}, palette_.line(reference.ink), width,
         scaled(kReferenceDashes, width));
    std::get<PathShape>(panel_.shapes.back()).name = reference.label;
  }
}

void PanelLayout::drawCurves() {
  const Rect& plot = panel_.plot;
  // A column narrower than half the line cannot be seen.
  const auto visible = static_cast<int>(plot.width / (0.5 * style_.line));
  const charts::Window window{.x_low = axes_.x_low,
                              .x_high = axes_.x_high,
                              .columns = std::clamp(visible, 1, style_.max_columns)};
  for (const Curve& curve : chart_.curves) {
    const bool ghost = curve.style == Curve::Style::Ghost;
    PathShape path;
    path.role = ghost ? Role::Ghost : Role::Series;
    path.name = curve.label;
    path.color = lineColor(curve.ink);
    path.width = ghost ? 0.5 * style_.line : style_.line;
    if (ghost) {
      path.color.opacity = kGhostOpacity;
    } else if (palette_.dashes) {
      path.dashes = scaled(palette_.dashes(curve.ink), path.width);
    }
    for (const Polyline& piece : charts::decimate(curve.x, curve.y, window)) {
      Polyline placed;
      placed.reserve(piece.size());
      for (const Point& point : piece) {
        placed.push_back(axes_.place(plot, point.x, point.y));
      }
      for (Polyline& part : clipped(placed, plot)) {
        path.pieces.push_back(std::move(part));
      }
    }
    if (!path.pieces.empty()) {
      panel_.shapes.push_back(std::move(path));
    }
  }
}

void PanelLayout::drawMarkers() {
  const Rect& plot = panel_.plot;
  double previous_x = -1e9;
  for (const Marker& marker : chart_.markers) {
    const double x = axes_.place(plot, marker.x, axes_.y.low).x;
    if (x < plot.left - 0.01 || x > plot.right() + 0.01) {
      continue;
    }
    // Changes that lie closer than a triangle's width (a slider being dragged) share one mark.
    if (x - previous_x < 0.5 * style_.font && !panel_.shapes.empty()) {
      if (auto* shape = std::get_if<PolygonShape>(&panel_.shapes.back())) {
        shape->text += "\n" + marker.text;
        continue;
      }
    }
    previous_x = x;
    const bool trouble = marker.kind == Marker::Kind::Divergence;
    const Color color = trouble ? palette_.line(charts::Ink::Trouble) : palette_.muted;
    line(Role::Marker, {x, plot.top}, {x, plot.bottom()}, color, 0.4 * style_.line);
    const double half = 0.4 * style_.font;
    panel_.shapes.push_back(PolygonShape{
        .role = Role::Marker,
        .corners = {{x - half, plot.top - half}, {x + half, plot.top - half}, {x, plot.top + half}},
        .fill = color,
        .text = marker.text});
  }
}

void PanelLayout::drawEndLabels() {
  const Rect& plot = panel_.plot;
  const double font = style_.font;
  std::vector<const Entry*> groups[2];  // at the curves' ends; at the right edge
  for (const Entry& entry : entries_) {
    const Point at = axes_.place(plot, entry.at.x, entry.at.y);
    if (!entry.at_edge && !entry.above && !entry.below) {
      panel_.shapes.push_back(DotShape{.center = at,
                                       .radius = std::max(0.26 * font, 1.1 * entry.line_width),
                                       .fill = entry.line});
    }
    const bool reaches_margin = at.x + 0.8 * font + widthOf(entry.text, font, true) > plot.right();
    groups[entry.at_edge || reaches_margin ? 1 : 0].push_back(&entry);
  }
  for (const auto& group : groups) {
    std::vector<double> wanted;
    for (const Entry* entry : group) {
      wanted.push_back(
          std::clamp(axes_.place(plot, entry->at.x, entry->at.y).y, plot.top, plot.bottom()));
    }
    const double height = 1.2 * font;
    const std::vector<double> placed = charts::layOutLabels(
        wanted,
        {.top = plot.top - height / 2.0, .bottom = plot.bottom() + height / 2.0, .height = height});
    for (std::size_t i = 0; i < group.size(); ++i) {
      const Point at = axes_.place(plot, group[i]->at.x, group[i]->at.y);
      const double x = (group[i]->at_edge ? plot.right() : at.x) + 0.75 * font;
      const double room = area_.right() - widthOf(group[i]->text, font, true);
      text(Role::Label, {std::min(x, room), placed[i] + kCapHeight * font / 2.0}, group[i]->text,
           font, group[i]->letters, Anchor::Start, true);
    }
  }
}

void PanelLayout::drawSample(const Entry& entry, double x, double y) {
  line(Role::Legend, {x, y}, {x + 1.8 * style_.font, y}, entry.line, entry.line_width,
       scaled(entry.dashes, entry.line_width));
  text(Role::Legend, {x + 2.3 * style_.font, y + kCapHeight * style_.font / 2.0}, entry.text,
       style_.font, palette_.text);
}

void PanelLayout::drawLegend() {
  std::vector<double> widths;
  for (const Entry& entry : entries_) {
    widths.push_back(entryWidth(entry));
  }
  if (entries_.empty()) {
    return;
  }
  if (style_.legend == LegendPlace::Inside) {
    drawLegendInside(widths);
  } else {
    drawLegendOutside(widths);
  }
}

// In the corner that hides least of the curves.
void PanelLayout::drawLegendInside(const std::vector<double>& widths) {
  const Rect& plot = panel_.plot;
  const double font = style_.font;
  const double step = 1.35 * font;
  const double width = *std::max_element(widths.begin(), widths.end()) + 0.8 * font;
  const double height = static_cast<double>(entries_.size()) * step + 0.5 * font;
  const double inset = 0.5 * font;
  const Rect corners[] = {
      {plot.right() - width - inset, plot.bottom() - height - inset, width, height},
      {plot.right() - width - inset, plot.top + inset, width, height},
      {plot.left + inset, plot.top + inset, width, height},
      {plot.left + inset, plot.bottom() - height - inset, width, height}};
  const Rect* best = corners;
  double least = 1e300;
  for (const Rect& corner : corners) {
    double hidden = 0.0;
    for (const SceneShape& shape : panel_.shapes) {
      const auto* path = std::get_if<PathShape>(&shape);
      if (path == nullptr || (path->role != Role::Series && path->role != Role::Reference)) {
        continue;
      }
      for (const Polyline& piece : path->pieces) {
        for (const Polyline& part : clipped(piece, corner)) {
          hidden += std::abs(part.back().x - part.front().x) + 1e-3;
        }
      }
    }
    if (hidden < least) {
      least = hidden;
      best = &corner;
    }
  }
  Color ground = palette_.ground;
  ground.opacity = 0.85;
  panel_.shapes.push_back(BoxShape{.role = Role::Legend, .rect = *best, .fill = ground});
  double y = best->top + 0.25 * font + step / 2.0;
  for (const Entry& entry : entries_) {
    drawSample(entry, best->left + 0.4 * font, y);
    y += step;
  }
}

void PanelLayout::drawLegendOutside(const std::vector<double>& widths) {
  const Rect& plot = panel_.plot;
  const auto rows = legendRows(plot.width);
  double y = area_.bottom() - (static_cast<double>(rows.size()) - 0.5) * 1.35 * style_.font;
  for (const std::vector<std::size_t>& row : rows) {
    double x = plot.left;
    for (const std::size_t i : row) {
      drawSample(entries_[i], x, y);
      x += widths[i] + style_.font;
    }
    y += 1.35 * style_.font;
  }
}

std::vector<std::string> PanelLayout::wrapped(const std::string& words, double size,
                                              double width) const {
  std::vector<std::string> lines;
  std::size_t from = 0;
  while (from < words.size()) {
    std::size_t end = words.find(' ', from);
    end = end == std::string::npos ? words.size() : end;
    const std::string word = words.substr(from, end - from);
    if (!lines.empty() && widthOf(lines.back() + " " + word, size) <= width) {
      lines.back() += " " + word;
    } else if (!word.empty()) {
      lines.push_back(word);
    }
    from = end + 1;
  }
  return lines;
}

// Why nothing, or nothing meaningful, is drawn.
void PanelLayout::drawMessage() {
  const std::string& message = empty_ ? chart_.empty_text : chart_.undefined_reason;
  const Rect& plot = panel_.plot;
  const std::vector<std::string> lines =
      wrapped(message, style_.font, std::min(plot.width, 28.0 * style_.font));
  if (lines.empty()) {
    return;
  }
  const double step = 1.35 * style_.font;
  double y = plot.top + plot.height / 2.0 - (static_cast<double>(lines.size()) - 1.0) * step / 2.0;
  const double x = plot.left + plot.width / 2.0;
  for (const std::string& words : lines) {
    const double width = widthOf(words, style_.font) + style_.font;
    Color ground = palette_.ground;
    ground.opacity = 0.85;
    panel_.shapes.push_back(BoxShape{.role = Role::Message,
                                     .rect = {x - width / 2.0, y - step / 2.0, width, step},
                                     .fill = ground});
    text(Role::Message, {x, y + kCapHeight * style_.font / 2.0}, words, style_.font, palette_.muted,
         Anchor::Middle);
    y += step;
  }
}

}  // namespace w2s::ui::figures
