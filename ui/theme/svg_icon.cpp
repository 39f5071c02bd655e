#include "ui/theme/svg_icon.h"

#include <QByteArray>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

namespace w2s::ui {
namespace {

class SvgIconEngine final : public QIconEngine {
 public:
  SvgIconEngine(QByteArray source, QColor color, QColor disabled)
      : source_(std::move(source)), color_(color), disabled_(disabled) {}

  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
    QByteArray svg = source_;
    svg.replace("currentColor", (mode == QIcon::Disabled ? disabled_ : color_).name().toLatin1());
    QSvgRenderer(svg).render(painter, QRectF(rect));
  }

  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
    QPixmap pixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paint(&painter, QRect(QPoint(0, 0), size), mode, state);
    return pixmap;
  }

  [[nodiscard]] QIconEngine* clone() const override {
    return new SvgIconEngine(*this);
  }

 private:
  QByteArray source_;
  QColor color_;
  QColor disabled_;
};

}  // namespace

QIcon svgIcon(const QString& path, const QColor& color, const QColor& disabled) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) {
    return {};
  }
  return QIcon(new SvgIconEngine(file.readAll(), color, disabled));
}

}  // namespace w2s::ui
