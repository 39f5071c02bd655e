#include "ui/draw/clip.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace w2s::ui::draw {
namespace {

using charts::Point;
using charts::Polyline;

// The part of the segment's parameter range [0, 1] inside the rectangle.
std::optional<std::pair<double, double>> insideRange(Point from, Point to, const Rect& rect) {
  double enter = 0.0;
  double leave = 1.0;
  const double dx = to.x - from.x;
  const double dy = to.y - from.y;
  const double direction[] = {-dx, dx, -dy, dy};
  const double distance[] = {from.x - rect.left, rect.right() - from.x, from.y - rect.top,
                             rect.bottom() - from.y};
  for (int edge = 0; edge < 4; ++edge) {
    if (direction[edge] == 0.0) {
      if (distance[edge] < 0.0) {
        return std::nullopt;
      }
    } else if (direction[edge] < 0.0) {
      enter = std::max(enter, distance[edge] / direction[edge]);
    } else {
      leave = std::min(leave, distance[edge] / direction[edge]);
    }
  }
  if (enter > leave) {
    return std::nullopt;
  }
  return std::pair(enter, leave);
}

Point at(Point from, Point to, double t, const Rect& rect) {
  if (t == 0.0) {
    return from;
  }
  if (t == 1.0) {
    return to;
  }
  // Clamped: rounding must not carry a point over the edge.
  return {std::clamp(from.x + t * (to.x - from.x), rect.left, rect.right()),
          std::clamp(from.y + t * (to.y - from.y), rect.top, rect.bottom())};
}

}  // namespace

std::vector<Polyline> clipped(const Polyline& line, const Rect& rect) {
  std::vector<Polyline> pieces;
  if (line.size() == 1) {
    if (insideRange(line.front(), line.front(), rect)) {
      pieces.push_back(line);
    }
    return pieces;
  }
  Polyline piece;
  const auto close = [&] {
    if (!piece.empty()) {
      pieces.push_back(std::exchange(piece, {}));
    }
  };
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    const auto range = insideRange(line[i], line[i + 1], rect);
    if (!range) {
      close();
      continue;
    }
    if (range->first > 0.0) {
      close();
    }
    if (piece.empty()) {
      piece.push_back(at(line[i], line[i + 1], range->first, rect));
    }
    const Point end = at(line[i], line[i + 1], range->second, rect);
    if (end != piece.back()) {
      piece.push_back(end);
    }
    if (range->second < 1.0) {
      close();
    }
  }
  close();
  return pieces;
}

Polyline clippedArea(Polyline corners, const Rect& rect) {
  // A corner on an edge is inside, whatever its last bit says.
  constexpr double kSlack = 1e-9;
  // Signed distances from the four edges, positive inside.
  using Distance = double (*)(Point, const Rect&);
  constexpr Distance kDistances[] = {
      [](Point p, const Rect& r) { return p.x - r.left; },
      [](Point p, const Rect& r) { return r.right() - p.x; },
      [](Point p, const Rect& r) { return p.y - r.top; },
      [](Point p, const Rect& r) { return r.bottom() - p.y; },
  };
  for (const Distance distance : kDistances) {
    Polyline kept;
    kept.reserve(corners.size() + 2);
    for (std::size_t i = 0; i < corners.size(); ++i) {
      const Point from = corners[i > 0 ? i - 1 : corners.size() - 1];
      const Point to = corners[i];
      const double before = distance(from, rect);
      const double after = distance(to, rect);
      if ((before < -kSlack) != (after < -kSlack)) {
        const double t = std::clamp(before / (before - after), 0.0, 1.0);
        kept.push_back({from.x + t * (to.x - from.x), from.y + t * (to.y - from.y)});
      }
      if (after >= -kSlack) {
        kept.push_back(to);
      }
    }
    corners = std::move(kept);
  }
  // Rounding must not carry a corner over the edge.
  for (Point& corner : corners) {
    corner = {std::clamp(corner.x, rect.left, rect.right()),
              std::clamp(corner.y, rect.top, rect.bottom())};
  }
  return corners.size() < 3 ? Polyline() : corners;
}

}  // namespace w2s::ui::draw
