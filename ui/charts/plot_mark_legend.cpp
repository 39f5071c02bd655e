#include "ui/charts/plot_mark_legend.h"

#include <QFontMetricsF>
#include <QGraphicsPathItem>
#include <QPen>

#include "ui/theme/theme.h"

namespace w2s::ui {
namespace {

constexpr double kLowest = 125.0;  // of a widget with a legend, at font scale 1

charts::MarkRows rowsOf(const PlotContext& context) {
  if (context.empty || context.size.height() < context.theme.px(kLowest)) {
    return {};
  }
  const QFontMetricsF metrics(context.theme.font(11));
  return charts::markRowsOf(context.data, context.frame.x.range, context.frame.y.range,
                            {.room = context.size.width() - 2.0 * kPlotPad,
                             .symbol = static_cast<double>(context.theme.px(14)),
                             .gap = static_cast<double>(context.theme.px(14)),
                             .width_of = [&metrics](std::string_view text) {
                               return metrics.horizontalAdvance(QString::fromUtf8(
                                   text.data(), static_cast<qsizetype>(text.size())));
                             }});
}

double rowHeight(const Theme& theme) {
  return QFontMetricsF(theme.font(11)).height();
}

}  // namespace

MarkLook lookOf(charts::Marker::Kind kind, const Theme& theme) {
  const Tokens& tokens = theme.tokens();
  switch (kind) {
    case charts::Marker::Kind::Intervention:
      return {.color = tokens.muted};
    case charts::Marker::Kind::Divergence:
      return {.color = tokens.trouble};
    // Hollow, so that the curve's own end mark stays visible below.
    case charts::Marker::Kind::BestAgreement:
      return {.color = tokens.text, .filled = false};
    case charts::Marker::Kind::Oracle:
      return {.color = tokens.trouble_text, .filled = false};
  }
  return {.color = tokens.muted};
}

PlotMarkLegend::PlotMarkLegend(QGraphicsItem* parent) : parent_(parent) {}

double PlotMarkLegend::layOut(const PlotContext& context) {
  rows_ = rowsOf(context);
  return static_cast<double>(rows_.size()) * rowHeight(context.theme);
}

void PlotMarkLegend::draw(const PlotContext& context) {
  const Theme& theme = context.theme;
  const QFont font = theme.font(11);
  const double height = rowHeight(theme);
  std::size_t used = 0;
  double y = context.size.height() - 6.0 - static_cast<double>(rows_.size()) * height;
  for (const auto& row : rows_) {
    for (const charts::MarkEntry& entry : row) {
      const double x = kPlotPad + entry.left;
      QGraphicsPathItem& symbol =
          symbols_.at(used, [this] { return new QGraphicsPathItem(parent_); });
      const MarkLook look = lookOf(entry.kind, theme);
      symbol.setPath(markerPath(entry.kind, {x + theme.px(5), y + height / 2.0}, theme.px(3.4)));
      symbol.setPen(look.filled ? QPen(Qt::NoPen) : QPen(look.color, 1.3));
      symbol.setBrush(look.filled ? QBrush(look.color) : QBrush(Qt::NoBrush));
      setPlainText(texts_.at(used, [this] { return new QGraphicsSimpleTextItem(parent_); }),
                   QString::fromStdString(entry.text), font, theme.tokens().muted,
                   {x + theme.px(14), y});
      ++used;
    }
    y += height;
  }
  symbols_.hideFrom(used);
  texts_.hideFrom(used);
}

}  // namespace w2s::ui
