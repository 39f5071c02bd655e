#include "ui/widgets/number_entry.h"

#include <algorithm>
#include <cmath>

#include <QRegularExpression>

#include "ui/bridge/translated.h"

namespace w2s::ui {
namespace {

constexpr QLatin1Char kPoint('.');
constexpr QLatin1Char kComma(',');

QString plain(QString text) {
  text.removeIf([](QChar c) { return c.isSpace(); });
  return text.replace(QChar(0x2212), QLatin1Char('-'));
}

// "5.000", "1.234.567": no group before three digits begins with zero, or is empty.
bool isGrouped(const QString& digits, QChar mark) {
  const QRegularExpression groups(
      QStringLiteral("^[+-]?[1-9][0-9]{0,2}(\\%1[0-9]{3})+$").arg(mark));
  return groups.match(digits).hasMatch();
}

// The digits before an exponent in the C format; empty where the marks contradict each other.
QString inCFormat(QString digits, NumberKind kind) {
  const auto points = digits.count(kPoint);
  const auto commas = digits.count(kComma);
  if (points == 0 && commas == 0) {
    return digits;
  }
  if (points > 0 && commas > 0) {
    const QChar decimal = digits.lastIndexOf(kPoint) > digits.lastIndexOf(kComma) ? kPoint : kComma;
    const QChar group = decimal == kPoint ? kComma : kPoint;
    const auto at = digits.indexOf(decimal);
    QString whole = digits.left(at);
    return digits.count(decimal) == 1 && isGrouped(whole, group)
               ? whole.remove(group) + kPoint + digits.mid(at + 1)
               : QString();
  }
  const QChar mark = points > 0 ? kPoint : kComma;
  if (digits.count(mark) > 1) {
    return isGrouped(digits, mark) ? digits.remove(mark) : QString();
  }
  if (kind == NumberKind::Whole && isGrouped(digits, mark)) {
    return digits.remove(mark);
  }
  return digits.replace(mark, kPoint);
}

// Without what a box writes before and behind its number.
QString ownPart(QString text, const QString& prefix, const QString& suffix) {
  if (!prefix.isEmpty() && text.startsWith(prefix)) {
    text.remove(0, prefix.size());
  }
  if (!suffix.isEmpty() && text.endsWith(suffix)) {
    text.chop(suffix.size());
  }
  return text;
}

}  // namespace

std::optional<double> enteredNumber(const QString& text, NumberKind kind) {
  const QString typed = plain(text);
  const auto exponent = typed.indexOf(QLatin1Char('e'), 0, Qt::CaseInsensitive);
  const QString digits = inCFormat(exponent < 0 ? typed : typed.left(exponent), kind);
  if (digits.isEmpty()) {
    return std::nullopt;
  }
  bool is_number = false;
  const double value = (exponent < 0 ? digits : digits + typed.mid(exponent)).toDouble(&is_number);
  return is_number && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

bool isBeginOfNumber(const QString& text) {
  static const QString kAllowed = QStringLiteral("0123456789.,-+eE");
  const QString typed = plain(text);
  return std::all_of(typed.cbegin(), typed.cend(), [](QChar c) { return kAllowed.contains(c); });
}

RealBox::RealBox(QWidget* parent) : QDoubleSpinBox(parent) {
  setLocale(windowLocale());
}

double RealBox::valueFromText(const QString& text) const {
  return enteredNumber(ownPart(text, prefix(), suffix()), NumberKind::Real).value_or(value());
}

QValidator::State RealBox::validate(QString& input, int&) const {
  if (!specialValueText().isEmpty() && input == specialValueText()) {
    return QValidator::Acceptable;
  }
  const QString own = ownPart(input, prefix(), suffix());
  const auto number = enteredNumber(own, NumberKind::Real);
  if (!number) {
    return isBeginOfNumber(own) ? QValidator::Intermediate : QValidator::Invalid;
  }
  return *number >= minimum() && *number <= maximum() ? QValidator::Acceptable
                                                      : QValidator::Intermediate;
}

void RealBox::fixup(QString&) const {}

int WholeBox::valueFromText(const QString& text) const {
  const auto number = enteredNumber(ownPart(text, prefix(), suffix()), NumberKind::Whole);
  return number && std::abs(*number) <= maximum() ? static_cast<int>(*number) : value();
}

QValidator::State WholeBox::validate(QString& input, int&) const {
  const QString own = ownPart(input, prefix(), suffix());
  const auto number = enteredNumber(own, NumberKind::Whole);
  if (!number) {
    return isBeginOfNumber(own) ? QValidator::Intermediate : QValidator::Invalid;
  }
  const bool is_whole = *number == std::trunc(*number);
  return is_whole && *number >= minimum() && *number <= maximum() ? QValidator::Acceptable
                                                                  : QValidator::Intermediate;
}

void WholeBox::fixup(QString&) const {}

}  // namespace w2s::ui
