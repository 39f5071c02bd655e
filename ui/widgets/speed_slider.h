// Pace of a run: 1 to 10,000 steps a second on a logarithmic scale, and max at the right end. Never
// changes a number.
#pragma once

#include <QWidget>

class QLabel;
class QSlider;

namespace w2s::ui {

class Theme;

class SpeedSlider : public QWidget {
  Q_OBJECT

 public:
  static constexpr int kMax = 100;  // the position that means "as fast as possible"

  explicit SpeedSlider(const Theme& theme, QWidget* parent = nullptr);

  // Steps a second; 0 = max.
  [[nodiscard]] static double speedAt(int position);
  [[nodiscard]] static int positionOf(double steps_per_second);

  void setSpeed(double steps_per_second);

 Q_SIGNALS:
  void edited(double steps_per_second);

 private:
  void showPosition(int position);
  void restyle();

  const Theme& theme_;
  QLabel* caption_ = nullptr;
  QSlider* slider_ = nullptr;
  QLabel* text_ = nullptr;
};

}  // namespace w2s::ui
