// Lays charts out as a figure: panels in a grid, each as ui/draw/panel.h lays out one chart,
// decimated for the printed size.
#pragma once

#include <span>

#include "ui/draw/panel.h"
#include "ui/figures/figure_options.h"

namespace w2s::ui::figures {

[[nodiscard]] Scene layOutFigure(std::span<const charts::ChartData> charts,
                                 const FigureOptions& options, const Palette& palette,
                                 const TextWidth& text_width);

}  // namespace w2s::ui::figures
