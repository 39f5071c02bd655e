// The words and numbers of a plot: labels at curves' ends, and what a screen reader says.
#pragma once

#include <vector>

#include <QString>

#include "ui/charts/chart_data.h"
#include "ui/charts/curve_end.h"

namespace w2s::ui {

// A true minus sign; kThreeDigits as decimals gives three significant digits.
[[nodiscard]] QString numberText(double value, int decimals);

// A labelled curve's end in what is seen (curve_end.h): of a zoomed chart, the value where the curve
// leaves it. None of a curve that does not reach into it.
struct CurveEnd {
  const charts::Curve* curve = nullptr;
  double x = 0.0;
  double y = 0.0;        // in the curve's own unit
  bool at_point = true;  // not on the line between two
  [[nodiscard]] double drawn() const {
    return y * curve->scale;
  }
};
[[nodiscard]] std::vector<CurveEnd> endsOf(const charts::ChartData& data,
                                           const charts::Range& seen = charts::kAll);

[[nodiscard]] QString valueText(const charts::Curve& curve, double y,
                                const charts::ChartData& data);
// "student 0.762"; long names of other runs are shortened.
[[nodiscard]] QString endText(const CurveEnd& end, const charts::ChartData& data);
[[nodiscard]] QString referenceText(const charts::ReferenceLine& line,
                                    const charts::ChartData& data);

// The chart in one or two sentences: the spoken one, the references, why it means nothing.
[[nodiscard]] QString sentenceOf(const charts::ChartData& data);

}  // namespace w2s::ui
