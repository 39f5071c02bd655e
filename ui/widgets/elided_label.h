// A line of text that gives way: shortened with an ellipsis where there is no room for all of it.
#pragma once

#include <QLabel>

namespace w2s::ui {

class ElidedLabel : public QLabel {
  Q_OBJECT

 public:
  using QLabel::QLabel;

  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
};

}  // namespace w2s::ui
