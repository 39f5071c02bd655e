// Where a value lies along an axis.
#pragma once

#include <cmath>
#include <limits>

#include "ui/charts/chart_data.h"

namespace w2s::ui::figures {

// Linear or logarithmic (base 10).
struct AxisScale {
  charts::Range range;
  bool log = false;  // then range.low > 0

  // 0 at the low end, 1 at the high end; minus infinity for a value <= 0 on a logarithmic axis.
  [[nodiscard]] double share(double value) const {
    if (!log) {
      return (value - range.low) / range.span();
    }
    return value > 0.0 ? std::log(value / range.low) / std::log(range.high / range.low)
                       : -std::numeric_limits<double>::infinity();
  }
  [[nodiscard]] double value(double share) const {
    return log ? range.low * std::pow(range.high / range.low, share)
               : range.low + share * range.span();
  }
};

}  // namespace w2s::ui::figures
