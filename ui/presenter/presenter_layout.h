// Where the parts of the presenter view stand, from the size of the screen alone: title and state
// on top, charts at the left, the three numbers at the right, the gap bar below. No Qt.
#pragma once

#include <vector>

#include "ui/draw/scene.h"

namespace w2s::ui {

struct PresenterLayout {
  double unit = 1.0;  // pixels of the design's 1440 x 900, text scale included
  draw::Rect title;
  draw::Rect state;
  std::vector<draw::Rect> charts;
  std::vector<draw::Rect> numbers;  // ceiling, student, weak floor
  draw::Rect gap_value;             // caption and number
  draw::Rect gap_bar;               // the bar itself; room for labels above and below is left
  draw::Rect notice;                // what has to be decided, over the lower edge
};

// `scale`: of all texts and lines, 0.7 to 1.6; what is left goes to the charts (one or two).
[[nodiscard]] PresenterLayout layOutPresenter(double width, double height, double scale,
                                              std::size_t charts);

}  // namespace w2s::ui
