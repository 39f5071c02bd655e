#include "ui/widgets/number_box.h"

#include <algorithm>
#include <cmath>

#include <QLocale>
#include <QWheelEvent>

namespace w2s::ui {
namespace {

QString withoutSeparators(QString text) {
  text.remove(QLatin1Char(',')).remove(QLatin1Char(' ')).replace(QChar(0x2212), QLatin1Char('-'));
  return text;
}

}  // namespace

NumberBox::NumberBox(const config::Field& field, bool integer, QWidget* parent)
    : QDoubleSpinBox(parent),
      integer_(integer),
      logarithmic_(field.scale == config::Scale::Logarithmic),
      shown_decimals_(field.decimals) {
  setButtonSymbols(QAbstractSpinBox::NoButtons);
  setAlignment(Qt::AlignRight);
  setKeyboardTracking(false);  // a half-typed number is no setting
  setDecimals(integer ? 0 : std::max(field.decimals, 8));
  setRange(std::isfinite(field.min) ? field.min : -1e9, std::isfinite(field.max) ? field.max : 1e9);
  setSingleStep(integer ? 1.0
                        : std::pow(10.0, -field.decimals) * (field.decimals >= 2 ? 5.0 : 1.0));
}

QString NumberBox::textFromValue(double value) const {
  const QLocale english(QLocale::English);
  if (integer_) {
    return english.toString(value, 'f', 0);
  }
  if (shown_decimals_ <= 3) {
    return english.toString(value, 'f', shown_decimals_);
  }
  // Small numbers over many decades: significant digits, not decimals.
  QString text = QString::number(value, 'g', 3);
  text.replace(QStringLiteral("e-0"), QStringLiteral("e-"));
  return text;
}

double NumberBox::valueFromText(const QString& text) const {
  return withoutSeparators(text).toDouble();
}

QValidator::State NumberBox::validate(QString& input, int&) const {
  bool ok = false;
  const double value = withoutSeparators(input).toDouble(&ok);
  if (!ok) {
    static const QString kAllowed = QStringLiteral("0123456789.,-+eE \u2212");
    const bool plausible =
        std::all_of(input.cbegin(), input.cend(), [](QChar c) { return kAllowed.contains(c); });
    return plausible ? QValidator::Intermediate : QValidator::Invalid;
  }
  return value < minimum() || value > maximum() ? QValidator::Intermediate : QValidator::Acceptable;
}

void NumberBox::stepBy(int steps) {
  if (!logarithmic_ || value() <= 0.0) {
    QDoubleSpinBox::stepBy(steps);
    return;
  }
  const double next = value() * std::pow(10.0, steps / 10.0);
  const double digit = std::pow(10.0, std::floor(std::log10(next)) - 1.0);
  setValue(integer_
               ? std::max(std::round(next / digit) * digit, value() + (steps > 0 ? 1.0 : -1e18))
               : std::round(next / digit) * digit);
}

void NumberBox::wheelEvent(QWheelEvent* event) {
  event->ignore();
}

}  // namespace w2s::ui
