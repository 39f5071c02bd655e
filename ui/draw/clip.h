// Cuts polylines and areas off at a rectangle, with interpolated ends: no coordinate of a figure lies outside
// its plot, so no viewer, and no clip path it does not know, can draw a line over the axes.
#pragma once

#include <vector>

#include "ui/charts/decimate.h"
#include "ui/draw/scene.h"

namespace w2s::ui::draw {

// The parts of `line` inside `rect`, edges included (Liang & Barsky, a segment at a time). A line
// of one point is kept when it lies inside. Coordinates must be finite.
[[nodiscard]] std::vector<charts::Polyline> clipped(const charts::Polyline& line, const Rect& rect);

// The part of a filled outline inside `rect` (Sutherland & Hodgman). Parts that the rectangle divides
// stay one outline, joined along its edge. Empty: nothing lies inside. Coordinates must be finite.
[[nodiscard]] charts::Polyline clippedArea(charts::Polyline corners, const Rect& rect);

}  // namespace w2s::ui::draw
