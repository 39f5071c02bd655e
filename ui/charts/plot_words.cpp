#include "ui/charts/plot_words.h"

#include <cmath>

#include <QLocale>
#include <QStringList>

#include "ui/bridge/number_language.h"
#include "ui/bridge/translated.h"

namespace w2s::ui {
namespace {

constexpr int kLongestName = 13;  // of another run, at a curve's end

}  // namespace

QString numberText(double value, int decimals) {
  if (!std::isfinite(value)) {
    return QStringLiteral("\u2013");
  }
  const QLocale& locale = windowLocale();
  constexpr double kHuge = 1e9;  // as of a loss that explodes: its digits would fill the chart
  QString text = decimals == charts::kThreeDigits || std::abs(value) >= kHuge
                     ? locale.toString(value, 'g', 3).toLower()
                     : locale.toString(roundedAsRead(value, decimals), 'f', decimals);
  return text.replace(QLatin1Char('-'), QChar(0x2212));
}

std::vector<CurveEnd> endsOf(const charts::ChartData& data, const charts::Range& seen) {
  std::vector<CurveEnd> ends;
  for (const charts::Curve& curve : data.curves) {
    if (curve.label.empty()) {
      continue;
    }
    if (const auto end = charts::endOf(curve, seen, data.log_y)) {
      ends.push_back({&curve, end->x, end->y, end->at_point});
    }
  }
  return ends;
}

QString valueText(const charts::Curve& curve, double y, const charts::ChartData& data) {
  return numberText(y, curve.decimals.value_or(data.value_decimals));
}

QString endText(const CurveEnd& end, const charts::ChartData& data) {
  QString name = QString::fromStdString(end.curve->label);
  if (charts::isOverlay(end.curve->ink) && name.size() > kLongestName) {
    name = name.left(kLongestName - 1).trimmed() + QChar(0x2026);
  }
  return QStringLiteral("%1 %2").arg(name, valueText(*end.curve, end.y, data));
}

QString referenceText(const charts::ReferenceLine& line, const charts::ChartData& data) {
  const QString label = QString::fromStdString(line.label);
  return line.show_value
             ? QStringLiteral("%1 %2").arg(label, numberText(line.y, data.value_decimals))
             : label;
}

QString sentenceOf(const charts::ChartData& data) {
  QStringList parts;
  if (!data.spoken.empty()) {
    parts += QString::fromStdString(data.spoken);
  }
  QStringList labels;
  for (const CurveEnd& end : endsOf(data)) {
    if (data.spoken.empty() || charts::isOverlay(end.curve->ink)) {
      labels += endText(end, data);
    }
  }
  if (!labels.isEmpty()) {
    for (const charts::ReferenceLine& line : data.references) {
      labels += referenceText(line, data);
    }
    parts += labels.join(QStringLiteral(", "));
  }
  if (!data.undefined_reason.empty()) {
    parts += QString::fromStdString(data.undefined_reason);
  }
  for (const charts::Marker& marker : data.markers) {
    if (marker.y) {
      parts += QString::fromStdString(marker.text);
    }
  }
  for (QString& part : parts) {
    while (part.endsWith(QLatin1Char('.'))) {
      part.chop(1);  // some are whole sentences, some are not
    }
  }
  return parts.isEmpty() ? QString::fromStdString(data.empty_text)
                         : parts.join(QStringLiteral(". "));
}

}  // namespace w2s::ui
