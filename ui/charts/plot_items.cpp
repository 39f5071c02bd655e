#include "ui/charts/plot_items.h"

#include <cmath>
#include <numbers>

#include <QFontMetricsF>
#include <QPainter>
#include <QTransform>

namespace w2s::ui {
namespace {

QPainterPath polygon(QPointF center, std::initializer_list<QPointF> corners) {
  QPainterPath path;
  bool first = true;
  for (const QPointF& corner : corners) {
    if (first) {
      path.moveTo(center + corner);
    } else {
      path.lineTo(center + corner);
    }
    first = false;
  }
  path.closeSubpath();
  return path;
}

QPainterPath cross(QPointF c, double r) {
  const double t = r / 3.0;
  return polygon(c, {{-r, -t},
                     {-t, -t},
                     {-t, -r},
                     {t, -r},
                     {t, -t},
                     {r, -t},
                     {r, t},
                     {t, t},
                     {t, r},
                     {-t, r},
                     {-t, t},
                     {-r, t}});
}

QPainterPath star(QPointF c, double r) {
  QPainterPath path;
  for (int i = 0; i < 10; ++i) {
    const double angle = -std::numbers::pi / 2.0 + i * std::numbers::pi / 5.0;
    const double radius = i % 2 == 0 ? r : 0.45 * r;
    const QPointF corner = c + QPointF(radius * std::cos(angle), radius * std::sin(angle));
    if (i == 0) {
      path.moveTo(corner);
    } else {
      path.lineTo(corner);
    }
  }
  path.closeSubpath();
  return path;
}

}  // namespace

PlotLabel::PlotLabel(QGraphicsItem* parent) : QGraphicsItem(parent) {
  setZValue(30);
}

void PlotLabel::set(const QString& text, const QFont& font, const QColor& ink, const QColor& ground,
                    double max_width) {
  QColor patch = ground;
  patch.setAlpha(215);
  const int flags =
      max_width > 0.0 ? Qt::AlignCenter | Qt::TextWordWrap : Qt::AlignVCenter | Qt::AlignLeft;
  if (max_width <= 0.0 && flags == flags_ && text == text_ && font == font_ && ink == ink_ &&
      patch == ground_) {
    return;
  }
  prepareGeometryChange();
  text_ = text;
  font_ = font;
  ink_ = ink;
  ground_ = patch;
  flags_ = flags;
  const QFontMetricsF metrics(font_);
  if (max_width > 0.0) {
    const QRectF lines = metrics.boundingRect(QRectF(0, 0, max_width, 1000), flags_, text_);
    size_ = {std::ceil(lines.width()) + 2.0, std::ceil(lines.height())};
  } else {
    size_ = {std::ceil(metrics.horizontalAdvance(text_)), metrics.height()};
  }
  update();
}

QRectF PlotLabel::boundingRect() const {
  return {-3.0, 0.0, size_.width() + 6.0, size_.height()};
}

void PlotLabel::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
  painter->setPen(Qt::NoPen);
  painter->setBrush(ground_);
  painter->drawRoundedRect(boundingRect(), 3.0, 3.0);
  painter->setFont(font_);
  painter->setPen(ink_);
  painter->drawText(QRectF(QPointF(0, 0), size_), flags_, text_);
}

void setPlainText(QGraphicsSimpleTextItem& item, const QString& text, const QFont& font,
                  const QColor& ink, QPointF position) {
  if (item.font() != font) {
    item.setFont(font);
  }
  if (item.brush().color() != ink) {
    item.setBrush(ink);
  }
  item.setText(text);
  item.setPos(position);
}

QPainterPath shapePath(charts::Shape shape, QPointF c, double r) {
  switch (shape) {
    case charts::Shape::Circle: {
      QPainterPath path;
      path.addEllipse(c, r, r);
      return path;
    }
    case charts::Shape::Square:
      return polygon(c, {{-r, -r}, {r, -r}, {r, r}, {-r, r}});
    case charts::Shape::Diamond:
      return polygon(c, {{0, -1.35 * r}, {1.35 * r, 0}, {0, 1.35 * r}, {-1.35 * r, 0}});
    case charts::Shape::TriangleUp:
      return polygon(c, {{0, -1.2 * r}, {1.25 * r, r}, {-1.25 * r, r}});
    case charts::Shape::TriangleDown:
      return polygon(c, {{0, 1.2 * r}, {1.25 * r, -r}, {-1.25 * r, -r}});
    case charts::Shape::Cross:
      return cross(c, 1.25 * r);
  }
  return {};
}

QPainterPath markerPath(charts::Marker::Kind kind, QPointF at, double r) {
  switch (kind) {
    case charts::Marker::Kind::Intervention:
      return shapePath(charts::Shape::TriangleDown, at, r);
    case charts::Marker::Kind::Divergence:
      return QTransform::fromTranslate(at.x(), at.y()).rotate(45.0).map(cross({}, 1.5 * r));
    case charts::Marker::Kind::BestAgreement:
      return shapePath(charts::Shape::Diamond, at, 1.2 * r);
    case charts::Marker::Kind::Oracle:
      return star(at, 1.8 * r);
  }
  return {};
}

}  // namespace w2s::ui
