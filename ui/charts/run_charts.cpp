#include "ui/charts/run_charts.h"

#include "ui/charts/chart_parts.h"

namespace w2s::ui::charts {

std::vector<std::unique_ptr<RunChart>> makeRunCharts() {
  std::vector<std::unique_ptr<RunChart>> charts;
  charts.push_back(makeAccuracyChart());
  charts.push_back(makePgrChart());
  charts.push_back(makeObjectiveChart());
  charts.push_back(makeAgreementChart());
  charts.push_back(makeSchedulesChart());
  charts.push_back(makeCalibrationChart());
  return charts;
}

}  // namespace w2s::ui::charts
