// Figures and tables of a comparison: the same requests, formats and writers as those of runs.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/study/comparison.h"
#include "ui/figures/figure.h"
#include "ui/figures/shown_comparison.h"

namespace w2s::ui::figures {

// compare-course, compare-course-pgr, compare-accuracy, compare-pgr, compare-agreement.
[[nodiscard]] std::vector<ChartName> compareChartNames();

// "A - B: 1.20 (0.40 to 2.00) points of accuracy, p = ...", or why they are not paired.
[[nodiscard]] std::string differenceWords(const study::PairedSets& pair);

// The table has a row a set where it is printed: settings that differ, n, accuracies, PGR; its notes
// are the differences with interval and test. As CSV a row a pair.
[[nodiscard]] Result<Figure> makeCompareFigure(const FigureRequest& request,
                                               const ShownComparison& shown);

}  // namespace w2s::ui::figures
