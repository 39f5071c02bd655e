// A tour through the window: five steps, each of which shows a part of the window, darkens the others and
// says beside it what the part is for; of a panel that is folded it says where it is opened. Arrow keys and the buttons lead on and back, Esc
// ends it; no other key or click reaches the window meanwhile. A step is a line in kTourSteps (tour.cpp).
#pragma once

#include <QPointer>
#include <QWidget>

class QFrame;
class QLabel;
class QPushButton;

namespace w2s::ui {

class MainWindow;
class Theme;

class Tour : public QWidget {
  Q_OBJECT

 public:
  // Over the whole window; deletes itself when it has ended.
  Tour(MainWindow& window, const Theme& theme);
  ~Tour() override;

  [[nodiscard]] static int steps();
  // From 0.
  [[nodiscard]] int step() const {
    return step_;
  }
  void showStep(int step);
  // In its own coordinates; empty: the part is not in sight.
  [[nodiscard]] QRect shownPart() const;

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool eventFilter(QObject* object, QEvent* event) override;

 private:
  void makeCard();
  void end();
  void place();
  [[nodiscard]] bool takeKey(int key);

  MainWindow& window_;
  const Theme& theme_;
  int step_ = -1;
  QPointer<QWidget> part_;
  QPointer<QWidget> before_;  // had the focus
  QFrame* card_ = nullptr;
  QLabel* title_ = nullptr;
  QLabel* text_ = nullptr;
  QLabel* number_ = nullptr;
  QPushButton* back_ = nullptr;
  QPushButton* next_ = nullptr;
};

}  // namespace w2s::ui
