// What a chart shows, as plain values: the seam between the runs and whatever draws them. No Qt
// here, so decimation, ranges and labels are tested as arithmetic, and another drawing library
// would replace one file (plot_widget).
#pragma once

#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace w2s::ui::charts {

// Whose colour; the theme says which. Weak, Student, Ceiling and Trouble mean the same everywhere.
enum class Ink { Weak, Student, Ceiling, Trouble, Total, Kd, Confidence, GroundTruth, Entropy };

// Values of a curve that were computed for the chart, not borrowed from a series.
struct Column {
  std::vector<double> x;
  std::vector<float> y;
};

struct Curve {
  enum class Style {
    Line,
    Ghost,  // thin and pale, without end label: raw values behind a smoothed curve
  };

  std::string label;  // drawn at the curve's end, with its last value
  Ink ink = Ink::Student;
  Style style = Style::Line;
  std::span<const double> x = {};  // ascending; as long as y
  std::span<const float> y = {};   // NaN or infinite: the line breaks there
};

// A horizontal dashed line.
struct ReferenceLine {
  std::string label;
  Ink ink = Ink::Weak;
  double y = 0.0;
  bool show_value = true;  // "weak 0.668" rather than "weak"
};

// Something that happened at a step: a triangle on the upper edge and a vertical line; `text` says
// what.
struct Marker {
  enum class Kind { Intervention, Divergence };
  double x = 0.0;
  std::string text;
  Kind kind = Kind::Intervention;
};

struct ChartData {
  std::string id;  // stable: object and file names
  std::string title;
  std::string subtitle;  // what the values are: unit, rows, smoothing
  std::string x_title;
  std::string y_title;
  int value_decimals = 3;  // of end labels

  double x_high = 1.0;  // x runs from 0 to here; at least the last value
  // The y range covers curves and references, at least `y_include`, and never leaves `y_bound`.
  std::vector<double> y_include;
  double y_bound_low = -std::numeric_limits<double>::infinity();
  double y_bound_high = std::numeric_limits<double>::infinity();

  std::vector<Curve> curves;
  std::vector<ReferenceLine> references;
  std::vector<Marker> markers;
  // Not empty: the curves mean nothing at present, and this sentence says why. They are drawn pale.
  std::string undefined_reason;
  // Shown in the middle of a chart without any value.
  std::string empty_text;

  std::vector<std::shared_ptr<const Column>> owned;  // keeps computed curves alive

  // Adds a curve over values that this chart owns.
  Curve& addOwned(Curve curve, Column column) {
    auto kept = std::make_shared<const Column>(std::move(column));
    curve.x = kept->x;
    curve.y = kept->y;
    owned.push_back(std::move(kept));
    curves.push_back(std::move(curve));
    return curves.back();
  }
};

}  // namespace w2s::ui::charts
