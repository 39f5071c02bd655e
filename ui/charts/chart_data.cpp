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
    const std::size_t n = std::min(curve.x.size(), curve.y.size());
    auto column = std::make_shared<Column>();
    column->x.assign(curve.x.begin(), curve.x.begin() + static_cast<std::ptrdiff_t>(n));
    column->y.assign(curve.y.begin(), curve.y.begin() + static_cast<std::ptrdiff_t>(n));
    curve.x = column->x;
    curve.y = column->y;
    curve.pyramid = nullptr;
    copy.owned.push_back(std::move(column));
  }
  return copy;
}

}  // namespace w2s::ui::charts
