// What a chart shows, as plain values: the seam between the runs and whatever draws them (window,
// presenter, exported figures). No Qt here, so decimation, ranges and labels are tested as
// arithmetic, and another drawing library would replace the plot_* files alone.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace w2s::ui::charts {

class Pyramid;

// Whose colour; the theme says which. Weak, Student, Ceiling and Trouble mean the same everywhere.
// Overlay1 and its successors are other runs, in the order of a table of inks.
enum class Ink {
  Weak,
  Student,
  Ceiling,
  Trouble,
  Total,
  Kd,
  Confidence,
  GroundTruth,
  Entropy,
  LearningRate,
  Overlay1,
  Overlay2,
  Overlay3,
  Overlay4,
  Overlay5,
  Overlay6,
  Overlay7,
  Overlay8,
  Overlay9,
  Overlay10,
  Overlay11,
  Overlay12,
};
inline constexpr int kOverlayInks = 12;
// Kinds of dashes of other runs; the first is solid.
inline constexpr int kDashes = 6;
// A look of another run: an ink with a kind of dashes, from 0. Looks with one ink differ by kOverlayInks.
inline constexpr int kLooks = kOverlayInks * kDashes;

// The second cue of a curve, at its end.
enum class Shape { Circle, Square, Diamond, TriangleUp, TriangleDown, Cross };

// `look` counts from 0 and starts over after kLooks; its ink starts over after kOverlayInks.
[[nodiscard]] Ink overlayInk(int look);
[[nodiscard]] Shape overlayShape(int look);
[[nodiscard]] int overlayDash(int look);
// Each keeps the look that it wants; where one before it has the same, its ink stays and its dashes
// change, as long as there are any. -1: any that nobody wants.
[[nodiscard]] std::vector<int> looksApart(std::span<const int> wanted);
[[nodiscard]] constexpr bool isOverlay(Ink ink) {
  return ink >= Ink::Overlay1;
}

// Values of a curve that were computed for the chart, not borrowed from a series.
struct Column {
  std::vector<double> x;
  std::vector<float> y;
  std::vector<float> low = {};  // of a band; empty: none
  std::vector<float> high = {};
};

inline constexpr int kThreeDigits = -1;  // as `decimals`: three significant digits, for rates

struct Curve {
  enum class Style {
    Line,
    Overlay,  // another run: thinner, end label in its own ink
    Pinned,   // another run kept as a ghost: thinner and paler
    Ghost,    // thin and pale, without end label: raw values behind a smoothed curve
    Points,   // a line through marked points: few values
    Marks,    // hollow marks without a line, without end label: values of few rows
    Guide,    // two points, dashed, without end label: a diagonal
  };

  std::string label;  // drawn at the curve's end with its last value; empty: no end label
  std::string name;   // full name, for tables and files; `label` where empty
  Ink ink = Ink::Student;
  Style style = Style::Line;
  Shape shape = Shape::Circle;     // at the end
  int dash = 0;                    // overlayDash()
  std::span<const double> x = {};  // ascending; as long as y
  std::span<const float> y = {};   // NaN or infinite: the line breaks there
  // A band around y, in y's unit and as long as y. Empty: none. NaN or infinite in either: none there.
  std::span<const float> low = {};
  std::span<const float> high = {};
  // What the band is and of how many runs: "mean, 95 % t-interval, n = 5"; for legends, tables, files.
  std::string band = {};
  bool error_bars = false;  // the band is drawn as a bar at each point
  // Drawn at y * scale (> 0), for a quantity that shares an axis with others of another size;
  // labels, crosshair and tables show y.
  double scale = 1.0;
  std::optional<int> decimals = {};  // of y; the chart's where empty
  // Speeds drawing up; of exactly these y. Null: they are searched one by one.
  const Pyramid* pyramid = nullptr;

  [[nodiscard]] const std::string& fullName() const {
    return name.empty() ? label : name;
  }
  // Points with an x and a y.
  [[nodiscard]] std::size_t size() const {
    return std::min(x.size(), y.size());
  }
  // Edges that are not as long as y are no band.
  [[nodiscard]] bool hasBand() const {
    return !low.empty() && low.size() == y.size() && high.size() == y.size();
  }
};

// A column of a histogram: from y = 0 to y.
struct Bar {
  double x_low = 0.0;
  double x_high = 0.0;
  double y = 0.0;
};
struct Bars {
  std::string label;
  Ink ink = Ink::Student;
  std::vector<Bar> bars;
};

// A place on an axis that has a name instead of a number: a value of a setting.
struct Place {
  double at = 0.0;
  std::string text;
  std::string note = {};  // under it
};

// A rectangle with a colour and words: a cell of a heat map.
struct Tile {
  double x_low = 0.0;
  double x_high = 1.0;
  double y_low = 0.0;
  double y_high = 1.0;
  double value = std::numeric_limits<double>::quiet_NaN();
  double share =
      std::numeric_limits<double>::quiet_NaN();  // of the colours, 0 to 1; NaN: no value yet
  std::string text;                              // "0.61"
  std::string note;                              // under it: an interval, how far it is
  std::string name;                              // what it is of, for files and who does not see it
  bool hatched = false;                          // its interval covers zero
  bool marked = false;                           // has a frame: the highest
};

// A horizontal dashed line.
struct ReferenceLine {
  std::string label;
  Ink ink = Ink::Weak;
  double y = 0.0;
  bool show_value = true;  // "weak 0.668" rather than "weak"
};

// Something that happened at a step; `text` says what. Without a `y` it is a shape on the upper
// edge and a vertical line, with one a shape on a curve.
struct Marker {
  enum class Kind {
    Intervention,   // triangle
    Divergence,     // cross
    BestAgreement,  // diamond: the honest early stop
    Oracle,         // star: the early stop that reads ground truth
    Initial,        // ring: the student before its first step
  };
  double x = 0.0;
  std::string text;
  Kind kind = Kind::Intervention;
  std::optional<double> y = {};
};

struct Range {
  double low = 0.0;
  double high = 1.0;
  friend bool operator==(const Range&, const Range&) = default;
  [[nodiscard]] double span() const {
    return high - low;
  }
};

struct ChartData {
  std::string id;  // stable: object and file names
  std::string title;
  std::string subtitle;  // what the values are: unit, rows, smoothing
  std::string help;      // what the curves mean, in sentences for who meets them for the first time
  std::string x_title;
  std::string y_title;
  int value_decimals = 3;  // of end labels

  // True: x is the run's course (steps, epochs or seconds), shared by such charts. False: the chart
  // has an axis of its own (confidence).
  bool over_course = true;
  double x_low = 0.0;
  double x_high = 1.0;  // at least the last value
  // The y range covers curves, bands, bars and references, at least `y_include`, and never leaves
  // `y_bound`; with `y_window` it is exactly that (a zoomed chart). Logarithmic: values <= 0 are
  // not drawn.
  std::vector<double> y_include;
  double y_bound_low = -std::numeric_limits<double>::infinity();
  double y_bound_high = std::numeric_limits<double>::infinity();
  std::optional<Range> y_window;
  bool log_y = false;
  bool overflow_arrows = false;  // curves that leave y_bound are marked with arrows on the edge

  // Not empty: the axis has these names and no numbers. For y with `y_window`.
  std::vector<Place> x_places;
  std::vector<Place> y_places;

  std::vector<Bars> bars;  // behind the curves
  std::vector<Tile> tiles;
  std::vector<Curve> curves;
  std::vector<ReferenceLine> references;
  std::vector<Marker> markers;
  // Not empty: the curves mean nothing at present, and this sentence says why. They are drawn pale.
  std::string undefined_reason;
  // Shown in the middle of a chart without any value.
  std::string empty_text;
  // What a person who does not see the chart should hear first: "Student accuracy 0.81 at step 400,
  // 57 % of the gap, rising". Empty: the end labels are read out.
  std::string spoken;

  std::vector<std::shared_ptr<const Column>> owned;  // keeps computed curves alive

  // Adds a curve over values that this chart owns.
  Curve& addOwned(Curve curve, Column column) {
    auto kept = std::make_shared<const Column>(std::move(column));
    curve.x = kept->x;
    curve.y = kept->y;
    curve.low = kept->low;
    curve.high = kept->high;
    owned.push_back(std::move(kept));
    curves.push_back(std::move(curve));
    return curves.back();
  }
};

// A copy that borrows nothing: for a figure or a table that outlives the next refresh.
[[nodiscard]] ChartData detached(const ChartData& data);

}  // namespace w2s::ui::charts
