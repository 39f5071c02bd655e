#include "ui/charts/chart_data.h"

#include <algorithm>

namespace w2s::ui::charts {
namespace {

int colorIndex(int color) {
  return ((color % kOverlayInks) + kOverlayInks) % kOverlayInks;
}

}  // namespace

Ink overlayInk(int color) {
  return static_cast<Ink>(static_cast<int>(Ink::Overlay1) + colorIndex(color));
}

Shape overlayShape(int color) {
  // The circle is the run itself.
  constexpr Shape kShapes[] = {Shape::Square,       Shape::Diamond, Shape::TriangleUp,
                               Shape::TriangleDown, Shape::Cross,   Shape::Square};
  return kShapes[colorIndex(color)];
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
