// A spin box that writes numbers as people do: 1.00, 0.003, 1e-5, 1,200.
#pragma once

#include <QDoubleSpinBox>

#include "core/config/field.h"

namespace w2s::ui {

class NumberBox : public QDoubleSpinBox {
  Q_OBJECT

 public:
  NumberBox(const config::Field& field, bool integer, QWidget* parent = nullptr);

  [[nodiscard]] QString textFromValue(double value) const override;
  [[nodiscard]] double valueFromText(const QString& text) const override;
  [[nodiscard]] QValidator::State validate(QString& input, int& position) const override;
  // On a logarithmic scale a step is a factor of about 1.26: ten steps a decade.
  void stepBy(int steps) override;

 protected:
  // The wheel scrolls the panel; a number changes only on purpose.
  void wheelEvent(QWheelEvent* event) override;

 private:
  bool integer_;
  bool logarithmic_;
  int shown_decimals_;
};

}  // namespace w2s::ui
