// The text below a figure, made from what it shows: charts, data, models, settings, seeds, and what
// a band or an interval is. In the figure's language; one paragraph.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/study/comparison.h"
#include "core/study/study.h"
#include "core/study/study_state.h"
#include "ui/figures/figure.h"

namespace w2s::ui::figures {

// Of runs: at least one.
[[nodiscard]] std::string paperCaption(const FigureRequest& request,
                                       std::span<const FigureRun> runs);

// Of a study.
[[nodiscard]] std::string paperCaption(const FigureRequest& request, const study::Study& study,
                                       const std::vector<study::CellState>& state);

// Of a comparison.
[[nodiscard]] std::string paperCaption(const FigureRequest& request,
                                       const study::Comparison& comparison);

}  // namespace w2s::ui::figures
