// What the bands and marks of a chart mean, in a row under it: an entry for each kind that it has.
// Where the room is short the marks' names are, and then they take several rows.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/charts/chart_data.h"

namespace w2s::ui::charts {

struct MarkEntry {
  Marker::Kind kind = Marker::Kind::Intervention;
  std::string text;
  double left = 0.0;  // of its symbol, from the row's left end
  // Instead of a mark: a band, and the curve that it is of; a null curve: of several.
  std::optional<const Curve*> band = {};
};
using MarkRows = std::vector<std::vector<MarkEntry>>;

// Of a legend's letters, in the unit of `room`.
struct MarkSpace {
  double room = 0.0;    // of a row
  double symbol = 0.0;  // from an entry's left end to its text
  double gap = 0.0;     // between entries
  std::function<double(std::string_view)> width_of;
};

// Of the bands and marks that are drawn in these ranges; a mark without a y stands on the upper edge,
// whatever the values. An entry that is wider than the room has a row of its own.
[[nodiscard]] MarkRows markRowsOf(const ChartData& data, const Range& seen_x, const Range& seen_y,
                                  const MarkSpace& space);

}  // namespace w2s::ui::charts
