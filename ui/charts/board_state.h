// How a board of charts is arranged and seen: what is saved between sessions, and the arithmetic of
// its grid.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ui/charts/run_charts.h"

namespace w2s::ui::charts {

struct BoardState {
  std::vector<std::string> order;  // ids of all charts
  std::set<std::string> hidden;
  std::set<std::string> log_y;
  int columns = 0;  // 0 = by width
  ChartView::X x = ChartView::X::Step;
  double smoothing = 0.9;
  // Of several seeds (ChartView).
  metrics::Spread spread = metrics::Spread::TInterval;
  bool each_seed = true;
  bool linked = true;  // zoom and crosshair of one chart are those of all

  [[nodiscard]] std::vector<std::string> shown() const;
  // The chart moves to the place of another one of those shown.
  void move(std::string_view id, std::size_t place);
};

// JSON, one line.
[[nodiscard]] std::string toText(const BoardState& state);
// What can be read of it; the rest, and all of a damaged text, is as in `fallback`. Charts the text
// does not know come last, those that do not exist any more are dropped.
[[nodiscard]] BoardState fromText(std::string_view text, const BoardState& fallback);

// Columns for `count` charts in `width` of which each wants at least `chart_width`: one to three,
// as few gaps in the last row as possible.
[[nodiscard]] int columnsFor(std::size_t count, double width, double chart_width);

}  // namespace w2s::ui::charts
