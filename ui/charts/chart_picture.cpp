#include "ui/charts/chart_picture.h"

#include <algorithm>
#include <cmath>
#include <span>

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>

#include "ui/charts/chart_table_dialog.h"
#include "ui/draw/palette.h"
#include "ui/draw/scene_painter.h"
#include "ui/theme/theme.h"
#include "ui/widgets/plain_text.h"

namespace w2s::ui {
namespace {

// At text scale 1, as in the charts of a run.
constexpr double kPadding = 14.0;
constexpr double kFontSize = 12.0;
constexpr double kLineWidth = 2.0;
constexpr double kBrushReach = 18.0;  // px beside an axis

QString textOf(const std::string& utf8) {
  return QString::fromStdString(utf8);
}

}  // namespace

ChartPicture::ChartPicture(const Theme& theme, const QString& name, QWidget* parent)
    : QWidget(parent), theme_(theme) {
  setObjectName(QStringLiteral("chart.") + name);
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setContextMenuPolicy(Qt::DefaultContextMenu);
  connect(&theme_, &Theme::changed, this, &ChartPicture::restyle);
  restyle();
}

void ChartPicture::setChart(charts::ChartData chart) {
  chart_ = std::move(chart);
  tile_ = std::min(tile_, static_cast<int>(chart_.tiles.size()) - 1);
  layOut();
  describe();
  update();
}

void ChartPicture::clearBrush() {
  brush_.reset();
  drag_from_.reset();
  update();
}

QSize ChartPicture::sizeHint() const {
  return {theme_.px(360), theme_.px(240)};
}

QSize ChartPicture::minimumSizeHint() const {
  return {theme_.px(160), theme_.px(150)};
}

void ChartPicture::restyle() {
  palette_ = draw::screenPalette(theme_.tokens());
  text_width_ = draw::figureTextWidth(theme_.font(kFontSize).family().toStdString());
  updateGeometry();
  layOut();
  update();
}

void ChartPicture::layOut() {
  const double scale = theme_.fontScale();
  draw::PanelStyle style{.font = kFontSize * scale,
                         .line = kLineWidth * scale,
                         .title = true,
                         .letter = {},
                         .max_columns = std::max(1, width() / 2),
                         .x_range = {},
                         .y_range = {}};
  const draw::Rect area{kPadding, kPadding, std::max(1.0, width() - 2.0 * kPadding),
                        std::max(1.0, height() - 2.0 * kPadding)};
  style.axes = draw::axesOf(chart_, {}, {}, draw::yTicksFor(area, style.font));
  axes_ = *style.axes;
  panel_ = draw::layOutPanel(chart_, area, style, palette_, text_width_);
}

void ChartPicture::describe() {
  setAccessibleName(tr("Chart: %1").arg(textOf(chart_.title)));
  constexpr std::size_t kMostSpoken = 100;
  QStringList parts{textOf(chart_.subtitle)};
  for (const charts::Tile& tile :
       std::span(chart_.tiles).first(std::min(kMostSpoken, chart_.tiles.size()))) {
    parts +=
        QStringLiteral("%1: %2 %3").arg(textOf(tile.name), textOf(tile.text), textOf(tile.note));
  }
  setAccessibleDescription(parts.join(QStringLiteral("; ")));
}

QRectF ChartPicture::rectOf(const charts::Tile& tile) const {
  const charts::Point low = axes_.place(panel_.plot, tile.x_low, tile.y_low);
  const charts::Point high = axes_.place(panel_.plot, tile.x_high, tile.y_high);
  return {QPointF(low.x, high.y), QPointF(high.x, low.y)};
}

std::optional<int> ChartPicture::tileAt(QPointF at) const {
  for (std::size_t i = 0; i < chart_.tiles.size(); ++i) {
    if (rectOf(chart_.tiles[i]).contains(at)) {
      return static_cast<int>(i);
    }
  }
  return std::nullopt;
}

std::optional<int> ChartPicture::placeAt(QPointF at) const {
  for (std::size_t i = 0; i < chart_.x_places.size(); ++i) {
    const double x = axes_.place(panel_.plot, chart_.x_places[i].at, 0.0).x;
    if (std::abs(at.x() - x) <= theme_.px(kBrushReach) && at.y() >= panel_.plot.top &&
        at.y() <= panel_.plot.bottom()) {
      return static_cast<int>(i);
    }
  }
  return std::nullopt;
}

double ChartPicture::yAt(double pixel) const {
  const draw::Rect& plot = panel_.plot;
  return axes_.y.value(std::clamp((plot.bottom() - pixel) / plot.height, 0.0, 1.0));
}

bool ChartPicture::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    const auto tile = tileAt(help->pos());
    const auto& words = tile ? chart_.tiles[static_cast<std::size_t>(*tile)].name : chart_.help;
    showPlainTip(
        help->globalPos(),
        tile ? QStringLiteral("%1\n%2 %3")
                   .arg(textOf(words), textOf(chart_.tiles[static_cast<std::size_t>(*tile)].text),
                        textOf(chart_.tiles[static_cast<std::size_t>(*tile)].note))
             : textOf(words),
        this);
    return true;
  }
  return QWidget::event(event);
}

void ChartPicture::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  draw::paintShapes(painter, panel_.shapes, 1.0, {}, theme_.font(kFontSize).family());
  if (brush_) {
    const charts::Point low = axes_.place(panel_.plot, brush_->place, brush_->range.low);
    const charts::Point high = axes_.place(panel_.plot, brush_->place, brush_->range.high);
    QColor color = theme_.tokens().accent;
    color.setAlphaF(0.3F);
    painter.fillRect(
        QRectF(QPointF(low.x - theme_.px(7), high.y), QPointF(low.x + theme_.px(7), low.y)), color);
  }
  if (hasFocus()) {
    painter.setPen(QPen(theme_.tokens().accent, 2.0));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(
        tile_ >= 0 && tile_ < static_cast<int>(chart_.tiles.size())
            ? rectOf(chart_.tiles[static_cast<std::size_t>(tile_)]).adjusted(1, 1, -1, -1)
            : QRectF(rect()).adjusted(1, 1, -1, -1),
        theme_.px(4), theme_.px(4));
  }
}

void ChartPicture::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  layOut();
}

void ChartPicture::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) {
    return;
  }
  const auto place = brushable_ ? placeAt(event->position()) : std::nullopt;
  drag_from_.reset();
  if (place) {
    drag_from_ = yAt(event->position().y());
    brush_ = Brush{*place, {*drag_from_, *drag_from_}};
  }
}

void ChartPicture::mouseMoveEvent(QMouseEvent* event) {
  if (drag_from_) {
    const double to = yAt(event->position().y());
    brush_->range = {std::min(*drag_from_, to), std::max(*drag_from_, to)};
    Q_EMIT brushed(brush_->place, brush_->range);
    update();
    return;
  }
  const bool is_target =
      brushable_ ? placeAt(event->position()).has_value() : tileAt(event->position()).has_value();
  setCursor(is_target ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void ChartPicture::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) {
    return;
  }
  if (brushable_) {
    // A click without a drag drops the brush.
    if (brush_ && brush_->range.span() <= 0.0) {
      brush_.reset();
      Q_EMIT brushed(0, {1.0, 0.0});
    }
    drag_from_.reset();
    update();
  } else if (const auto tile = tileAt(event->position())) {
    tile_ = *tile;
    update();
    Q_EMIT tileChosen(*tile);
  }
}

// To the nearest tile in that direction.
void ChartPicture::walk(int columns, int rows) {
  if (chart_.tiles.empty()) {
    return;
  }
  if (tile_ < 0) {
    tile_ = 0;
  } else {
    const charts::Tile& from = chart_.tiles[static_cast<std::size_t>(tile_)];
    std::optional<double> nearest;  // in that row or column, with gaps between
    for (std::size_t i = 0; i < chart_.tiles.size(); ++i) {
      const charts::Tile& tile = chart_.tiles[i];
      const double across = std::round(tile.x_low - from.x_low);
      const double up = std::round(tile.y_low - from.y_low);
      const double ahead = columns * across + rows * up;
      if (ahead > 0.0 && (columns != 0 ? up : across) == 0.0 && (!nearest || ahead < *nearest)) {
        nearest = ahead;
        tile_ = static_cast<int>(i);
      }
    }
  }
  const charts::Tile& now = chart_.tiles[static_cast<std::size_t>(tile_)];
  setAccessibleDescription(
      QStringLiteral("%1: %2 %3").arg(textOf(now.name), textOf(now.text), textOf(now.note)));
  update();
}

void ChartPicture::keyPressEvent(QKeyEvent* event) {
  const bool control = event->modifiers() & Qt::ControlModifier;
  switch (event->key()) {
    case Qt::Key_Left:
      walk(-1, 0);
      return;
    case Qt::Key_Right:
      walk(1, 0);
      return;
    case Qt::Key_Up:
      walk(0, 1);
      return;
    case Qt::Key_Down:
      walk(0, -1);
      return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (tile_ >= 0) {
        Q_EMIT tileChosen(tile_);
      }
      return;
    case Qt::Key_Escape:
      if (brush_) {
        clearBrush();
        Q_EMIT brushed(0, {1.0, 0.0});
        update();
        return;
      }
      break;
    case Qt::Key_T:
      if (control && chart_.tiles.empty() && !brushable_) {
        showTable();
        return;
      }
      break;
    case Qt::Key_C:
      if (control) {
        copyImage();
        return;
      }
      break;
    default:
      break;
  }
  QWidget::keyPressEvent(event);
}

void ChartPicture::contextMenuEvent(QContextMenuEvent* event) {
  auto* menu = new QMenu(this);
  menu->setObjectName(QStringLiteral("chart.menu"));
  menu->setAttribute(Qt::WA_DeleteOnClose);
  if (chart_.tiles.empty() && !brushable_) {
    menu->addAction(tr("Show as table"), QKeySequence(Qt::CTRL | Qt::Key_T), this,
                    &ChartPicture::showTable);
  }
  menu->addAction(tr("Copy image"), QKeySequence(Qt::CTRL | Qt::Key_C), this,
                  &ChartPicture::copyImage);
  menu->addAction(tr("Export..."), this, [this] { Q_EMIT exportWanted(textOf(chart_.id)); });
  menu->popup(event->globalPos());
}

void ChartPicture::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  update();
}

void ChartPicture::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  update();
}

void ChartPicture::showTable() {
  auto* dialog = new ChartTableDialog(theme_, chart_, window());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->show();
}

void ChartPicture::copyImage() {
  constexpr double kScale = 2.0;
  QImage image(size() * kScale, QImage::Format_ARGB32_Premultiplied);
  image.setDevicePixelRatio(kScale);
  image.fill(theme_.tokens().surface);
  QPainter painter(&image);
  painter.setRenderHint(QPainter::Antialiasing);
  draw::paintShapes(painter, panel_.shapes, 1.0, {}, theme_.font(kFontSize).family());
  painter.end();
  QApplication::clipboard()->setImage(image);
}

}  // namespace w2s::ui
