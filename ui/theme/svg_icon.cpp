#include "ui/theme/svg_icon.h"

#include <QByteArray>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace w2s::ui {
namespace {

class SvgIconEngine final : public QIconEngine {
 public:
  SvgIconEngine(QString path, QColor color, QColor disabled)
      : path_(std::move(path)), color_(color), disabled_(disabled) {}

  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
    QFile file(path_);
    if (!file.open(QIODevice::ReadOnly)) {
      return;
    }
    QByteArray svg = file.readAll();
    svg.replace("currentColor", colorOf(mode).name().toLatin1());
    QSvgRenderer(svg).render(painter, QRectF(rect));
  }

  // The same symbol stands in many rows and is asked for at each change of the looks: it is drawn
  // once a colour and size.
  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
    const QString key = QStringLiteral("svg_icon/%1/%2/%3x%4")
                            .arg(path_, colorOf(mode).name())
                            .arg(size.width())
                            .arg(size.height());
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
      pixmap = QPixmap(size);
      pixmap.fill(Qt::transparent);
      QPainter painter(&pixmap);
      paint(&painter, QRect(QPoint(0, 0), size), mode, state);
      painter.end();
      QPixmapCache::insert(key, pixmap);
    }
    return pixmap;
  }

  [[nodiscard]] QIconEngine* clone() const override {
    return new SvgIconEngine(*this);
  }

 private:
  [[nodiscard]] const QColor& colorOf(QIcon::Mode mode) const {
    return mode == QIcon::Disabled ? disabled_ : color_;
  }

  QString path_;
  QColor color_;
  QColor disabled_;
};

}  // namespace

QIcon svgIcon(const QString& path, const QColor& color, const QColor& disabled) {
  return QFile::exists(path) ? QIcon(new SvgIconEngine(path, color, disabled)) : QIcon();
}

}  // namespace w2s::ui
