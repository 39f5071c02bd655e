// A drawing as a list of plain shapes. ui/draw/panel.h makes them; QPainter, SVG and pgfplots write
// them. No Qt here, so that geometry is tested as arithmetic and each format draws the same shapes.
//
// Unit: in figures a point (1/72 inch), in the window and the presenter a pixel; x to the right, y
// downwards, origin at the upper left corner.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "ui/charts/decimate.h"
#include "ui/charts/scale.h"

namespace w2s::ui::draw {

inline constexpr double kPointsPerMm = 72.0 / 25.4;

struct Color {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;
  double opacity = 1.0;
  friend bool operator==(const Color&, const Color&) = default;
};

struct Rect {
  double left = 0.0;
  double top = 0.0;
  double width = 0.0;
  double height = 0.0;
  [[nodiscard]] double right() const {
    return left + width;
  }
  [[nodiscard]] double bottom() const {
    return top + height;
  }
  friend bool operator==(const Rect&, const Rect&) = default;
};

// What a shape is for: a class name in SVG, so that a style sheet or a script can find it.
enum class Role {
  Ground,
  Grid,
  Axis,
  Tick,
  AxisTitle,
  Series,
  Ghost,
  Reference,
  Marker,
  Bar,
  Tile,
  ErrorBar,
  Band,
  EndDot,
  Label,
  Legend,
  MarkLegend,  // of bands and marks, under the axis
  Title,
  Message
};

// One or more polylines that are one thing (a curve with gaps).
struct PathShape {
  Role role = Role::Series;
  std::string name;  // of a series, for people: becomes id and title
  std::vector<charts::Polyline> pieces;
  Color color;
  double width = 1.0;
  std::vector<double> dashes;  // lengths on, off, ...; empty: solid
  friend bool operator==(const PathShape&, const PathShape&) = default;
};

struct BoxShape {
  Role role = Role::Ground;
  Rect rect;
  Color fill;
  friend bool operator==(const BoxShape&, const BoxShape&) = default;
};

struct PolygonShape {
  Role role = Role::Marker;
  charts::Polyline corners;
  Color fill;
  std::string text;      // what it marks; a tooltip where the format has them
  double outline = 0.0;  // > 0: hollow, with a line of that width
  friend bool operator==(const PolygonShape&, const PolygonShape&) = default;
};

enum class Anchor { Start, Middle, End };

struct TextShape {
  Role role = Role::Label;
  charts::Point at;  // on the base line
  std::string text;  // UTF-8
  double size = 8.0;
  bool bold = false;
  Anchor anchor = Anchor::Start;
  bool upright = false;  // rotated by 90 degrees, reading upwards
  Color color;
  friend bool operator==(const TextShape&, const TextShape&) = default;
};

using SceneShape = std::variant<PathShape, BoxShape, PolygonShape, TextShape>;

// What a plot's axes say, for writers that draw axes of their own.
struct PanelAxis {
  charts::Scale scale;
  std::vector<double> ticks;
  int decimals = 0;  // of the ticks; charts::kThreeDigits: three significant ones
  std::string title;
  std::vector<std::string> names = {};  // of the ticks; empty: their numbers
};

// Where a panel's legend stands, for writers that make one of their own.
struct LegendEntry {
  std::string text;
  Color color;  // of its line
  double width = 1.0;
  std::vector<double> dashes;
  std::optional<Color> band = {};  // around the line
};
struct PanelLegend {
  charts::Point at;                       // upper left corner
  std::size_t columns = 1;                // entries beside each other
  bool inside = false;                    // over the plot
  std::vector<LegendEntry> entries = {};  // row by row
};

struct Panel {
  std::string id;     // of its chart: "accuracy"
  std::string title;  // what it shows, for people
  Rect plot;          // no point of a path lies outside
  PanelAxis x;
  PanelAxis y;
  std::vector<SceneShape> shapes;
  std::size_t behind = 0;  // so many of them lie behind the curves, the rest over them
  std::optional<PanelLegend> legend = {};
  // Of the label that says how many curves have no label at their end; empty: each has its own.
  std::optional<Rect> left_out = {};
};

struct Scene {
  double width = 0.0;
  double height = 0.0;
  std::optional<Color> background;  // empty: transparent
  std::string font = {};            // family; empty: that of all figures
  std::vector<Panel> panels;
};

}  // namespace w2s::ui::draw
