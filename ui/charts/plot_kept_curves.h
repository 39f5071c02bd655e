// Curves that seldom change, drawn once into a picture: those of finished runs laid over a live
// one.
//
// Five such runs are most of the lines of a chart, and a refresh, ten times a second, moves the
// live curve alone. The picture is drawn again when a point, a pen or the plot's size changed; the
// lines are those of Qt Charts: one by one, smoothed at the edges, cut off at the plot.
#pragma once

#include <vector>

#include <QGraphicsItem>
#include <QList>
#include <QPen>
#include <QPixmap>

namespace w2s::ui {

class PlotKeptCurves final : public QGraphicsItem {
 public:
  struct Line {
    QList<QPointF> points;  // in shares of the plot, y upwards
    QPen pen;
    friend bool operator==(const Line&, const Line&) = default;
  };

  // Behind the series, in front of grid and bars.
  explicit PlotKeptCurves(QGraphicsItem* parent);

  // In the order in which they are drawn. `plot` in the parent's coordinates.
  void set(std::vector<Line> lines, const QRectF& plot);

  [[nodiscard]] QRectF boundingRect() const override {
    return plot_.adjusted(-1.0, -1.0, 1.0, 1.0);  // the picture's outermost device pixels
  }
  void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

 private:
  void drawLines(QPainter& painter) const;

  std::vector<Line> lines_;
  QRectF plot_;
  QPixmap picture_;
  QRectF area_;                 // what it covers: whole device pixels around the plot
  double picture_scale_ = 0.0;  // device pixels in a unit; 0: the picture is old
};

}  // namespace w2s::ui
