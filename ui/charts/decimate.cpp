#include "ui/charts/decimate.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "ui/charts/pyramid.h"

namespace w2s::ui::charts {
namespace {

// Fewer values in a pixel column are searched one by one.
constexpr std::size_t kFew = 24;

// Collects the points of one unbroken piece; holds back the extremes of the current column until it
// is over.
class Piece {
 public:
  explicit Piece(const Window& window)
      : window_(window), scale_(window.columns / (window.x_high - window.x_low)) {}

  void add(Point point) {
    const double column = columnOf(point.x);
    if (!open_ || column != column_) {
      flush();
      open_ = true;
      column_ = column;
      low_ = high_ = {point, order_};
    } else if (point.y < low_.point.y) {
      low_ = {point, order_};
    } else if (point.y > high_.point.y) {
      high_ = {point, order_};
    }
    if (order_ == 0) {
      line_.push_back(point);
    }
    last_ = point;
    ++order_;
  }

  [[nodiscard]] double columnOf(double x) const {
    return std::floor((x - window_.x_low) * scale_);
  }

  [[nodiscard]] Polyline finish() {
    flush();
    if (order_ > 0 && line_.back() != last_) {
      line_.push_back(last_);
    }
    open_ = false;
    order_ = 0;
    return std::exchange(line_, {});
  }

 private:
  struct Extreme {
    Point point;
    std::size_t order = 0;
  };

  void flush() {
    if (!open_) {
      return;
    }
    const auto [first, second] =
        low_.order <= high_.order ? std::pair(low_, high_) : std::pair(high_, low_);
    append(first);
    if (second.order != first.order) {
      append(second);
    }
  }

  // The piece's first point is already there.
  void append(const Extreme& extreme) {
    if (extreme.order != 0) {
      line_.push_back(extreme.point);
    }
  }

  Window window_;
  double scale_;
  Polyline line_;
  bool open_ = false;
  double column_ = 0.0;
  Extreme low_;
  Extreme high_;
  Point last_;
  std::size_t order_ = 0;
};

}  // namespace

std::vector<Polyline> decimate(std::span<const double> x, std::span<const float> y,
                               const Window& window, const Pyramid* pyramid) {
  const std::size_t n = std::min(x.size(), y.size());
  if (n == 0 || !(window.x_high > window.x_low) || window.columns < 1) {
    return {};
  }
  const auto begin = x.begin();
  const auto end = begin + static_cast<std::ptrdiff_t>(n);
  auto first = static_cast<std::size_t>(std::lower_bound(begin, end, window.x_low) - begin);
  auto last = static_cast<std::size_t>(std::upper_bound(begin, end, window.x_high) - begin);
  first -= first > 0 ? 1 : 0;
  last += last < n ? 1 : 0;

  std::vector<Polyline> pieces;
  Piece piece(window);
  const auto close = [&] {
    if (Polyline line = piece.finish(); !line.empty()) {
      pieces.push_back(std::move(line));
    }
  };
  const auto add = [&](std::size_t i) {
    if (std::isfinite(x[i]) && std::isfinite(y[i])) {
      piece.add({x[i], static_cast<double>(y[i])});
    } else {
      close();
    }
  };
  if (pyramid == nullptr || pyramid->size() != n) {
    for (std::size_t i = first; i < last; ++i) {
      add(i);
    }
    close();
    return pieces;
  }
  // Of each pixel column only the values that can matter: first, lowest, highest, last.
  for (std::size_t i = first; i < last;) {
    const double column = piece.columnOf(x[i]);
    const auto is_left = [&](double value) { return piece.columnOf(value) <= column; };
    // Galloping: the column's end is near its beginning where there are many columns.
    std::size_t reach = kFew;
    while (i + reach < last && is_left(x[i + reach])) {
      reach *= 2;
    }
    const auto from = begin + static_cast<std::ptrdiff_t>(i + (reach > kFew ? reach / 2 : 0));
    const auto to = begin + static_cast<std::ptrdiff_t>(std::min(last, i + reach));
    const auto column_end =
        static_cast<std::size_t>(std::partition_point(from, to, is_left) - begin);
    const std::size_t after = std::max(column_end, i + 1);  // an x that is no number has no column
    const Pyramid::Extremes found =
        after - i > kFew ? pyramid->over(y, i, after) : Pyramid::Extremes{};
    if (found.finite) {
      add(i);
      const auto [low, high] = std::minmax(found.low, found.high);
      if (low > i) {
        add(low);
      }
      if (high > low && high > i) {
        add(high);
      }
      if (after - 1 > high) {
        add(after - 1);
      }
    } else {
      for (std::size_t k = i; k < after; ++k) {
        add(k);
      }
    }
    i = after;
  }
  close();
  return pieces;
}

const std::vector<Polyline>& Decimations::of(std::size_t curve, std::span<const double> x,
                                             std::span<const float> y, const Window& window,
                                             const Pyramid* pyramid) {
  if (curve >= kept_.size()) {
    kept_.resize(curve + 1);
  }
  std::optional<Key> key;
  if (pyramid != nullptr && !x.empty()) {
    key = Key{.version = pyramid->version(),
              .size = x.size(),
              .x = x.data(),
              .first_x = x.front(),
              .last_x = x.back(),
              .window = window};
  }
  Kept& kept = kept_[curve];
  if (!key || key != kept.key) {
    kept = {.key = key, .pieces = decimate(x, y, window, pyramid)};
  }
  return kept.pieces;
}

}  // namespace w2s::ui::charts
