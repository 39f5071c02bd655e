#include "ui/draw/shape_outline.h"

#include <cmath>
#include <numbers>

namespace w2s::ui::draw {
namespace {

using charts::Marker;
using charts::Point;
using charts::Polyline;
using charts::Shape;

// Corners on circles of these radii in turn, the first one `turn` of a circle from the top.
Polyline corners(Point center, int count, double turn, double radius, double second_radius) {
  Polyline outline;
  for (int i = 0; i < count; ++i) {
    const double angle = 2.0 * std::numbers::pi * (turn + static_cast<double>(i) / count);
    const double r = i % 2 == 0 ? radius : second_radius;
    outline.push_back({center.x + r * std::sin(angle), center.y - r * std::cos(angle)});
  }
  return outline;
}

Polyline regular(Point center, int count, double turn, double radius) {
  return corners(center, count, turn, radius, radius);
}

// An upright X with arms a third of its size wide.
Polyline cross(Point center, double radius) {
  const double arm = 0.28 * radius;
  const double tip = radius;
  const double in = arm * std::numbers::sqrt2;
  return {{center.x - tip, center.y - tip + arm},
          {center.x - tip + arm, center.y - tip},
          {center.x, center.y - in},
          {center.x + tip - arm, center.y - tip},
          {center.x + tip, center.y - tip + arm},
          {center.x + in, center.y},
          {center.x + tip, center.y + tip - arm},
          {center.x + tip - arm, center.y + tip},
          {center.x, center.y + in},
          {center.x - tip + arm, center.y + tip},
          {center.x - tip, center.y + tip - arm},
          {center.x - in, center.y}};
}

}  // namespace

Polyline outlineOf(Shape shape, Point center, double radius) {
  switch (shape) {
    case Shape::Circle:
      return regular(center, 24, 0.0, radius);
    case Shape::Square:
      return regular(center, 4, 0.125, 1.25 * radius);
    case Shape::Diamond:
      return regular(center, 4, 0.0, 1.35 * radius);
    case Shape::TriangleUp:
      return regular(center, 3, 0.0, 1.35 * radius);
    case Shape::TriangleDown:
      return regular(center, 3, 0.5, 1.35 * radius);
    case Shape::Cross:
      return cross(center, 1.1 * radius);
  }
  return {};
}

Polyline outlineOf(Marker::Kind kind, Point center, double radius) {
  switch (kind) {
    case Marker::Kind::Intervention:
      return outlineOf(Shape::TriangleDown, center, radius);
    case Marker::Kind::Divergence:
      return outlineOf(Shape::Cross, center, radius);
    case Marker::Kind::BestAgreement:
      return outlineOf(Shape::Diamond, center, radius);
    case Marker::Kind::Oracle:
      return corners(center, 10, 0.0, 1.5 * radius, 0.62 * radius);
    case Marker::Kind::Initial:
      return outlineOf(Shape::Circle, center, 1.1 * radius);
  }
  return {};
}

}  // namespace w2s::ui::draw
