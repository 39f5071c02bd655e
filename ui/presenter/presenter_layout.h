// Where the parts of the presenter view stand, from the size of the screen alone: title and state
// on top, charts at the left, the three numbers at the right, the gap bar below. No Qt.
#pragma once

#include <vector>

#include "ui/draw/scene.h"

namespace w2s::ui {

// Examples in the room of a chart: cells of one shape, each `scale` times a cell's own size, in as many rows as show
// most of it without their texts becoming small, and a line above them.
struct ExampleGrid {
  draw::Rect line;
  double scale = 1.0;
  std::vector<draw::Rect> cells;
};

struct PresenterLayout {
  double unit = 1.0;  // pixels of the design's 1440 x 900, text scale included
  // Of charts, in pixels: their smallest text is 2.5 % of the height where the width has room for it.
  double chart_font = 25.0;
  draw::Rect title;
  draw::Rect state;
  draw::Rect change;                 // below the title: the last live change
  std::vector<draw::Rect> charts;    // or one room for examples
  std::vector<draw::Rect> numbers;   // ceiling, student, weak floor
  std::vector<draw::Rect> controls;  // settings with their sliders, left of the charts
  draw::Rect gap_value;              // caption and number
  draw::Rect gap_bar;                // the bar itself; room for labels above and below is left
  ExampleGrid examples;              // in the room of the chart, where they are asked for
  draw::Rect notice;                 // what has to be decided or can be done, over the lower edge
};

// `scale`: of all texts and lines, 0.7 to 1.6; what is left goes to the charts (one or two).
[[nodiscard]] PresenterLayout layOutPresenter(double width, double height, double scale,
                                              std::size_t charts, std::size_t controls = 0);

[[nodiscard]] ExampleGrid layOutExamples(const draw::Rect& room, double line_height,
                                         double cell_width, double cell_height, std::size_t most);

}  // namespace w2s::ui
