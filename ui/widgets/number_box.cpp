#include "ui/widgets/number_box.h"

#include <algorithm>
#include <cmath>

#include <QKeyEvent>
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
      shown_decimals_(integer ? 0 : field.decimals),
      lowest_(field.min),
      highest_(field.max) {
  setButtonSymbols(QAbstractSpinBox::NoButtons);
  setAlignment(Qt::AlignRight);
  setKeyboardTracking(false);  // a half-typed number is no setting
  setDecimals(integer ? 0 : std::max(field.decimals, 8));
  setRange(-1e15, 1e15);
  setSingleStep(integer ? 1.0
                        : std::pow(10.0, -field.decimals) * (field.decimals >= 2 ? 5.0 : 1.0));
}

QString NumberBox::textOf(double value, int decimals) {
  const QLocale english(QLocale::English);
  if (decimals <= 3) {
    const QString text = english.toString(value, 'f', decimals);
    if (withoutSeparators(text).toDouble() == value) {
      return text;
    }
  }
  // The shortest digits that are this number.
  QString text = QString::number(value, 'g', QLocale::FloatingPointShortest);
  text.replace(QStringLiteral("e-0"), QStringLiteral("e-"));
  text.replace(QStringLiteral("e+0"), QStringLiteral("e"));
  return text.replace(QStringLiteral("e+"), QStringLiteral("e"));
}

QString NumberBox::textFromValue(double value) const {
  return textOf(value, shown_decimals_);
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
  return std::abs(value) > maximum() ? QValidator::Intermediate : QValidator::Acceptable;
}

void NumberBox::stepBy(int steps) {
  double next = value() + steps * singleStep();
  if (logarithmic_ && value() > 0.0) {
    next = value() * std::pow(10.0, steps / 10.0);
    const double digit = std::pow(10.0, std::floor(std::log10(next)) - 1.0);
    next = std::round(next / digit) * digit;
    if (integer_) {
      next = steps > 0 ? std::max(std::round(next), value() + 1.0)
                       : std::min(std::round(next), value() - 1.0);
    }
  }
  setValue(std::clamp(next, lowest_, highest_));
  selectAll();
}

bool NumberBox::event(QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride && text() == textFromValue(value())) {
    auto* key = static_cast<QKeyEvent*>(event);
    if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
      event->ignore();
      return true;
    }
  }
  return QDoubleSpinBox::event(event);
}

void NumberBox::wheelEvent(QWheelEvent* event) {
  event->ignore();
}

}  // namespace w2s::ui
