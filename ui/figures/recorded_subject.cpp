#include "ui/figures/recorded_subject.h"

#include <algorithm>
#include <utility>

#include "core/store/workspace.h"
#include "ui/bridge/words.h"

namespace w2s::ui {

RecordedSubject::RecordedSubject(std::vector<figures::OwnedFigureRun> runs, std::string workspace)
    : runs_(std::move(runs)), workspace_(std::move(workspace)) {}

std::vector<figures::FigureRun> RecordedSubject::views() const {
  std::vector<figures::FigureRun> views;
  for (const figures::OwnedFigureRun& run : runs_) {
    views.push_back(run.view());
  }
  return views;
}

std::vector<figures::ChartName> RecordedSubject::charts() const {
  std::vector<figures::ChartName> charts = figures::chartNames();
  charts.push_back({std::string(figures::kTable), words("figures", "Table of runs")});
  return charts;
}

std::vector<std::string> RecordedSubject::reportCharts() const {
  return figures::reportCharts({});
}

std::filesystem::path RecordedSubject::figuresFolder() const {
  const auto workspace =
      workspace_.empty() ? store::defaultWorkspace() : std::filesystem::path(workspace_);
  return store::runsFolder(workspace) / runs_.front().series.id;
}

bool RecordedSubject::isOf(const figures::FigureCall& call) const {
  return std::ranges::equal(call.runs, runs_, {}, {},
                            [](const figures::OwnedFigureRun& run) { return run.series.id; });
}

void RecordedSubject::complete(figures::FigureRequest& request) const {
  request.study.reset();
  request.options.mean = figures::seedsOf(views()).size() > 1;
}

std::string RecordedSubject::commandOf(const figures::FigureRequest& request) {
  return figures::commandOf(request, views(), workspace_);
}

Result<figures::Figure> RecordedSubject::make(const figures::FigureRequest& request) {
  return figures::makeFigure(request, views());
}

}  // namespace w2s::ui
