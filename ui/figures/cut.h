// A chart without what lies outside a part of its x axis: for the numbers of a figure, which has no
// place for them either.
#pragma once

#include "ui/charts/chart_data.h"
#include "ui/figures/figure_options.h"

namespace w2s::ui::figures {

// Values at the ends are kept. An infinite end cuts nothing off. Curves borrow from `chart`'s.
[[nodiscard]] charts::ChartData cut(charts::ChartData chart, const Span& x);

}  // namespace w2s::ui::figures
