#include "ui/figures/compare_subject.h"

#include <utility>

#include "ui/bridge/words.h"
#include "ui/figures/compare_figure.h"

namespace w2s::ui {

CompareSubject::CompareSubject(Shown shown, References references, std::string workspace)
    : shown_(std::move(shown)),
      references_(std::move(references)),
      workspace_(std::move(workspace)) {}

std::vector<figures::ChartName> CompareSubject::charts() const {
  std::vector<figures::ChartName> charts = figures::compareChartNames();
  charts.push_back({std::string(figures::kTable), words("figures", "Table of the comparison")});
  return charts;
}

std::vector<std::string> CompareSubject::reportCharts() const {
  return figures::reportCharts({.compared = {std::string()}});
}

// A comparison has no folder of its own: that of the first run of its first set.
std::filesystem::path CompareSubject::figuresFolder() const {
  const auto shown = shown_();
  if (shown == nullptr || shown->comparison.sets.front().folders.empty()) {
    return {};
  }
  const study::ComparedSet& first = shown->comparison.sets.front();
  return first.folders.at(first.state.runs.front().id);
}

bool CompareSubject::isOf(const figures::FigureCall& call) const {
  const auto shown = shown_();
  return shown != nullptr && call.request.compared == study::namesInCommand(shown->comparison);
}

QString CompareSubject::emptyReason() {
  return shown_() == nullptr ? QString::fromStdString(
                                   words("figures", "Nothing to export yet: nothing is compared."))
                             : QString();
}

void CompareSubject::complete(figures::FigureRequest& request) const {
  if (const auto shown = shown_()) {
    request.compared = study::namesInCommand(shown->comparison);
  }
  request.references = references_();
}

std::string CompareSubject::commandOf(const figures::FigureRequest& request) {
  return figures::commandOf(request, {}, workspace_);
}

Result<figures::Figure> CompareSubject::make(const figures::FigureRequest& request) {
  made_ = shown_();
  return figures::makeCompareFigure(request, *made_);
}

}  // namespace w2s::ui
