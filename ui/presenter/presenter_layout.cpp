#include "ui/presenter/presenter_layout.h"

#include <algorithm>

namespace w2s::ui {

using draw::Rect;

namespace {

// Of the height. The numbers at the axes are 0.9 of it.
constexpr double kChartFont = 0.028;

}  // namespace

PresenterLayout layOutPresenter(double width, double height, double scale, std::size_t charts,
                                std::size_t controls) {
  PresenterLayout layout;
  const double unit = std::max(0.3, std::min(width / 1440.0, height / 900.0)) * scale;
  layout.unit = unit;
  layout.chart_font = std::max(25.0 * unit, scale * std::min(kChartFont * height, 0.024 * width));
  const double margin = 48.0 * unit;
  const double state = std::min(0.42 * width, 380.0 * unit);
  layout.state = {width - margin - state, 36.0 * unit, state, 38.0 * unit};
  layout.title = {margin, 30.0 * unit, layout.state.left - margin - 20.0 * unit, 50.0 * unit};

  layout.change = {margin, layout.title.bottom(), width - 2.0 * margin, 26.0 * unit};

  const double gap_top = height - 236.0 * unit;
  layout.gap_value = {margin, gap_top, 250.0 * unit, 150.0 * unit};
  layout.gap_bar = {margin + 284.0 * unit, gap_top + 64.0 * unit,
                    width - 2.0 * margin - 310.0 * unit, 16.0 * unit};

  const double numbers_width = 262.0 * unit;
  const double top = 112.0 * unit;
  const double room = gap_top - top - 22.0 * unit;
  const double numbers_left = width - margin - numbers_width;
  const double each = std::min(132.0 * unit, room / 3.0);
  for (int i = 0; i < 3; ++i) {
    layout.numbers.push_back({numbers_left, top + i * each, numbers_width, each});
  }
  double left = margin;
  if (controls > 0) {
    const double wide = 270.0 * unit;
    const double high = std::min(84.0 * unit, room / static_cast<double>(controls));
    for (std::size_t i = 0; i < controls; ++i) {
      layout.controls.push_back({margin, top + static_cast<double>(i) * high, wide, high});
    }
    left += wide + 36.0 * unit;
  }
  const Rect area{left, top, numbers_left - left - 40.0 * unit, room};
  // Two stand side by side on a wide screen, one above the other else.
  const bool beside = charts > 1 && area.width > 1.45 * area.height;
  const auto count = static_cast<double>(std::max<std::size_t>(charts, 1));
  const double gap = 26.0 * unit;
  for (std::size_t i = 0; i < charts; ++i) {
    const auto k = static_cast<double>(i);
    const double w = beside ? (area.width - gap * (count - 1.0)) / count : area.width;
    const double h = beside ? area.height : (area.height - gap * (count - 1.0)) / count;
    layout.charts.push_back({area.left + (beside ? k * (w + gap) : 0.0),
                             area.top + (beside ? 0.0 : k * (h + gap)), w, h});
  }
  layout.notice = {margin, height - 78.0 * unit, width - 2.0 * margin, 56.0 * unit};
  return layout;
}

ExampleGrid layOutExamples(const Rect& room, double line_height, double cell_width,
                           double cell_height, std::size_t most) {
  constexpr int kRows = 2;
  ExampleGrid grid;
  grid.line = {room.left, room.top, room.width, line_height};
  const double top = room.top + 1.3 * line_height;
  grid.scale = std::min((room.bottom() - top) / (kRows * cell_height), room.width / cell_width);
  const double width = grid.scale * cell_width;
  const double height = grid.scale * cell_height;
  const auto columns = static_cast<std::size_t>(std::max(1.0, room.width / width + 1e-9));
  for (std::size_t i = 0; i < std::min(most, kRows * columns); ++i) {
    grid.cells.push_back({room.left + static_cast<double>(i % columns) * width,
                          top + static_cast<double>(i / columns) * height, width, height});
  }
  return grid;
}

}  // namespace w2s::ui
