// Figures and tables of a study: the same requests, formats and writers as those of runs.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/study/study.h"
#include "core/study/study_state.h"
#include "ui/figures/figure.h"

namespace w2s::ui::figures {

// study-map, study-line, study-runs.
[[nodiscard]] std::vector<ChartName> studyChartNames();

// The charts of a report where nobody has chosen any: without the map where one setting differs alone.
[[nodiscard]] std::vector<std::string> studyReportCharts(const study::Study& study);

// `request.study` says what of the study is drawn; settings that it leaves out are the study's first
// ones. The table has a row a cell where it is printed; as CSV wide a row a run, tidy a row a value:
// run, experiment, seed, the settings that differ, stage, measure, value. Errors: a setting that does
// not differ among the cells (says which do).
[[nodiscard]] Result<Figure> makeStudyFigure(const FigureRequest& request,
                                             const study::Study& study,
                                             const std::vector<study::CellState>& state);

}  // namespace w2s::ui::figures
