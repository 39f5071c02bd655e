// A spin box that writes numbers as people do: 1.00, 0.003, 1e-5, 1,200; in a German window 1,00 and
// 1.200. Thousands are grouped while nobody types.
//
// Any number can be typed, as ui/widgets/number_entry.h understands it. Steps stay inside the
// field's range; a typed number outside it is handed on as it is, so that the form can say what is
// allowed instead of swallowing it.
#pragma once

#include <QDoubleSpinBox>

#include "core/config/field.h"
#include "ui/widgets/number_entry.h"

namespace w2s::ui {

class NumberBox : public QDoubleSpinBox {
  Q_OBJECT

 public:
  NumberBox(const config::Field& field, bool integer, QWidget* parent = nullptr);

  // With `decimals` digits, more where the number has them: no number is shown as another. Above
  // three decimals in significant digits, because such settings span decades.
  [[nodiscard]] static QString textOf(double value, int decimals);

  [[nodiscard]] QString textFromValue(double value) const override;
  [[nodiscard]] double valueFromText(const QString& text) const override;
  [[nodiscard]] QValidator::State validate(QString& input, int& position) const override;
  void fixup(QString& input) const override;  // as it was typed: see ui/widgets/number_entry.h
  // On a logarithmic scale a step is a factor of about 1.26: ten steps a decade.
  void stepBy(int steps) override;

 protected:
  // Undo belongs to the window, except while a number is half typed.
  bool event(QEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  // The wheel scrolls the panel; a number changes only on purpose.
  void wheelEvent(QWheelEvent* event) override;

 private:
  [[nodiscard]] NumberKind kind() const;

  bool integer_;
  bool is_typed_in_ = false;
  bool logarithmic_;
  int shown_decimals_;
  double lowest_;
  double highest_;
};

}  // namespace w2s::ui
