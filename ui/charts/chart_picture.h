// A chart of results that changes with a run, not with a step: painted as in a figure, whole
// (draw::layOutPanel). Its tiles are chosen with the pointer or the arrow keys, and its run lines
// brushed along an axis.
//
// Keys, with the focus: arrows walk over the tiles, Return opens one; Ctrl+T shows the numbers as a
// table, Ctrl+C copies the picture; Escape drops a brush.
#pragma once

#include <optional>

#include <QWidget>

#include "ui/charts/chart_data.h"
#include "ui/draw/panel.h"

namespace w2s::ui {

class Theme;

class ChartPicture : public QWidget {
  Q_OBJECT

 public:
  // objectName "chart.<name>"
  ChartPicture(const Theme& theme, const QString& name, QWidget* parent = nullptr);

  // The chart owns its curves.
  void setChart(charts::ChartData chart);
  [[nodiscard]] const charts::ChartData& chart() const {
    return chart_;
  }
  // Whether dragging up or down at a place of the x axis brushes.
  void setBrushable(bool brushable) {
    brushable_ = brushable;
  }
  // Without a signal.
  void clearBrush();
  // In widget coordinates.
  [[nodiscard]] const draw::Panel& panel() const {
    return panel_;
  }
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 public Q_SLOTS:
  void showTable();
  void copyImage();

 Q_SIGNALS:
  void tileChosen(int tile);
  // At the place `place` of the x axis, in y's unit; low above high: the brush was dropped.
  void brushed(int place, const w2s::ui::charts::Range& range);
  void exportWanted(const QString& chart);

 protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  struct Brush {
    int place = 0;
    charts::Range range;
  };

  void layOut();
  void restyle();
  void describe();
  [[nodiscard]] std::optional<int> tileAt(QPointF at) const;
  [[nodiscard]] QRectF rectOf(const charts::Tile& tile) const;
  [[nodiscard]] std::optional<int> placeAt(QPointF at) const;
  [[nodiscard]] double yAt(double pixel) const;
  void walk(int columns, int rows);

  const Theme& theme_;
  charts::ChartData chart_;
  draw::Palette palette_;
  draw::TextWidth text_width_;
  draw::ChartAxes axes_;
  draw::Panel panel_;
  int tile_ = -1;  // under the keyboard
  bool brushable_ = false;
  std::optional<Brush> brush_;
  std::optional<double> drag_from_;  // in y's unit
};

}  // namespace w2s::ui
