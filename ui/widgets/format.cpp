#include "ui/widgets/format.h"

#include <cmath>

#include <QLocale>
#include <QRegularExpression>

#include "core/base/rounding.h"
#include "ui/bridge/number_language.h"
#include "ui/bridge/translated.h"
#include "ui/bridge/words.h"

namespace w2s::ui {
namespace {

const QString kNoNumber = QStringLiteral("\u2013");
constexpr double kMostCounted = 1e15;  // a count beyond it is damage

}  // namespace

QString decimalText(double value, int decimals) {
  if (!std::isfinite(value)) {
    return kNoNumber;
  }
  QString text = windowLocale().toString(roundedAsRead(value, decimals), 'f', decimals);
  return text.replace(QLatin1Char('-'), QChar(0x2212));
}

QString digitsText(double value, int digits) {
  if (!std::isfinite(value)) {
    return kNoNumber;
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

QString measureText(const metrics::Measure& measure, double value) {
  const QString title = QString::fromStdString(said(measure.title));
  if (measure.unit.empty()) {
    return QStringLiteral("%1 %2 %").arg(title, percentText(value));
  }
  return QStringLiteral("%1 %2 %3")
      .arg(title, decimalText(value, 4),
           QString::fromUtf8(measure.unit.data(), static_cast<qsizetype>(measure.unit.size())));
}

QString pointsText(double share, double from) {
  const double difference = roundedAsRead(100.0 * share, 1) - roundedAsRead(100.0 * from, 1);
  const QString text = decimalText(difference, 1);
  return text.startsWith(QChar(0x2212)) ? text : QLatin1Char('+') + text;
}

std::vector<double> roundedToAddUp(const std::vector<double>& parts, double total, int decimals) {
  const double unit = std::pow(10.0, -decimals);
  std::vector<double> rounded;
  double sum = 0.0;
  for (const double part : parts) {
    rounded.push_back(std::round(part / unit) * unit);
    sum += rounded.back();
  }
  const double difference = std::round((roundedAsRead(total, decimals) - sum) / unit);
  if (!(std::abs(difference) <= static_cast<double>(parts.size()))) {
    return rounded;  // they are not the parts of this total, or a loss is not finite
  }
  auto missing = static_cast<long long>(difference);
  // Each step goes to the part that rounding has moved farthest the other way.
  for (; missing != 0; missing += missing > 0 ? -1 : 1) {
    const double step = missing > 0 ? unit : -unit;
    std::size_t best = 0;
    for (std::size_t i = 1; i < parts.size(); ++i) {
      if ((parts[i] - rounded[i]) * step > (parts[best] - rounded[best]) * step) {
        best = i;
      }
    }
    rounded[best] += step;
  }
  return rounded;
}

QString unbroken(QString text) {
  text.replace(QLatin1Char(' '), QChar::Nbsp);
  const QChar joiner(0x2060);
  static const QRegularExpression kMark(QStringLiteral("(?<=[0-9])([.,])(?=[0-9])"));
  return text.replace(kMark, QStringLiteral("\\1") + joiner);
}

QString durationText(double seconds) {
  if (!(std::abs(seconds) < kMostCounted)) {
    return kNoNumber;
  }
  if (seconds < 9.95) {
    return QStringLiteral("%1 s").arg(decimalText(seconds, 1));
  }
  const auto whole = wholeNumber(seconds);
  if (whole < 60) {
    return QStringLiteral("%1 s").arg(whole);
  }
  if (whole < 3600) {
    return QStringLiteral("%1 min %2 s").arg(whole / 60).arg(whole % 60);
  }
  return QStringLiteral("%1 h %2 min").arg(whole / 3600).arg(whole % 3600 / 60);
}

QString rateText(double per_second) {
  if (!(std::abs(per_second) < kMostCounted)) {
    return kNoNumber;
  }
  if (per_second < 9.95) {
    return decimalText(per_second, 1);
  }
  // Two digits: the rest is noise that would make the text flicker.
  const double magnitude = std::pow(10.0, std::floor(std::log10(per_second)) - 1.0);
  return countText(wholeNumber(std::round(per_second / magnitude) * magnitude));
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
