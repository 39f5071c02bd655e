// A chart on its card: the plot, a button that maximises it, its menu and its table.
#pragma once

#include <string>

#include <QFrame>

#include "ui/charts/plot_widget.h"

class QMenu;
class QToolButton;

namespace w2s::ui {

class ChartCard : public QFrame {
  Q_OBJECT

 public:
  ChartCard(const Theme& theme, const QString& id, PlotWidget::Source source,
            QWidget* parent = nullptr);

  [[nodiscard]] const QString& id() const {
    return id_;
  }
  [[nodiscard]] PlotWidget& plot() {
    return *plot_;
  }
  void setMaximised(bool maximised);
  // Whether the card would move there when dropped: drawn as a frame.
  void setDropTarget(bool target);

 public Q_SLOTS:
  void showTable();
  // All its curves by name, in a list over the chart.
  void showLegend();
  void copyImage();

 Q_SIGNALS:
  void exportRequested(const QString& id);
  // -1: a place earlier, +1: later
  void moveWanted(int places);
  void hideWanted();

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void placeButton();
  void showMenu(const QPoint& global);

  const Theme& theme_;
  QString id_;
  PlotWidget* plot_;
  QToolButton* button_;
  bool maximised_ = false;
};

}  // namespace w2s::ui
