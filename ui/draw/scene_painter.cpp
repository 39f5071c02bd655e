#include "ui/draw/scene_painter.h"

#include <array>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPaintDevice>
#include <QPainter>
#include <QPainterPath>

#include "ui/draw/palette.h"

namespace w2s::ui::draw {
namespace {

QFont figureFont(const QString& family, bool bold) {
  QFont font(family);
  font.setWeight(bold ? QFont::DemiBold : QFont::Normal);
  font.setHintingPreference(QFont::PreferNoHinting);
  return font;
}

class ShapePainter {
 public:
  ShapePainter(QPainter& painter, double scale, QPointF origin, const QString& family)
      : painter_(painter), scale_(scale), origin_(origin), family_(family) {}

  void operator()(const BoxShape& shape) const {
    painter_.fillRect(QRectF(at({shape.rect.left, shape.rect.top}),
                             at({shape.rect.right(), shape.rect.bottom()})),
                      colorOf(shape.fill));
  }

  void operator()(const PathShape& shape) const {
    QPainterPath path;
    for (const charts::Polyline& piece : shape.pieces) {
      if (piece.empty()) {
        continue;
      }
      path.moveTo(at(piece.front()));
      for (std::size_t i = 1; i < piece.size(); ++i) {
        path.lineTo(at(piece[i]));
      }
      if (piece.size() == 1) {
        path.lineTo(at(piece.front()) + QPointF(0.01 * scale_, 0.0));
      }
    }
    QPen pen(colorOf(shape.color), shape.width * scale_);
    const bool curve = shape.role == Role::Series || shape.role == Role::Ghost;
    pen.setJoinStyle(curve ? Qt::RoundJoin : Qt::MiterJoin);
    pen.setCapStyle(curve ? Qt::RoundCap : Qt::FlatCap);
    if (!shape.dashes.empty()) {
      QList<qreal> pattern;  // in pen widths
      for (const double length : shape.dashes) {
        pattern.append(length / shape.width);
      }
      pen.setDashPattern(pattern);
    }
    painter_.strokePath(path, pen);
  }

  void operator()(const PolygonShape& shape) const {
    QPolygonF polygon;
    for (const charts::Point& corner : shape.corners) {
      polygon.append(at(corner));
    }
    if (shape.outline > 0.0) {
      painter_.setPen(QPen(colorOf(shape.fill), shape.outline * scale_));
      painter_.setBrush(Qt::NoBrush);
    } else {
      painter_.setPen(Qt::NoPen);
      painter_.setBrush(colorOf(shape.fill));
    }
    painter_.drawPolygon(polygon);
  }

  void operator()(const TextShape& shape) const {
    QFont font = figureFont(family_, shape.bold);
    // The device turns points into its pixels again.
    font.setPointSizeF(shape.size * scale_ * 72.0 / painter_.device()->logicalDpiY());
    const QString words = QString::fromStdString(shape.text);
    const double width = QFontMetricsF(font, painter_.device()).horizontalAdvance(words);
    const double back = shape.anchor == Anchor::Start    ? 0.0
                        : shape.anchor == Anchor::Middle ? width / 2.0
                                                         : width;
    painter_.setFont(font);
    painter_.setPen(colorOf(shape.color));
    const QPointF place = at(shape.at);
    if (!shape.upright) {
      painter_.drawText(place - QPointF(back, 0.0), words);
      return;
    }
    painter_.save();
    painter_.translate(place);
    painter_.rotate(-90.0);
    painter_.drawText(QPointF(-back, 0.0), words);
    painter_.restore();
  }

 private:
  [[nodiscard]] QPointF at(charts::Point point) const {
    return origin_ + QPointF(point.x, point.y) * scale_;
  }

  QPainter& painter_;
  double scale_;
  QPointF origin_;
  const QString& family_;
};

}  // namespace

QString figureFamily() {
  const QString inter = QStringLiteral("Inter");
  return QFontDatabase::hasFamily(inter) ? inter : QGuiApplication::font().family();
}

QString figureFamily(const std::string& family) {
  return family.empty() ? figureFamily() : QString::fromStdString(family);
}

TextWidth figureTextWidth(const std::string& family) {
  // Measured large: a small font's widths are rounded to whole pixels by some font engines.
  constexpr double kPixels = 200.0;
  const auto metricsOf = [name = figureFamily(family)](bool bold) {
    QFont font = figureFont(name, bold);
    font.setPixelSize(static_cast<int>(kPixels));
    return QFontMetricsF(font);
  };
  return [normal = metricsOf(false), bold = metricsOf(true)](std::string_view text, double size,
                                                             bool is_bold) {
    const QString words = QString::fromUtf8(text);
    return (is_bold ? bold : normal).horizontalAdvance(words) * size / kPixels;
  };
}

TextWidth rememberedTextWidth(const std::string& family) {
  constexpr std::size_t kMostTexts = 512;
  using Widths = std::unordered_map<std::string, double>;
  struct Memory {
    TextWidth measure;
    std::array<Widths, 2> widths;  // at size 1; normal, bold
  };
  auto memory = std::make_shared<Memory>(Memory{.measure = figureTextWidth(family), .widths = {}});
  return [memory = std::move(memory)](std::string_view text, double size, bool bold) {
    Widths& widths = memory->widths[bold ? 1 : 0];
    if (widths.size() >= kMostTexts) {
      widths.clear();
    }
    const auto [found, is_new] = widths.try_emplace(std::string(text), 0.0);
    if (is_new) {
      found->second = memory->measure(text, 1.0, bold);
    }
    return found->second * size;
  };
}

void paintShapes(QPainter& painter, std::span<const SceneShape> shapes, double scale,
                 QPointF origin, const QString& family) {
  painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
  const ShapePainter paint(painter, scale, origin, family);
  for (const SceneShape& shape : shapes) {
    std::visit(paint, shape);
  }
}

void paintScene(QPainter& painter, const Scene& scene, double scale, QPointF origin) {
  if (scene.background) {
    painter.fillRect(QRectF(origin, QSizeF(scene.width, scene.height) * scale),
                     colorOf(*scene.background));
  }
  const QString family = figureFamily(scene.font);
  for (const Panel& panel : scene.panels) {
    paintShapes(painter, panel.shapes, scale, origin, family);
  }
}

}  // namespace w2s::ui::draw
