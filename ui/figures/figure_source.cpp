#include "ui/figures/figure_source.h"

#include <algorithm>

#include "core/store/manifest.h"
#include "core/store/workspace.h"
#include "ui/bridge/experiment_session.h"
#include "ui/bridge/number_language.h"
#include "ui/bridge/recorded_runs.h"
#include "ui/bridge/words.h"

namespace w2s::ui {
namespace {

// The words of the run folders, so that a table reads the same from the window and the disk.
std::string stateWord(RunState state) {
  switch (state) {
    case RunState::Finished:
      return "finished";
    case RunState::Failed:
      return "failed";
    default:
      return isActive(state) ? "running" : "stopped";
  }
}

}  // namespace

FigureSource::FigureSource(const ExperimentSession& session, RecordedRuns* recorded)
    : session_(session), recorded_(recorded) {}

std::vector<figures::FigureRun> FigureSource::runs() {
  return runsWith([](const RunSession& run) -> const RunSeries& { return run.series(); });
}

std::vector<figures::FigureRun> FigureSource::wholeRuns() {
  return runsWith([](const RunSession& run) -> const RunSeries& { return run.wholeSeries(); });
}

std::vector<figures::FigureRun> FigureSource::runsWith(SeriesOf series_of) {
  std::vector<figures::FigureRun> runs;
  if (session_.focus().series().id.empty()) {
    return runs;
  }
  const store::Versions versions = store::currentVersions();
  runs.push_back({.series = &series_of(session_.focus()),
                  .config = &session_.focus().config(),
                  .versions = versions,
                  .state = stateWord(session_.focus().state())});
  for (const RunSession* seed : session_.experiment()) {
    if (seed != &session_.focus() && !seed->series().id.empty()) {
      runs.push_back({.series = &series_of(*seed),
                      .config = &seed->config(),
                      .versions = versions,
                      .state = stateWord(seed->state())});
    }
  }
  if (recorded_ == nullptr) {
    return runs;
  }
  overlays_ = recorded_->overlays().items();
  for (const OverlaySet::Item& overlay : overlays_) {
    const bool is_there =
        overlay.run == nullptr || std::ranges::any_of(runs, [&overlay](const auto& run) {
          return run.series->id == overlay.run->id;
        });
    if (!is_there) {
      runs.push_back({.series = &overlay.run->series,
                      .config = &overlay.run->config,
                      .versions = versions,
                      .state = std::string(store::nameOf(overlay.run->state)),
                      .data = overlay.run->data,
                      .label = overlay.label.toStdString(),
                      .color = overlay.color,
                      .pinned = overlay.pinned});
    }
  }
  return runs;
}

std::vector<figures::ChartName> FigureSource::charts() const {
  std::vector<figures::ChartName> charts = figures::chartNames();
  charts.push_back({std::string(figures::kTable), words("figures", "Table of runs")});
  return charts;
}

std::vector<std::string> FigureSource::reportCharts() const {
  return figures::reportCharts({});
}

std::filesystem::path FigureSource::figuresFolder() const {
  const std::string& id = session_.focus().series().id;
  return recorded_ == nullptr || id.empty()
             ? std::filesystem::path()
             : store::runsFolder(recorded_->library().workspace()) / id;
}

bool FigureSource::isOf(const figures::FigureCall& call) const {
  return call.request.isOfRuns();
}

QString FigureSource::reopen(const figures::FigureCall& call) {
  OverlaySet& overlays = recorded_->overlays();
  const auto is_in = [&call](const std::string& id) {
    return std::ranges::find(call.runs, id) != call.runs.end();
  };
  for (const OverlaySet::Item& item : overlays.items()) {
    if (!is_in(item.id.toStdString())) {
      overlays.setShown(item.id, false);
    }
  }
  QStringList missing;
  const auto own = session_.experiment();
  for (const std::string& id : call.runs) {
    const QString run = QString::fromStdString(id);
    const bool is_own =
        id == session_.focus().series().id ||
        std::ranges::any_of(own, [&id](const RunSession* one) { return one->series().id == id; });
    if (!is_own && recorded_->library().find(run) == nullptr) {
      missing += run;
    } else if (!is_own) {
      overlays.setShown(run, true);
    }
  }
  return missing.isEmpty()
             ? QString()
             : QString::fromStdString(inWords(
                   words("figures", "Runs that the figure showed are not there any more: {}."),
                   missing.join(QStringLiteral(", ")).toStdString()));
}

QString FigureSource::emptyReason() {
  return runs().empty()
             ? QString::fromStdString(words(
                   "figures", "Nothing to export yet: start a run, or open one from the list."))
             : QString();
}

std::string FigureSource::commandOf(const figures::FigureRequest& request) {
  return figures::commandOf(request, wholeRuns(), workspace());
}

Result<figures::Figure> FigureSource::make(const figures::FigureRequest& request) {
  return figures::makeFigure(request, wholeRuns());
}

std::string FigureSource::workspace() const {
  if (recorded_ == nullptr) {
    return {};
  }
  const std::filesystem::path& workspace = recorded_->library().workspace();
  return workspace == store::defaultWorkspace() ? std::string() : workspace.string();
}

}  // namespace w2s::ui
