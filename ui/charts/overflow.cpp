#include "ui/charts/overflow.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace w2s::ui::charts {
namespace {

// A curve that touches the edge has not left.
constexpr double kSlack = 1e-6;

}  // namespace

std::vector<Overflow> overflowsOf(const Curve& curve, const Frame& frame, double apart) {
  std::vector<Overflow> found;
  const std::size_t n = std::min(curve.x.size(), curve.y.size());
  int side = 0;  // of the stretch in progress
  double begin = 0.0;
  double last = 0.0;
  const auto close = [&] {
    if (side == 0) {
      return;
    }
    const double middle = (begin + last) / 2.0;
    const bool touches = !found.empty() && found.back().above == (side > 0) &&
                         frame.toX(middle) - frame.toX(found.back().x) < apart;
    if (!touches) {
      found.push_back({middle, side > 0});
    }
    side = 0;
  };
  for (std::size_t i = 0; i < n; ++i) {
    if (curve.x[i] < frame.x.range.low || curve.x[i] > frame.x.range.high) {
      continue;
    }
    const double share = frame.y.share(curve.y[i] * curve.scale);
    const int now = std::isnan(share) ? 0 : share > 1.0 + kSlack ? 1 : share < -kSlack ? -1 : 0;
    if (now != side) {
      close();
      side = now;
      begin = curve.x[i];
    }
    last = curve.x[i];
  }
  close();
  return found;
}

}  // namespace w2s::ui::charts
