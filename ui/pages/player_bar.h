// The row over the numbers while a recorded run is shown: that it is recorded, play and pause, step,
// where it stands, speed. Where the row is short, parts fold: the Run menu has all of them.
#pragma once

#include <vector>

#include <QFrame>
#include <QTimer>

class QComboBox;
class QLabel;
class QSlider;
class QToolButton;

namespace w2s::ui {

class PlayerActions;
class RunPlayer;
class Theme;

class PlayerBar : public QFrame {
  Q_OBJECT

 public:
  PlayerBar(const Theme& theme, RunPlayer& player, PlayerActions& actions,
            QWidget* parent = nullptr);

  // Can be narrower than its parts together.
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  QToolButton* addButton(const char* name, QAction& action);
  void refresh();
  void adaptToWidth();
  void restyle();
  [[nodiscard]] QString placeText(std::int64_t step) const;

  const Theme& theme_;
  RunPlayer& player_;
  QLabel* badge_;
  QSlider* slider_;
  QLabel* place_;
  QLabel* keys_;
  QComboBox* speed_;
  QTimer scrub_;  // the run is drawn once for all moves of the slider in this time
  std::vector<QToolButton*> buttons_;
  std::vector<QWidget*> folding_;  // in the order in which they fold
};

}  // namespace w2s::ui
