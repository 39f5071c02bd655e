#include "ui/figures/study_subject.h"

#include <utility>

#include <QCoreApplication>

#include "core/store/workspace.h"
#include "core/study/study_folder.h"
#include "ui/bridge/words.h"
#include "ui/figures/study_figure.h"

namespace w2s::ui {

StudySubject::StudySubject(const StudySession& session, std::function<figures::StudyPart()> part,
                           References references, std::string workspace)
    : session_(session),
      part_(std::move(part)),
      references_(std::move(references)),
      workspace_(std::move(workspace)) {}

std::vector<figures::ChartName> StudySubject::charts() const {
  std::vector<figures::ChartName> charts = figures::studyChartNames();
  charts.push_back({std::string(figures::kTable), words("figures", "Table of cells")});
  return charts;
}

std::vector<std::string> StudySubject::reportCharts() const {
  return session_.study() != nullptr ? figures::studyReportCharts(*session_.study())
                                     : std::vector<std::string>{"study-line"};
}

// It has one as soon as it has been started.
std::filesystem::path StudySubject::figuresFolder() const {
  if (session_.study() == nullptr || !session_.isKept(session_.study()->name)) {
    return {};
  }
  const auto workspace =
      workspace_.empty() ? store::defaultWorkspace() : std::filesystem::path(workspace_);
  return study::studyFile(workspace, session_.study()->name).parent_path();
}

bool StudySubject::isOf(const figures::FigureCall& call) const {
  return call.request.study.has_value();
}

QString StudySubject::emptyReason() {
  return session_.study() == nullptr
             ? QString::fromStdString(words("figures", "Nothing to export yet: no study is open."))
             : QString();
}

void StudySubject::complete(figures::FigureRequest& request) const {
  request.study = part_();
  request.study->name = session_.study() != nullptr ? session_.study()->name : std::string();
  request.references = references_();
}

std::string StudySubject::commandOf(const figures::FigureRequest& request) {
  return figures::commandOf(request, {}, workspace_);
}

Result<figures::Figure> StudySubject::make(const figures::FigureRequest& request) {
  return figures::makeStudyFigure(request, *session_.study(), session_.state());
}

}  // namespace w2s::ui
