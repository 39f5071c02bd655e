// A confusion matrix: rows are the true classes, columns what a model said, tinted by the share of
// the row. A click (or Enter on the cell that the arrow keys chose) asks for the images of a cell.
#pragma once

#include <optional>

#include <QStringList>
#include <QWidget>

#include "ui/models/example_filter.h"

namespace w2s::ui {

class Theme;

class ConfusionView : public QWidget {
  Q_OBJECT

 public:
  ConfusionView(const Theme& theme, Answerer model, QWidget* parent = nullptr);

  // `has_ended`: the run; a matrix that is empty then stays so.
  void setConfusion(const Confusion& confusion, const QStringList& class_names,
                    bool has_ended = false);
  // The cell whose images are shown; empty: none.
  void setChosen(const std::optional<ConfusionCell>& cell);

  // In widget coordinates; empty where there is no such cell.
  [[nodiscard]] QRectF cellRect(int truth, int predicted) const;

  // Where "predicted class" (horizontal) and "true class" (vertical) stand.
  [[nodiscard]] QRectF axisTitleRect(Qt::Orientation axis) const;

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 Q_SIGNALS:
  void activated(const w2s::ui::ConfusionCell& cell);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  bool event(QEvent* event) override;

 private:
  struct Layout {
    QRectF cells;
    double side = 0.0;
    double label_width = 0.0;
    double label_height = 0.0;
    double title_height = 0.0;  // of an axis
  };
  [[nodiscard]] Layout layout() const;
  [[nodiscard]] std::optional<ConfusionCell> cellAt(const QPointF& point) const;
  [[nodiscard]] QString describe(const ConfusionCell& cell) const;
  void paintAxisTitle(QPainter& painter, Qt::Orientation axis) const;
  void paintLabels(QPainter& painter, const Layout& layout) const;
  void paintCells(QPainter& painter, const Layout& layout) const;
  void describeAll();

  const Theme& theme_;
  Answerer model_;
  Confusion confusion_;
  QStringList names_;
  bool has_ended_ = false;
  std::optional<ConfusionCell> chosen_;
  ConfusionCell current_;  // of the keyboard
};

}  // namespace w2s::ui
