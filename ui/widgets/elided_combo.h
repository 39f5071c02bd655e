// A combo box whose text gives way: shortened with an ellipsis where there is no room for all of it
// (the style sheet's own combo box cuts it off).
#pragma once

#include <QComboBox>

namespace w2s::ui {

class ElidedCombo : public QComboBox {
  Q_OBJECT

 public:
  using QComboBox::QComboBox;

 protected:
  void paintEvent(QPaintEvent* event) override;
};

}  // namespace w2s::ui
