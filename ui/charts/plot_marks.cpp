#include "ui/charts/plot_marks.h"

#include <cmath>
#include <string>
#include <vector>

#include <QCoreApplication>
#include <QGraphicsLineItem>
#include <QGraphicsPathItem>
#include <QPen>

#include "ui/charts/mark_tips.h"
#include "ui/charts/overflow.h"
#include "ui/charts/plot_mark_legend.h"
#include "ui/theme/theme.h"

namespace w2s::ui {

using charts::Marker;

PlotMarks::PlotMarks(QGraphicsItem* parent) : parent_(parent) {}

void PlotMarks::draw(const PlotContext& context) {
  used_ = 0;
  drawMarkers(context);
  drawOverflow(context);
  shapes_.hideFrom(used_);
}

void PlotMarks::put(const QPainterPath& path, const QColor& color, bool filled,
                    const QString& tip) {
  QGraphicsPathItem& item = shapes_.at(used_++, [this] {
    auto* made = new QGraphicsPathItem(parent_);
    made->setZValue(20);
    return made;
  });
  item.setPath(path);
  item.setPen(filled ? QPen(Qt::NoPen) : QPen(color, 1.6));
  item.setBrush(filled ? QBrush(color) : QBrush(Qt::NoBrush));
  item.setToolTip(tip);
}

void PlotMarks::drawMarkers(const PlotContext& context) {
  const charts::Frame& frame = context.frame;
  const double radius = context.theme.px(4);
  std::size_t stems = 0;
  const std::vector<std::string> tips =
      charts::tipsOf(context.data, context.theme.px(4) / frame.width * frame.x.range.span());
  for (std::size_t i = 0; i < tips.size(); ++i) {
    const Marker& marker = context.data.markers[i];
    const double x = std::round(frame.toX(marker.x)) + 0.5;
    if (x < frame.left - 1.0 || x > frame.right() + 1.0) {
      continue;
    }
    const MarkLook look = lookOf(marker.kind, context.theme);
    if (marker.y) {
      const double y = frame.toY(*marker.y);
      if (y >= frame.top && y <= frame.bottom()) {
        put(markerPath(marker.kind, {x, y}, radius * 1.3), look.color, look.filled,
            QString::fromStdString(tips[i]));
      }
      continue;
    }
    const QString tip = QString::fromStdString(tips[i]);
    QGraphicsLineItem& stem = stems_.at(stems++, [this] {
      auto* item = new QGraphicsLineItem(parent_);
      item->setZValue(8);
      return item;
    });
    QColor faint = look.color;
    faint.setAlpha(150);
    stem.setPen(QPen(faint, 1.0));
    stem.setLine(x, frame.top, x, frame.bottom());
    stem.setToolTip(tip);
    put(markerPath(marker.kind, {x, frame.top - 1.0}, radius), look.color, look.filled, tip);
  }
  stems_.hideFrom(stems);
}

void PlotMarks::drawOverflow(const PlotContext& context) {
  if (!context.data.overflow_arrows || context.empty) {
    return;
  }
  const charts::Frame& frame = context.frame;
  const double radius = context.theme.px(4);
  for (const charts::Curve& curve : context.data.curves) {
    if (curve.style == charts::Curve::Style::Ghost) {
      continue;
    }
    const QColor color = context.data.undefined_reason.empty()
                             ? context.theme.tokens().of(curve.ink)
                             : context.theme.tokens().disabled;
    for (const charts::Overflow& over : charts::overflowsOf(curve, frame)) {
      const double x = frame.toX(over.x);
      put(shapePath(over.above ? charts::Shape::TriangleUp : charts::Shape::TriangleDown,
                    {x, over.above ? frame.top + radius : frame.bottom() - radius}, radius),
          color, true,
          over.above ? QCoreApplication::translate("charts", "The curve goes on above the axis")
                     : QCoreApplication::translate("charts", "The curve goes on below the axis"));
    }
  }
}

}  // namespace w2s::ui
