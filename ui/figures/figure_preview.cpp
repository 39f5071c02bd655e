#include "ui/figures/figure_preview.h"

#include <algorithm>

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QPainter>
#include <QRegularExpression>

#include "ui/draw/scene_painter.h"
#include "ui/theme/theme.h"

namespace w2s::ui {
namespace {

// A small figure is enlarged, but not into a poster.
constexpr double kLargestScale = 3.2;

// Where the caption breaks, no line begins with a dot and no number loses its unit.
QString keptTogether(QString caption) {
  static const QRegularExpression kKept(
      QStringLiteral(" (?=[\u00b7\u00d7])|(?<=[\u00d7\\d]) (?=\\S)"));
  return caption.replace(kKept, QString(QChar::Nbsp));
}

}  // namespace

FigurePreview::FigurePreview(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
  setObjectName(QStringLiteral("export.preview"));
  setAccessibleName(tr("Preview of the figure"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  connect(&theme_, &Theme::changed, this, [this] {
    updateGeometry();
    update();
  });
}

void FigurePreview::showScene(draw::Scene scene, const QString& caption) {
  scene_ = std::move(scene);
  lines_.clear();
  caption_ = caption;
  setAccessibleDescription(caption);
  update();
}

void FigurePreview::showText(const QString& text, const QString& caption) {
  scene_.reset();
  lines_ = text.split(QLatin1Char('\n'));
  caption_ = caption;
  setAccessibleDescription(caption);
  update();
}

void FigurePreview::showMessage(const QString& message) {
  scene_.reset();
  lines_.clear();
  caption_ = message;
  setAccessibleDescription(message);
  update();
}

QSize FigurePreview::sizeHint() const {
  return {theme_.px(620), theme_.px(560)};
}

QSize FigurePreview::minimumSizeHint() const {
  return {theme_.px(130), theme_.px(140)};  // where letters are large the settings need the room
}

double FigurePreview::captionHeight(double width) const {
  return QFontMetricsF(theme_.font(12))
      .boundingRect(QRectF(0.0, 0.0, width, 1e4), Qt::AlignHCenter | Qt::TextWordWrap,
                    keptTogether(caption_))
      .height();
}

// White paper with a soft shadow; a transparent figure on the chequers that stand for nothing.
void FigurePreview::paintSheet(QPainter& painter, const QRectF& sheet, bool transparent) const {
  painter.setPen(Qt::NoPen);
  for (int ring = 5; ring > 0; --ring) {
    QColor shade = theme_.tokens().text;
    shade.setAlpha(8);
    painter.setBrush(shade);
    painter.drawRoundedRect(sheet.adjusted(-ring, -ring + 2, ring, ring + 2), ring, ring);
  }
  const Tokens& paper = tokensOf(Look::Light);
  painter.fillRect(sheet, paper.surface);
  if (!transparent) {
    return;
  }
  painter.save();
  painter.setClipRect(sheet);
  const int cell = theme_.px(8);
  for (int y = 0; y * cell < sheet.height(); ++y) {
    for (int x = y % 2; x * cell < sheet.width(); x += 2) {
      painter.fillRect(QRectF(sheet.left() + x * cell, sheet.top() + y * cell, cell, cell),
                       paper.raised);
    }
  }
  painter.restore();
}

void FigurePreview::paintEvent(QPaintEvent*) {
  const Tokens& tokens = theme_.tokens();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(tokens.border);
  painter.setBrush(tokens.canvas);
  painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme_.px(8),
                          theme_.px(8));
  const double pad = std::min<double>(theme_.px(24), 0.06 * height());  // a low one has no room
  const double caption_gap = theme_.px(8);
  const double caption_height = captionHeight(width() - 2.0 * pad);
  const QRectF room = QRectF(rect()).adjusted(
      pad, pad, -pad, -pad - (scene_ || !lines_.isEmpty() ? caption_gap + caption_height : 0.0));
  painter.setFont(theme_.font(12));
  if (!scene_ && lines_.isEmpty()) {
    painter.setPen(tokens.muted);
    painter.drawText(room, Qt::AlignCenter | Qt::TextWordWrap, caption_);
    return;
  }
  QRectF sheet = room;
  if (scene_) {
    const double scale =
        std::min({room.width() / scene_->width, room.height() / scene_->height, kLargestScale});
    sheet = QRectF(0, 0, scene_->width * scale, scene_->height * scale);
    sheet.moveCenter(room.center());
    paintSheet(painter, sheet, !scene_->background);
    painter.save();
    painter.setClipRect(sheet);
    draw::paintScene(painter, *scene_, scale, sheet.topLeft());
    painter.restore();
  } else {
    paintSheet(painter, sheet, false);
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(theme_.px(11));
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setPen(tokensOf(Look::Light).text);
    double y = sheet.top() + theme_.px(10) + metrics.ascent();
    for (const QString& line : lines_) {
      if (y > sheet.bottom() - theme_.px(8)) {
        break;
      }
      painter.drawText(QPointF(sheet.left() + theme_.px(12), y),
                       metrics.elidedText(line, Qt::ElideRight, sheet.width() - theme_.px(24)));
      y += metrics.lineSpacing();
    }
  }
  painter.setFont(theme_.font(12));
  painter.setPen(tokens.muted);
  painter.drawText(QRectF(room.left(), sheet.bottom() + caption_gap, room.width(), caption_height),
                   Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, keptTogether(caption_));
}

}  // namespace w2s::ui
