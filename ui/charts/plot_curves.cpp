#include "ui/charts/plot_curves.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <QChart>
#include <QLineSeries>
#include <QValueAxis>

#include "ui/charts/decimate.h"
#include "ui/charts/pyramid.h"
#include "ui/draw/palette.h"

namespace w2s::ui {
namespace {

using charts::Curve;

QPen penOf(const PlotContext& context, const Curve& curve) {
  const draw::PathShape look = draw::lookOf(context.data, curve, context.style, context.palette);
  QPen pen(draw::colorOf(look.color), look.width);
  // Round ends cost a curve of their own at every point: the library draws point by point.
  pen.setJoinStyle(Qt::BevelJoin);
  pen.setCapStyle(curve.style == Curve::Style::Ghost ? Qt::FlatCap : Qt::SquareCap);
  if (!look.dashes.empty()) {
    QList<qreal> pattern;  // in pen widths
    for (const double length : look.dashes) {
      pattern.append(length / look.width);
    }
    pen.setDashPattern(pattern);
  }
  return pen;
}

}  // namespace

PlotCurves::PlotCurves(QChart* chart)
    : chart_(chart), x_axis_(new QValueAxis(chart)), y_axis_(new QValueAxis(chart)) {
  x_axis_->setVisible(false);
  y_axis_->setVisible(false);
  x_axis_->setRange(0.0, 1.0);
  y_axis_->setRange(0.0, 1.0);
  chart_->addAxis(x_axis_, Qt::AlignBottom);
  chart_->addAxis(y_axis_, Qt::AlignLeft);
}

void PlotCurves::draw(const PlotContext& context) {
  used_ = 0;
  const std::vector<Curve>& curves = context.data.curves;
  drawn_.resize(curves.size());
  for (std::size_t i = 0; i < curves.size(); ++i) {
    // Those of other runs and marks are part of the scene.
    if (!charts::isOverlay(curves[i].ink) && curves[i].style != Curve::Style::Marks) {
      drawCurve(context, curves[i], drawn_[i]);
    }
  }
  for (std::size_t i = used_; i < lines_.size(); ++i) {
    if (!lines_[i].points.isEmpty()) {
      lines_[i].points.clear();
      lines_[i].series->replace(lines_[i].points);
    }
  }
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
    put(piece, pen);
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
        // Far outside is as good as just outside, and the rasteriser is slow with large coordinates.
        points.append({frame.x.share(point.x), std::clamp(y, -50.0, 50.0)});
      } else {
        close();  // a value <= 0 on a logarithmic axis
      }
    }
    close();
  }
  return pieces;
}

}  // namespace w2s::ui
