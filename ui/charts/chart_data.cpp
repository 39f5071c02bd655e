#include "ui/charts/chart_data.h"

#include <algorithm>
#include <array>

namespace w2s::ui::charts {
namespace {

int lookIndex(int look) {
  return ((look % kLooks) + kLooks) % kLooks;
}

}  // namespace

Ink overlayInk(int look) {
  return static_cast<Ink>(static_cast<int>(Ink::Overlay1) + lookIndex(look) % kOverlayInks);
}

Shape overlayShape(int look) {
  // The circle is the run itself.
  constexpr std::array kShapes{Shape::Square, Shape::Diamond, Shape::TriangleUp,
                               Shape::TriangleDown, Shape::Cross};
  return kShapes[static_cast<std::size_t>(lookIndex(look)) % kShapes.size()];
}

int overlayDash(int look) {
  return lookIndex(look) / kOverlayInks;
}

std::vector<int> looksApart(std::span<const int> wanted) {
  std::array<bool, kLooks> taken{};
  const auto isTaken = [&taken](int look) { return taken[static_cast<std::size_t>(look)]; };
  const auto firstFree = [&](int from, int step, int tries) {
    int look = from;
    for (int i = 1; i < tries && isTaken(look); ++i) {
      look = (look + step) % kLooks;
    }
    return isTaken(look) ? from : look;
  };
  std::vector<int> given(wanted.size());
  for (const bool is_given : {true, false}) {
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      if ((wanted[i] >= 0) == is_given) {
        given[i] = is_given ? firstFree(lookIndex(wanted[i]), kOverlayInks, kDashes)
                            : firstFree(static_cast<int>(i) % kLooks, 1, kLooks);
        taken[static_cast<std::size_t>(given[i])] = true;
      }
    }
  }
  return given;
}

ChartData detached(const ChartData& data) {
  ChartData copy = data;
  copy.owned.clear();
  for (Curve& curve : copy.curves) {
    const std::size_t n = curve.size();
    const auto firstOf = [](auto values, std::size_t count) {
      return std::vector(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(count));
    };
    const std::size_t edges = curve.hasBand() ? n : 0;
    auto column = std::make_shared<const Column>(Column{.x = firstOf(curve.x, n),
                                                        .y = firstOf(curve.y, n),
                                                        .low = firstOf(curve.low, edges),
                                                        .high = firstOf(curve.high, edges)});
    curve.x = column->x;
    curve.y = column->y;
    curve.low = column->low;
    curve.high = column->high;
    curve.pyramid = nullptr;
    copy.owned.push_back(std::move(column));
  }
  return copy;
}

}  // namespace w2s::ui::charts
