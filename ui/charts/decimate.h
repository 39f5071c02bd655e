// Reduces a long curve to what a screen can show, without losing a peak.
//
// Per pixel column the lowest and the highest point are kept, in the order in which they occur, and
// the first and the last point of each unbroken piece: what is drawn covers the same pixels as the
// whole curve. A chart library that builds geometry for every point (Qt Charts does) is fed only
// this.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace w2s::ui::charts {

class Pyramid;

struct Point {
  double x = 0.0;
  double y = 0.0;
  friend bool operator==(const Point&, const Point&) = default;
};

using Polyline = std::vector<Point>;

struct Window {
  double x_low = 0.0;
  double x_high = 1.0;
  int columns = 400;  // >= 1
  friend bool operator==(const Window&, const Window&) = default;
};

// x ascending, as long as y. A value that is not finite, or whose x is not, breaks the curve: each piece
// is a polyline of its own. Points outside the window are left out, except one neighbour on either side,
// so that the line runs to the edges. At most 2 * columns + 4 points a piece; O(n), with the pyramid of
// y O(columns log n) and the same answer.
[[nodiscard]] std::vector<Polyline> decimate(std::span<const double> x, std::span<const float> y,
                                             const Window& window,
                                             const Pyramid* pyramid = nullptr);

// What was answered for each curve of a chart the last time: beside a run in progress the curves of
// other runs stay as they are.
class Decimations {
 public:
  // As decimate(), for the curve-th curve; valid until the next question about it.
  [[nodiscard]] const std::vector<Polyline>& of(std::size_t curve, std::span<const double> x,
                                                std::span<const float> y, const Window& window,
                                                const Pyramid* pyramid);

 private:
  struct Key {
    std::size_t version = 0;  // of the values, as their pyramid tells it
    std::size_t size = 0;
    const double* x = nullptr;
    double first_x = 0.0;
    double last_x = 0.0;
    Window window;
    friend bool operator==(const Key&, const Key&) = default;
  };
  struct Kept {
    std::optional<Key>
        key;  // none: nothing tells whether the curve is the one that was seen before
    std::vector<Polyline> pieces;
  };
  std::vector<Kept> kept_;
};

}  // namespace w2s::ui::charts
