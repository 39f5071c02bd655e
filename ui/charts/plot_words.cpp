#include "ui/charts/plot_words.h"

#include <optional>

#include <QCoreApplication>

#include "ui/charts/bands.h"
#include "ui/charts/curve_end.h"
#include "ui/draw/number_text.h"

namespace w2s::ui {

QString numberText(double value, int decimals) {
  return QString::fromStdString(draw::numberText(value, decimals));
}

QString valueText(const charts::Curve& curve, double y, const charts::ChartData& data) {
  return numberText(y, curve.decimals.value_or(data.value_decimals));
}

QString valueText(const charts::CurveReading& reading, const charts::ChartData& data) {
  const charts::Curve& curve = *reading.curve;
  const QString value = valueText(curve, reading.y, data);
  return reading.band ? QCoreApplication::translate("charts", "%1 [%2, %3]")
                            .arg(value, valueText(curve, reading.band->low, data),
                                 valueText(curve, reading.band->high, data))
                      : value;
}

QStringList bandTexts(const charts::ChartData& data, const std::string& said) {
  QStringList texts;
  for (const charts::BandNote& note : charts::bandNotes(data, charts::kAll)) {
    if (said.find(note.text) == std::string::npos) {
      texts += QString::fromStdString(note.text);
    }
  }
  return texts;
}

namespace {

QStringList endTexts(const charts::ChartData& data) {
  QStringList texts;
  for (const charts::Curve& curve : data.curves) {
    const auto end =
        curve.label.empty() ? std::nullopt : charts::endOf(curve, charts::kAll, data.log_y);
    if (end && (data.spoken.empty() || charts::isOverlay(curve.ink))) {
      texts += QStringLiteral("%1 %2").arg(
          QString::fromStdString(curve.label),
          valueText({.curve = &curve, .x = end->x, .y = end->y, .band = end->band}, data));
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
  QStringList parts{QString::fromStdString(data.spoken), endTexts(data).join(QStringLiteral(", "))};
  for (const QString& text : bandTexts(data, data.spoken)) {
    parts += QCoreApplication::translate("charts", "Band: %1").arg(text);
  }
  parts += QString::fromStdString(data.undefined_reason);
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
