#include "ui/charts/plot_words.h"

#include <optional>

#include <QStringList>

#include "ui/charts/curve_end.h"
#include "ui/draw/number_text.h"

namespace w2s::ui {

QString numberText(double value, int decimals) {
  return QString::fromStdString(draw::numberText(value, decimals));
}

QString valueText(const charts::Curve& curve, double y, const charts::ChartData& data) {
  return numberText(y, curve.decimals.value_or(data.value_decimals));
}

namespace {

QStringList endTexts(const charts::ChartData& data) {
  QStringList texts;
  for (const charts::Curve& curve : data.curves) {
    const auto end =
        curve.label.empty() ? std::nullopt : charts::endOf(curve, charts::kAll, data.log_y);
    if (end && (data.spoken.empty() || charts::isOverlay(curve.ink))) {
      texts += QStringLiteral("%1 %2").arg(QString::fromStdString(curve.label),
                                           valueText(curve, end->y, data));
    }
  }
  if (!texts.isEmpty()) {
    for (const charts::ReferenceLine& line : data.references) {
      const QString label = QString::fromStdString(line.label);
      texts += line.show_value
                   ? QStringLiteral("%1 %2").arg(label, numberText(line.y, data.value_decimals))
                   : label;
    }
  }
  return texts;
}

}  // namespace

QString sentenceOf(const charts::ChartData& data) {
  QStringList parts{QString::fromStdString(data.spoken), endTexts(data).join(QStringLiteral(", ")),
                    QString::fromStdString(data.undefined_reason)};
  for (const charts::Marker& marker : data.markers) {
    if (marker.y) {
      parts += QString::fromStdString(marker.text);
    }
  }
  parts.removeAll(QString());
  for (QString& part : parts) {
    while (part.endsWith(QLatin1Char('.'))) {
      part.chop(1);  // some are whole sentences, some are not
    }
  }
  return parts.isEmpty() ? QString::fromStdString(data.empty_text)
                         : parts.join(QStringLiteral(". "));
}

}  // namespace w2s::ui
