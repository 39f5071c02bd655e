// The small controls above a board of charts: which charts, x axis, smoothing, link, reset.
#pragma once

#include <QWidget>

class QLabel;
class QMenu;
class QSlider;
class QToolButton;

namespace w2s::ui {

class ChartBoard;
class Theme;

class BoardTools : public QWidget {
  Q_OBJECT

 public:
  BoardTools(const Theme& theme, ChartBoard& board);

  // Where the row is short it is one button, whose menu has everything.
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  bool event(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  [[nodiscard]] QSize sizeOf(bool compact) const;
  void setCompact(bool compact);
  void fillChartsMenu();
  void addAxes(QMenu& menu);
  void addSmoothing(QMenu& menu);
  void addSeeds(QMenu& menu);
  void setSmoothing(int percent);
  void refresh();
  void style();

  const Theme& theme_;
  ChartBoard& board_;
  QToolButton* reset_;
  QToolButton* axis_;
  QToolButton* charts_;
  QMenu* axis_menu_;
  QMenu* charts_menu_;
  QSlider* smoothing_;
  QLabel* smoothing_label_;
  bool compact_ = false;
};

}  // namespace w2s::ui
