// The charts of a run: each turns the run's series into chart data. A new chart is a new class here
// and a line in makeRunCharts; pages, capture and export go through the list.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ui/bridge/run_series.h"
#include "ui/charts/chart_data.h"

namespace w2s::ui::charts {

class RunChart {
 public:
  virtual ~RunChart() = default;
  [[nodiscard]] virtual std::string_view id()
      const = 0;  // "accuracy": also the name on the command line
  // The spans of the answer borrow from `series` and from this chart until the next call.
  [[nodiscard]] virtual ChartData build(const RunSeries& series) = 0;
};

// In page order: accuracy, pgr, objective, agreement.
[[nodiscard]] std::vector<std::unique_ptr<RunChart>> makeRunCharts();

}  // namespace w2s::ui::charts
