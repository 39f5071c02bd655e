#include "ui/charts/plot_curves.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <QChart>
#include <QGraphicsPathItem>
#include <QGraphicsRectItem>
#include <QLineSeries>
#include <QValueAxis>

#include "ui/charts/decimate.h"
#include "ui/charts/pyramid.h"
#include "ui/theme/theme.h"

namespace w2s::ui {
namespace {

using charts::Curve;

QPen penOf(const PlotContext& context, const Curve& curve) {
  const Tokens& tokens = context.theme.tokens();
  QColor color = context.data.undefined_reason.empty() ? tokens.of(curve.ink) : tokens.disabled;
  double width = 2.0 * context.theme.fontScale();
  switch (curve.style) {
    case Curve::Style::Ghost:
      color.setAlpha(75);
      width = 1.0;
      break;
    case Curve::Style::Overlay:
      width = 1.4 * context.theme.fontScale();
      break;
    case Curve::Style::Pinned:
      color.setAlpha(140);
      width = 1.4 * context.theme.fontScale();
      break;
    case Curve::Style::Guide:
      width = 1.0;
      break;
    case Curve::Style::Line:
    case Curve::Style::Points:
      break;
  }
  QPen pen(color, width);
  // Round ends cost a curve of their own at every point: the library draws point by point.
  pen.setJoinStyle(Qt::BevelJoin);
  pen.setCapStyle(curve.style == Curve::Style::Ghost ? Qt::FlatCap : Qt::SquareCap);
  if (curve.style == Curve::Style::Guide) {
    pen.setDashPattern({4.0, 4.0});
  }
  return pen;
}

}  // namespace

PlotCurves::PlotCurves(QChart* chart)
    : chart_(chart),
      x_axis_(new QValueAxis(chart)),
      y_axis_(new QValueAxis(chart)),
      kept_(new PlotKeptCurves(chart)) {
  x_axis_->setVisible(false);
  y_axis_->setVisible(false);
  x_axis_->setRange(0.0, 1.0);
  y_axis_->setRange(0.0, 1.0);
  chart_->addAxis(x_axis_, Qt::AlignBottom);
  chart_->addAxis(y_axis_, Qt::AlignLeft);
}

void PlotCurves::draw(const PlotContext& context) {
  used_ = 0;
  points_used_ = 0;
  drawBars(context);
  drawReferences(context);
  const std::vector<Curve>& curves = context.data.curves;
  drawn_.resize(curves.size());
  kept_lines_.clear();
  for (std::size_t i = 0; i < curves.size(); ++i) {
    drawCurve(context, curves[i], drawn_[i]);
  }
  kept_->set(std::move(kept_lines_), context.plot());
  for (std::size_t i = used_; i < lines_.size(); ++i) {
    if (!lines_[i].points.isEmpty()) {
      lines_[i].points.clear();
      lines_[i].series->replace(lines_[i].points);
    }
  }
  points_.hideFrom(points_used_);
}

void PlotCurves::put(QList<QPointF> points, const QPen& pen) {
  if (used_ == lines_.size()) {
    auto* series = new QLineSeries(chart_);
    chart_->addSeries(series);
    series->attachAxis(x_axis_);
    series->attachAxis(y_axis_);
    lines_.push_back({series, {}, series->pen()});
  }
  Line& line = lines_[used_++];
  if (line.pen != pen) {
    line.pen = pen;
    line.series->setPen(pen);
  }
  if (line.points != points) {
    line.points = std::move(points);
    line.series->replace(line.points);
  }
}

void PlotCurves::drawCurve(const PlotContext& context, const Curve& curve, Drawn& drawn) {
  const std::optional<Key> key = keyOf(context.frame, curve);
  if (!key || key != drawn.key) {
    drawn = {key, piecesOf(context.frame, curve)};
  }
  const QPen pen = penOf(context, curve);
  for (const QList<QPointF>& piece : drawn.pieces) {
    if (charts::isOverlay(curve.ink)) {
      kept_lines_.push_back({piece, pen});
    } else {
      put(piece, pen);
    }
  }
  if (curve.style == Curve::Style::Points) {
    drawPoints(context, curve, drawn.pieces, pen.color());
  }
}

std::optional<PlotCurves::Key> PlotCurves::keyOf(const charts::Frame& frame, const Curve& curve) {
  if (curve.pyramid == nullptr || curve.x.empty()) {
    return std::nullopt;
  }
  return Key{.version = curve.pyramid->version(),
             .size = curve.x.size(),
             .x = curve.x.data(),
             .first_x = curve.x.front(),
             .last_x = curve.x.back(),
             .curve_scale = curve.scale,
             .x_scale = frame.x,
             .y_scale = frame.y,
             .width = frame.width};
}

std::vector<QList<QPointF>> PlotCurves::piecesOf(const charts::Frame& frame, const Curve& curve) {
  const charts::Window window{.x_low = frame.x.range.low,
                              .x_high = frame.x.range.high,
                              .columns = std::max(1, static_cast<int>(frame.width / 2.0))};
  std::vector<QList<QPointF>> pieces;
  QList<QPointF> points;
  const auto close = [&] {
    if (!points.isEmpty()) {
      pieces.push_back(std::exchange(points, {}));
    }
  };
  for (const charts::Polyline& piece : charts::decimate(curve.x, curve.y, window, curve.pyramid)) {
    points.reserve(static_cast<qsizetype>(piece.size()));
    for (const charts::Point& point : piece) {
      const double y = frame.y.share(point.y * curve.scale);
      if (std::isfinite(y)) {
        // Far outside is as good as just outside, and kinder to the rasteriser.
        points.append({frame.x.share(point.x), std::clamp(y, -50.0, 50.0)});
      } else {
        close();  // a value <= 0 on a logarithmic axis
      }
    }
    close();
  }
  return pieces;
}

void PlotCurves::drawPoints(const PlotContext& context, const Curve& curve,
                            const std::vector<QList<QPointF>>& pieces, const QColor& color) {
  const QRectF plot = context.plot();
  for (const QList<QPointF>& piece : pieces) {
    for (const QPointF& share : piece) {
      QGraphicsPathItem& dot = points_.at(points_used_++, [this] {
        auto* item = new QGraphicsPathItem(chart_);
        item->setZValue(22);
        return item;
      });
      dot.setPath(shapePath(
          curve.shape,
          {plot.left() + share.x() * plot.width(), plot.bottom() - share.y() * plot.height()},
          context.theme.px(2.5)));
      dot.setPen(Qt::NoPen);
      dot.setBrush(color);
    }
  }
}

void PlotCurves::drawReferences(const PlotContext& context) {
  if (context.empty) {
    return;
  }
  for (const charts::ReferenceLine& reference : context.data.references) {
    const double y = context.frame.y.share(reference.y);
    if (!std::isfinite(y)) {
      continue;
    }
    QPen pen(context.theme.tokens().of(reference.ink), 1.5 * context.theme.fontScale());
    pen.setDashPattern({5.0, 3.5});
    put({QPointF(0.0, y), QPointF(1.0, y)}, pen);
  }
}

void PlotCurves::drawBars(const PlotContext& context) {
  const charts::Frame& frame = context.frame;
  std::size_t used = 0;
  for (const charts::Bars& bars : context.data.bars) {
    QColor color = context.data.undefined_reason.empty() ? context.theme.tokens().of(bars.ink)
                                                         : context.theme.tokens().disabled;
    color.setAlpha(context.theme.tokens().area_alpha);
    for (const charts::Bar& bar : bars.bars) {
      QRectF rect(
          QPointF(frame.toX(bar.x_low) + 0.5, frame.toY(bar.y)),
          QPointF(frame.toX(bar.x_high) - 0.5, frame.y.log ? frame.bottom() : frame.toY(0.0)));
      rect = rect.intersected(context.plot());
      if (!rect.isValid()) {
        continue;
      }
      QGraphicsRectItem& item = bars_.at(used++, [this] {
        auto* made = new QGraphicsRectItem(chart_);
        made->setZValue(2);
        return made;
      });
      item.setRect(rect);
      item.setPen(Qt::NoPen);
      item.setBrush(color);
    }
  }
  bars_.hideFrom(used);
}

}  // namespace w2s::ui
