// Numbers as people type them, and boxes that take them.
//
// A comma and a point both do for the decimal mark, in every language of the window: "0,5" and "0.5"
// are one half. QLocale would not do: for German the point stands between thousands, and "0.5" were
// five. Groups of thousands are understood where nothing else can be meant:
//
//   "1.234,5"  "1,234.5"  "1.234.567"    both marks, or one of them twice
//   "5.000"    "5,000"                   where only whole numbers are asked for
//
// Where a real number is asked for, a single comma or point is always the decimal mark: "1,125" is
// as near to one as "0,125" to zero. A box that is typed in shows no groups (number_box.h).
// Exponents, a plus sign, spaces and
// the typographic minus sign are taken too.
#pragma once

#include <optional>

#include <QDoubleSpinBox>
#include <QSpinBox>
#include <QString>

namespace w2s::ui {

enum class NumberKind { Real, Whole };

// Empty: no number.
[[nodiscard]] std::optional<double> enteredNumber(const QString& text, NumberKind kind);
// Whether it may become a number by more typing.
[[nodiscard]] bool isBeginOfNumber(const QString& text);

// Qt's own fixup() would drop the points of "0.05" in a German window.

// A real number with a unit behind it, written without groups.
class RealBox : public QDoubleSpinBox {
  Q_OBJECT

 public:
  explicit RealBox(QWidget* parent = nullptr);

  [[nodiscard]] double valueFromText(const QString& text) const override;
  [[nodiscard]] QValidator::State validate(QString& input, int& position) const override;
  void fixup(QString& input) const override;
};

// A whole number: half a seed is not five seeds.
class WholeBox : public QSpinBox {
  Q_OBJECT

 public:
  using QSpinBox::QSpinBox;

  [[nodiscard]] int valueFromText(const QString& text) const override;
  [[nodiscard]] QValidator::State validate(QString& input, int& position) const override;
  void fixup(QString& input) const override;
};

}  // namespace w2s::ui
