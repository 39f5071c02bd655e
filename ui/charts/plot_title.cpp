#include "ui/charts/plot_title.h"

#include <algorithm>

#include <QFontMetricsF>
#include <QRegularExpression>

#include "ui/theme/theme.h"

namespace w2s::ui {
namespace {

// Whole parts of it, as many as fit; none where not even the first does: the tooltip has it all.
QString fittingParts(const QString& text, const QFontMetricsF& metrics, double room) {
  static const QRegularExpression kBreak(QStringLiteral("[,;:] | \u00b7 "));
  QString shown = text;
  while (metrics.horizontalAdvance(shown) > room) {
    const auto at = shown.lastIndexOf(kBreak);
    if (at <= 0) {
      return {};
    }
    shown.truncate(at);
  }
  return shown;
}

}  // namespace

PlotTitle::PlotTitle(QGraphicsItem* parent)
    : title_(new QGraphicsSimpleTextItem(parent)),
      subtitle_(new QGraphicsSimpleTextItem(parent)),
      message_(new PlotLabel(parent)) {}

void PlotTitle::draw(const PlotContext& context, double right_margin, const QString& note) {
  const Theme& theme = context.theme;
  const Tokens& tokens = theme.tokens();
  const QFont title_font = theme.font(13, QFont::DemiBold);
  const QFont small = theme.font(11);
  const QFontMetricsF title_metrics(title_font);
  const QFontMetricsF metrics(small);
  const double top = theme.px(10);
  const double right = context.size.width() - kPlotPad - right_margin;

  const QString title = title_metrics.elidedText(QString::fromStdString(context.data.title),
                                                 Qt::ElideRight, right - kPlotPad);
  setPlainText(*title_, title, title_font, tokens.text, {kPlotPad, top});

  QString whole = QString::fromStdString(context.data.subtitle);
  if (!note.isEmpty()) {
    whole = whole.isEmpty() ? note : note + QStringLiteral(" \u00b7 ") + whole;
  }
  const double room = right - kPlotPad - title_metrics.horizontalAdvance(title) - 20.0;
  const QString subtitle = fittingParts(whole, metrics, room);
  subtitle_->setVisible(room > theme.px(60));
  setPlainText(*subtitle_, subtitle, small, tokens.muted,
               {right - metrics.horizontalAdvance(subtitle),
                top + title_metrics.ascent() - metrics.ascent()});

  const QString message = QString::fromStdString(context.empty ? context.data.empty_text
                                                               : context.data.undefined_reason);
  message_->setVisible(!message.isEmpty());
  if (message.isEmpty()) {
    return;
  }
  const QRectF plot = context.plot();
  message_->set(message, theme.font(12), tokens.muted, tokens.surface,
                std::min(context.empty ? context.size.width() - 2.0 * kPlotPad : plot.width(),
                         static_cast<double>(theme.px(300))));
  message_->setToolTip(message);
  const double middle = context.empty ? context.size.width() / 2.0 : plot.center().x();
  message_->setPos(middle - message_->size().width() / 2.0,
                   plot.center().y() - message_->size().height() / 2.0);
}

}  // namespace w2s::ui
