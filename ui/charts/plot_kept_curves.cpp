#include "ui/charts/plot_kept_curves.h"

#include <utility>

#include <QLineF>
#include <QPainter>

namespace w2s::ui {

PlotKeptCurves::PlotKeptCurves(QGraphicsItem* parent) : QGraphicsItem(parent) {
  setZValue(3);
}

void PlotKeptCurves::set(std::vector<Line> lines, const QRectF& plot) {
  if (lines == lines_ && plot == plot_) {
    return;
  }
  if (plot != plot_) {
    prepareGeometryChange();
    plot_ = plot;
  }
  lines_ = std::move(lines);
  picture_scale_ = 0.0;
  setVisible(!lines_.empty());
  update();
}

void PlotKeptCurves::drawLines(QPainter& painter) const {
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setClipRect(plot_);
  QList<QLineF> pieces;
  for (const Line& line : lines_) {
    pieces.clear();
    pieces.reserve(line.points.size());
    const auto at = [this](const QPointF& share) {
      return QPointF(plot_.left() + share.x() * plot_.width(),
                     plot_.bottom() - share.y() * plot_.height());
    };
    for (qsizetype i = 1; i < line.points.size(); ++i) {
      pieces.append({at(line.points[i - 1]), at(line.points[i])});
    }
    painter.setPen(line.pen);
    painter.drawLines(pieces);
  }
}

void PlotKeptCurves::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
  // Pixel on pixel, also where a unit is no whole number of them: else the lines blur.
  const QTransform to_device = painter->deviceTransform();
  const QRect pixels = to_device.mapRect(plot_).toAlignedRect();
  const QRectF area = to_device.inverted().mapRect(QRectF(pixels));
  const double scale = to_device.m11();
  if (scale != picture_scale_ || area != area_) {
    picture_scale_ = scale;
    area_ = area;
    picture_ = QPixmap(pixels.size());
    picture_.setDevicePixelRatio(scale);
    picture_.fill(Qt::transparent);
    QPainter inside(&picture_);
    inside.translate(-area_.topLeft());
    drawLines(inside);
  }
  painter->drawPixmap(area_.topLeft(), picture_);
}

}  // namespace w2s::ui
