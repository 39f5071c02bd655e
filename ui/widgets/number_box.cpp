#include "ui/widgets/number_box.h"

#include <algorithm>
#include <cmath>

#include <QKeyEvent>
#include <QLocale>
#include <QWheelEvent>

#include "ui/bridge/translated.h"

namespace w2s::ui {

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
  // Of integers too: a fraction is refused where the setting is, not rounded here.
  setDecimals(std::max(field.decimals, 8));
  setRange(-1e15, 1e15);
  setSingleStep(integer ? 1.0
                        : std::pow(10.0, -field.decimals) * (field.decimals >= 2 ? 5.0 : 1.0));
}

QString NumberBox::textOf(double value, int decimals) {
  if (decimals <= 3 && QString::number(value, 'f', decimals).toDouble() == value) {
    return windowLocale().toString(value, 'f', decimals);
  }
  // The shortest digits that are this number.
  QString text = QString::number(value, 'g', QLocale::FloatingPointShortest);
  text.replace(QStringLiteral("e-0"), QStringLiteral("e-"));
  text.replace(QStringLiteral("e+0"), QStringLiteral("e"));
  text.replace(QStringLiteral("e+"), QStringLiteral("e"));
  return text.replace(QLatin1Char('.'), windowLocale().decimalPoint());
}

NumberKind NumberBox::kind() const {
  return integer_ ? NumberKind::Whole : NumberKind::Real;
}

QString NumberBox::textFromValue(double value) const {
  const QString text = textOf(value, shown_decimals_);
  return is_typed_in_ ? QString(text).remove(windowLocale().groupSeparator()) : text;
}

double NumberBox::valueFromText(const QString& text) const {
  return enteredNumber(text, kind()).value_or(value());
}

QValidator::State NumberBox::validate(QString& input, int&) const {
  const auto number = enteredNumber(input, kind());
  if (!number) {
    return isBeginOfNumber(input) ? QValidator::Intermediate : QValidator::Invalid;
  }
  return std::abs(*number) > maximum() ? QValidator::Intermediate : QValidator::Acceptable;
}

void NumberBox::fixup(QString&) const {}

void NumberBox::focusInEvent(QFocusEvent* event) {
  is_typed_in_ = true;
  setValue(value());  // writes it anew
  QDoubleSpinBox::focusInEvent(event);
}

void NumberBox::focusOutEvent(QFocusEvent* event) {
  QDoubleSpinBox::focusOutEvent(event);
  is_typed_in_ = false;
  setValue(value());
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
