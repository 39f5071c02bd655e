#include "ui/charts/plot_axes.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>
#include <QGraphicsLineItem>
#include <QPen>

#include "ui/charts/plot_words.h"
#include "ui/theme/theme.h"

namespace w2s::ui {

PlotAxes::PlotAxes(QGraphicsItem* parent)
    : parent_(parent), x_title_(new QGraphicsSimpleTextItem(parent)) {}

double PlotAxes::labelWidth(const Theme& theme, const charts::Ticks& ticks) {
  const QFontMetricsF metrics(theme.font(11));
  double width = 0.0;
  for (const double value : ticks.values) {
    width = std::max(width, metrics.horizontalAdvance(numberText(value, ticks.decimals)));
  }
  return width;
}

void PlotAxes::draw(const PlotContext& context, const charts::Ticks& y_ticks) {
  x_title_->setVisible(!context.empty);
  if (context.empty) {
    texts_.hideFrom(0);
    grid_.hideFrom(0);
    return;
  }
  const Theme& theme = context.theme;
  const charts::Frame& frame = context.frame;
  const QFont font = theme.font(11);
  const QFontMetricsF metrics(font);
  const QColor ink = theme.tokens().muted;
  std::size_t used = 0;
  const auto text = [&](const QString& label, QPointF position) {
    setPlainText(texts_.at(used++, [this] { return new QGraphicsSimpleTextItem(parent_); }), label,
                 font, ink, position);
  };
  std::size_t lines = 0;
  for (const double value : y_ticks.values) {
    const double y = frame.toY(value);
    QGraphicsLineItem& line = grid_.at(lines++, [this] {
      auto* item = new QGraphicsLineItem(parent_);
      item->setZValue(1);  // behind the series
      return item;
    });
    line.setPen(QPen(theme.tokens().grid, 1.0));
    line.setLine(frame.left, std::round(y) + 0.5, frame.right(), std::round(y) + 0.5);
    const QString label = numberText(value, y_ticks.decimals);
    text(label, {frame.left - 8.0 - metrics.horizontalAdvance(label), y - metrics.height() / 2.0});
  }
  grid_.hideFrom(lines);

  const int target = std::clamp(static_cast<int>(frame.width / theme.px(70)), 2, 8);
  charts::Ticks x_ticks = charts::ticksInside(frame.x.range.low, frame.x.range.high, target);
  // One number alone is no axis.
  for (int more = target + 1; x_ticks.values.size() < 2 && more < 2 * target + 4; ++more) {
    x_ticks = charts::ticksInside(frame.x.range.low, frame.x.range.high, more);
  }
  const double y = frame.bottom() + 5.0;
  double last_right = frame.left;
  for (const double value : x_ticks.values) {
    const QString label = numberText(value, x_ticks.decimals);
    const double width = metrics.horizontalAdvance(label);
    const double center = frame.toX(value);
    text(label, {center - width / 2.0, y});
    last_right = center + width / 2.0;
  }
  texts_.hideFrom(used);

  // Beside the last number where there is room, which keeps the plot tall.
  const QString title = QString::fromStdString(context.data.x_title);
  const double x =
      std::min(last_right + 10.0, context.size.width() - 6.0 - metrics.horizontalAdvance(title));
  x_title_->setVisible(x > last_right + 2.0);
  setPlainText(*x_title_, title, font, ink, {x, y});
}

}  // namespace w2s::ui
