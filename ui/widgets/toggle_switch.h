// On or off, as a sliding knob with the word beside it.
#pragma once

#include <QAbstractButton>

namespace w2s::ui {

class Theme;

class ToggleSwitch : public QAbstractButton {
  Q_OBJECT

 public:
  explicit ToggleSwitch(const Theme& theme, QWidget* parent = nullptr);

  [[nodiscard]] QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const Theme& theme_;
};

}  // namespace w2s::ui
