// The curves of a chart by their full names, each with the line that draws it and its last value: a
// list over the chart, which scrolls where there are many. Esc closes it, and so does a click elsewhere.
#pragma once

#include <QFrame>

#include "ui/charts/chart_data.h"

class QListWidget;

namespace w2s::ui {

class Theme;

class ChartLegend : public QFrame {
  Q_OBJECT

 public:
  ChartLegend(const Theme& theme, const charts::ChartData& chart, QWidget* parent);

  // Inside the edges of that widget's screen, with its upper right corner on the widget's.
  void openOver(const QWidget& plot);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void add(const QString& text, const QPixmap& line);

  const Theme& theme_;
  QListWidget* list_;
};

}  // namespace w2s::ui
