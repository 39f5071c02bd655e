#include "ui/charts/chart_legend.h"

#include <algorithm>

#include <QKeyEvent>
#include <QListWidget>
#include <QPainter>
#include <QScreen>
#include <QVBoxLayout>

#include "ui/charts/curve_end.h"
#include "ui/charts/plot_words.h"
#include "ui/draw/palette.h"
#include "ui/draw/panel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"

namespace w2s::ui {
namespace {

// At text scale 1.
constexpr int kLegendLineLength = 26;
constexpr int kLegendLineHeight = 12;
constexpr double kLegendPen = 2.0;

QPixmap legendLine(const Theme& theme, const QColor& color, const std::vector<double>& dashes) {
  const QSize size(theme.px(kLegendLineLength), theme.px(kLegendLineHeight));
  const double ratio = 2.0;  // sharp on dense screens too
  QPixmap line(size * ratio);
  line.setDevicePixelRatio(ratio);
  line.fill(Qt::transparent);
  QPainter painter(&line);
  painter.setRenderHint(QPainter::Antialiasing);
  QPen pen(color, kLegendPen * theme.fontScale());
  pen.setCapStyle(Qt::FlatCap);
  if (!dashes.empty()) {
    pen.setDashPattern({dashes.begin(), dashes.end()});
  }
  painter.setPen(pen);
  painter.drawLine(QPointF(0.0, size.height() / 2.0), QPointF(size.width(), size.height() / 2.0));
  return line;
}

}  // namespace

ChartLegend::ChartLegend(const Theme& theme, const charts::ChartData& chart, QWidget* parent)
    : QFrame(parent, Qt::Popup), theme_(theme), list_(new QListWidget(this)) {
  setObjectName(QStringLiteral("chart.legend"));
  setProperty("card", true);
  setAccessibleName(tr("Curves of the chart: %1").arg(QString::fromStdString(chart.title)));
  list_->setObjectName(QStringLiteral("chart.legend.list"));
  list_->setAccessibleName(accessibleName());
  list_->setFrameShape(QFrame::NoFrame);
  list_->setIconSize({theme_.px(kLegendLineLength), theme_.px(kLegendLineHeight)});
  list_->setUniformItemSizes(true);
  list_->setSelectionMode(QAbstractItemView::NoSelection);  // it hid the line of its row
  list_->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(4, 4, 4, 4);
  column->addWidget(list_);
  const draw::Palette palette = draw::screenPalette(theme_.tokens());
  for (const charts::Curve& curve : chart.curves) {
    const auto end = charts::endOf(curve, charts::kAll, chart.log_y);
    if (curve.label.empty() || !end) {
      continue;
    }
    add(QStringLiteral("%1  %2").arg(
            QString::fromStdString(curve.fullName()),
            numberText(end->y, curve.decimals.value_or(chart.value_decimals))),
        legendLine(theme_, draw::colorOf(palette.line(curve.ink)), draw::dashesOf(curve, palette)));
  }
  for (const charts::ReferenceLine& line : chart.references) {
    const QString name = QString::fromStdString(line.label);
    add(line.show_value
            ? QStringLiteral("%1  %2").arg(name, numberText(line.y, chart.value_decimals))
            : name,
        legendLine(theme_, draw::colorOf(palette.line(line.ink)), {4.0, 2.5}));
  }
  list_->setCurrentRow(0);
}

void ChartLegend::add(const QString& text, const QPixmap& line) {
  list_->addItem(new QListWidgetItem(QIcon(line), text));
}

void ChartLegend::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_Return ||
      event->key() == Qt::Key_Enter) {
    close();
    return;
  }
  QFrame::keyPressEvent(event);
}

void ChartLegend::openOver(const QWidget& plot) {
  const QRect room = plot.screen()->availableGeometry();
  list_->ensurePolished();  // the style sheet's font and margins
  list_->doItemsLayout();
  resize(sizeHint().boundedTo(room.size() * 0.8));
  const QPoint corner = plot.mapToGlobal(plot.rect().topRight()) - QPoint(width(), 0);
  move(std::clamp(corner.x(), room.left(), std::max(room.left(), room.right() - width())),
       std::clamp(corner.y(), room.top(), std::max(room.top(), room.bottom() - height())));
  show();
  list_->setFocus(Qt::PopupFocusReason);
}

}  // namespace w2s::ui
