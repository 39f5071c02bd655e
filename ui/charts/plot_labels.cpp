#include "ui/charts/plot_labels.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QGraphicsPathItem>
#include <QPen>

#include "ui/charts/label_layout.h"
#include "ui/charts/plot_words.h"
#include "ui/theme/theme.h"

namespace w2s::ui {
namespace {

constexpr std::size_t kMostPoints = 200;  // looked at beside a label of some hundred pixels

QFont labelFont(const Theme& theme) {
  return theme.font(11.5, QFont::DemiBold);
}

// Whether another curve runs through where the label would stand.
bool coversACurve(const PlotContext& context, const charts::Curve& own, const QRectF& label) {
  const charts::Frame& frame = context.frame;
  for (const charts::Curve& curve : context.data.curves) {
    if (&curve == &own || curve.style == charts::Curve::Style::Ghost || curve.x.empty()) {
      continue;
    }
    // With the points beside the label: a line leads through it from one to the other.
    const auto indexOf = [&](auto at) { return static_cast<std::size_t>(at - curve.x.begin()); };
    const std::size_t first = indexOf(std::ranges::lower_bound(curve.x, frame.xAt(label.left())));
    const std::size_t last = indexOf(std::ranges::upper_bound(curve.x, frame.xAt(label.right())));
    // Of many points some: a step a pixel apart is enough to see the line.
    const std::size_t stride = std::max<std::size_t>(1, (last - first) / kMostPoints);
    const double left = frame.xAt(label.left() - label.width());
    for (std::size_t i = first > 0 ? first - 1 : 0; i < std::min(last + 1, curve.x.size());
         i += stride) {
      const double y = frame.toY(curve.scale * curve.y[i]);
      if (curve.x[i] >= left && y > label.top() && y < label.bottom()) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace

PlotLabels::PlotLabels(QGraphicsItem* parent) : parent_(parent) {}

double PlotLabels::widthOf(const Theme& theme, const charts::ChartData& data,
                           const charts::Range& seen) {
  const QFontMetricsF metrics(labelFont(theme));
  double width = 0.0;
  for (const CurveEnd& end : endsOf(data, seen)) {
    width = std::max(width, metrics.horizontalAdvance(endText(end, data)));
  }
  for (const charts::ReferenceLine& line : data.references) {
    width = std::max(width, metrics.horizontalAdvance(referenceText(line, data)));
  }
  return width;
}

std::vector<PlotLabels::Wanted> PlotLabels::markEnds(const PlotContext& context,
                                                     bool& reaches_margin) {
  const Theme& theme = context.theme;
  const Tokens& tokens = theme.tokens();
  const charts::Frame& frame = context.frame;
  const QFontMetricsF metrics(labelFont(theme));
  const bool undefined = !context.data.undefined_reason.empty();
  std::vector<Wanted> wanted;
  std::size_t used = 0;
  for (const CurveEnd& end : endsOf(context.data, frame.x.range)) {
    const double share = frame.y.share(end.drawn());
    if (std::isnan(share)) {
      continue;
    }
    const double at_x = std::clamp(frame.toX(end.x), frame.left, frame.right());
    double y = frame.top + (1.0 - std::clamp(share, -1.0, 2.0)) * frame.height;
    QString text = endText(end, context.data);
    if (share > 1.0 + 1e-3 || share < -1e-3) {
      text += share > 1.0 ? QStringLiteral(" \u2191") : QStringLiteral(" \u2193");
      y = std::clamp(y, frame.top, frame.bottom());
    } else if (end.at_point) {  // the line between two has no mark
      QGraphicsPathItem& mark = ends_.at(used++, [this] {
        auto* item = new QGraphicsPathItem(parent_);
        item->setZValue(25);
        return item;
      });
      mark.setPath(shapePath(end.curve->shape, {at_x, y}, theme.px(3.5)));
      mark.setPen(Qt::NoPen);
      mark.setBrush(undefined ? tokens.disabled : tokens.of(end.curve->ink));
    }
    const double width = metrics.horizontalAdvance(text);
    const double x = std::min(at_x + theme.px(9), context.size.width() - 6.0 - width);
    const bool at_margin = x + width > frame.right() + 4.0;
    reaches_margin = reaches_margin || at_margin;
    const double half = metrics.height() / 2.0;
    wanted.push_back({.text = text,
                      .ink = undefined ? tokens.muted : tokens.textOf(end.curve->ink),
                      .x = x,
                      .y = y,
                      .other = charts::isOverlay(end.curve->ink),
                      .stays = !at_margin &&
                               !coversACurve(context, *end.curve, {x, y - half, width, 2 * half})});
  }
  ends_.hideFrom(used);
  return wanted;
}

void PlotLabels::draw(const PlotContext& context) {
  const Theme& theme = context.theme;
  const Tokens& tokens = theme.tokens();
  const charts::Frame& frame = context.frame;
  const QFont font = labelFont(theme);
  const double height = QFontMetricsF(font).height();
  const bool undefined = !context.data.undefined_reason.empty();

  bool reaches_margin = false;
  std::vector<Wanted> at_curves = markEnds(context, reaches_margin);
  std::vector<Wanted> at_edge;
  for (const charts::ReferenceLine& line : context.data.references) {
    const double y = frame.toY(line.y);
    if (!context.empty && y >= frame.top - 0.5 && y <= frame.bottom() + 0.5) {
      at_edge.push_back({referenceText(line, context.data),
                         undefined ? tokens.muted : tokens.textOf(line.ink), frame.right() + 10.0,
                         y});
    }
  }
  const bool with_others =
      std::ranges::any_of(at_curves, [](const Wanted& wanted) { return wanted.other; });
  if (with_others || (reaches_margin && !at_edge.empty())) {
    // They share the column of the reference lines' labels; with other runs in the chart there is
    // no room between the ends of the curves.
    const QFontMetricsF metrics(font);
    std::vector<Wanted> staying;
    for (Wanted& wanted : at_curves) {
      if (wanted.stays && !with_others) {
        staying.push_back(std::move(wanted));
        continue;
      }
      wanted.x = std::min(frame.right() + 10.0,
                          context.size.width() - 6.0 - metrics.horizontalAdvance(wanted.text));
      at_edge.push_back(std::move(wanted));
    }
    at_curves = std::move(staying);
  }
  // Below the plot stand the ticks' numbers and the axis' name.
  const charts::LabelSpace space{
      .top = frame.top - height / 2.0, .bottom = frame.bottom() + theme.px(3), .height = height};
  const auto room = static_cast<std::size_t>(
      std::max(1.0, std::floor((space.bottom - space.top) / height + 1e-6)));
  std::size_t used = 0;
  for (std::vector<Wanted>* group : {&at_curves, &at_edge}) {
    // Where not all fit, other runs' labels go (their marks stay), and their number is told.
    std::size_t left_out = 0;
    while (group->size() + (left_out > 0 ? 1 : 0) > room) {
      const auto last = std::find_if(group->rbegin(), group->rend(),
                                     [](const Wanted& wanted) { return wanted.other; });
      if (last == group->rend()) {
        break;
      }
      group->erase(std::next(last).base());
      ++left_out;
    }
    if (left_out > 0) {
      const double x = group->empty() ? frame.right() + 10.0 : group->back().x;
      group->push_back({QCoreApplication::translate("charts", "+%1 runs").arg(left_out),
                        tokens.muted, x, frame.bottom()});
    }
    std::vector<double> centers;
    for (const Wanted& wanted : *group) {
      centers.push_back(wanted.y);
    }
    const std::vector<double> placed = charts::layOutLabels(centers, space);
    for (std::size_t i = 0; i < group->size(); ++i) {
      PlotLabel& label = labels_.at(used++, [this] { return new PlotLabel(parent_); });
      label.set((*group)[i].text, font, (*group)[i].ink, tokens.surface);
      label.setPos((*group)[i].x, placed[i] - height / 2.0);
    }
  }
  labels_.hideFrom(used);
}

}  // namespace w2s::ui
