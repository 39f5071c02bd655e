// Where a value lies on an axis, and the arithmetic of zooming. Linear or logarithmic (base 10).
#pragma once

#include <optional>

#include "ui/charts/chart_data.h"

namespace w2s::ui::charts {

struct Scale {
  Range range;
  bool log = false;  // then range.low > 0
  friend bool operator==(const Scale&, const Scale&) = default;

  // 0 at the low end, 1 at the high end. Logarithmic: values <= 0 lie below everything.
  [[nodiscard]] double share(double value) const;
  [[nodiscard]] double value(double share) const;

  // The range made `factor` times as wide around the value at `anchor` (a share), or moved by a
  // share of itself.
  [[nodiscard]] Range zoomed(double factor, double anchor) const;
  [[nodiscard]] Range panned(double share) const;
};

// Inside `whole`, moved rather than shortened, and not narrower than a hundred-thousandth of it;
// empty when nothing is left out (no zoom).
[[nodiscard]] std::optional<Range> withinWhole(const Range& wanted, const Scale& whole);

// Values beyond it, or closer to zero than 1 / kFarthest on a logarithmic axis, are of no use on an
// axis: spans and ratios of them overflow.
inline constexpr double kFarthest = 1e150;

// Whether an axis can have this range: ends that are finite, and a span that tells values apart. For
// a zoom of y, which has no whole to stay inside.
[[nodiscard]] bool isShowable(const Range& range, bool log);

// A range that a logarithmic axis can show: the positive part of `range`; down to
// `smallest_positive` (any value <= 0: unknown) but over six decades at most.
[[nodiscard]] Range logRange(const Range& range, double smallest_positive);

// Shares to pixels and back. y grows downwards.
struct Frame {
  Scale x;
  Scale y;
  double left = 0.0;
  double top = 0.0;
  double width = 1.0;
  double height = 1.0;

  [[nodiscard]] double toX(double value) const {
    return left + x.share(value) * width;
  }
  [[nodiscard]] double toY(double value) const {
    return top + (1.0 - y.share(value)) * height;
  }
  [[nodiscard]] double xAt(double pixel) const {
    return x.value((pixel - left) / width);
  }
  [[nodiscard]] double yAt(double pixel) const {
    return y.value(1.0 - (pixel - top) / height);
  }
  [[nodiscard]] double right() const {
    return left + width;
  }
  [[nodiscard]] double bottom() const {
    return top + height;
  }
};

}  // namespace w2s::ui::charts
