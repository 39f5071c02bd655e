// The curves of the run itself in a plot: the part drawn by Qt Charts, as their points arrive.
//
// Rules it keeps (each was measured): series get decimated points by replace(), never appended
// ones, and only when they changed; the library's axes stay 0 to 1 for ever, because each change of
// a range rebuilds every series: zoom and logarithms are arithmetic of ours; no OpenGL, no
// animation; dashes only on two-point lines; a value that is not finite breaks the line. What
// seldom changes (axes, reference lines, the curves of other runs) is a picture behind the series.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include <QList>
#include <QPen>
#include <QPointF>

#include "ui/charts/plot_context.h"

class QChart;
class QLineSeries;
class QValueAxis;

namespace w2s::ui {

class PlotCurves {
 public:
  explicit PlotCurves(QChart* chart);
  void draw(const PlotContext& context);

 private:
  struct Line {
    QLineSeries* series = nullptr;
    QList<QPointF> points;  // as drawn, in shares of the plot
    QPen pen;
  };

  // All that the points of a curve depend on.
  struct Key {
    std::size_t version = 0;  // of the values, as their pyramid tells it
    std::size_t size = 0;
    const double* x = nullptr;
    double first_x = 0.0;
    double last_x = 0.0;
    double curve_scale = 1.0;
    charts::Scale x_scale;
    charts::Scale y_scale;
    double width = 0.0;
    friend bool operator==(const Key&, const Key&) = default;
  };
  struct Drawn {
    std::optional<Key> key;
    std::vector<QList<QPointF>> pieces;  // unbroken, in shares of the plot
  };

  // None: nothing tells whether the curve is the one that was drawn before.
  [[nodiscard]] static std::optional<Key> keyOf(const charts::Frame& frame,
                                                const charts::Curve& curve);
  [[nodiscard]] static std::vector<QList<QPointF>> piecesOf(const charts::Frame& frame,
                                                            const charts::Curve& curve);
  void drawCurve(const PlotContext& context, const charts::Curve& curve, Drawn& drawn);
  void put(QList<QPointF> points, const QPen& pen);

  QChart* chart_;
  QValueAxis* x_axis_;
  QValueAxis* y_axis_;
  std::vector<Line> lines_;
  std::size_t used_ = 0;
  std::vector<Drawn> drawn_;  // the curves, as of the last time
};

}  // namespace w2s::ui
