// The shapes that tell curves and marks apart without colour, as polygons.
#pragma once

#include "ui/charts/chart_data.h"
#include "ui/draw/scene.h"

namespace w2s::ui::draw {

// About as large to the eye as a circle of that radius. A circle has 24 corners.
[[nodiscard]] charts::Polyline outlineOf(charts::Shape shape, charts::Point center, double radius);
[[nodiscard]] charts::Polyline outlineOf(charts::Marker::Kind kind, charts::Point center,
                                         double radius);

}  // namespace w2s::ui::draw
