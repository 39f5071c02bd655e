#include "ui/widgets/format.h"

#include <cmath>

#include <QLocale>

#include "ui/bridge/number_language.h"
#include "ui/bridge/translated.h"

namespace w2s::ui {

QString decimalText(double value, int decimals) {
  if (!std::isfinite(value)) {
    return QStringLiteral("\u2013");
  }
  QString text = windowLocale().toString(roundedAsRead(value, decimals), 'f', decimals);
  return text.replace(QLatin1Char('-'), QChar(0x2212));
}

QString digitsText(double value, int digits) {
  if (!std::isfinite(value)) {
    return QStringLiteral("\u2013");
  }
  QLocale locale = windowLocale();
  locale.setNumberOptions(QLocale::OmitGroupSeparator);
  return locale.toString(value, 'g', digits).toLower().replace(QLatin1Char('-'), QChar(0x2212));
}

QString cellText(double value, char format, int digits) {
  QString text = QString::number(value, format, digits);
  return text.replace(QLatin1Char('.'), windowLocale().decimalPoint());
}

QString countText(std::int64_t value) {
  return windowLocale().toString(static_cast<qlonglong>(value));
}

QString percentText(double share) {
  return decimalText(100.0 * share, 1);
}

QString pointsText(double share_difference) {
  const QString text = decimalText(100.0 * share_difference, 1);
  return share_difference >= 0.0 ? QLatin1Char('+') + text : text;
}

QString durationText(double seconds) {
  if (seconds < 9.95) {
    return QStringLiteral("%1 s").arg(decimalText(seconds, 1));
  }
  const auto whole = static_cast<std::int64_t>(std::llround(seconds));
  if (whole < 60) {
    return QStringLiteral("%1 s").arg(whole);
  }
  if (whole < 3600) {
    return QStringLiteral("%1 min %2 s").arg(whole / 60).arg(whole % 60);
  }
  return QStringLiteral("%1 h %2 min").arg(whole / 3600).arg(whole % 3600 / 60);
}

QString rateText(double per_second) {
  if (per_second < 9.95) {
    return decimalText(per_second, 1);
  }
  // Two digits: the rest is noise that would make the text flicker.
  const double magnitude = std::pow(10.0, std::floor(std::log10(per_second)) - 1.0);
  return countText(std::llround(std::round(per_second / magnitude) * magnitude));
}

QString fittingText(const QStringList& wordings, const QFontMetrics& metrics, int width) {
  for (const QString& wording : wordings) {
    if (metrics.horizontalAdvance(wording) <= width) {
      return wording;
    }
  }
  return wordings.isEmpty() ? QString()
                            : metrics.elidedText(wordings.last(), Qt::ElideRight, width);
}

}  // namespace w2s::ui
