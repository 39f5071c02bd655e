#include "ui/charts/run_charts.h"

namespace w2s::ui::charts {

std::unique_ptr<RunChart> makeAccuracyChart();
std::unique_ptr<RunChart> makePgrChart();
std::unique_ptr<RunChart> makeObjectiveChart();
std::unique_ptr<RunChart> makeAgreementChart();
std::unique_ptr<RunChart> makeSchedulesChart();
std::unique_ptr<RunChart> makeCalibrationChart();

std::vector<std::unique_ptr<RunChart>> makeRunCharts() {
  std::vector<std::unique_ptr<RunChart>> charts;
  for (const auto& make : {makeAccuracyChart, makePgrChart, makeObjectiveChart, makeAgreementChart,
                           makeSchedulesChart, makeCalibrationChart}) {
    charts.push_back(make());
  }
  return charts;
}

}  // namespace w2s::ui::charts
