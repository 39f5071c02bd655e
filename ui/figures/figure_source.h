// The runs that the window shows, as figures take them: the present one first, then those laid over
// it.
#pragma once

#include <string>
#include <vector>

#include "ui/bridge/overlay_set.h"
#include "ui/figures/figure_run.h"
#include "ui/figures/figure_subject.h"

namespace w2s::ui {

class ExperimentSession;
class RecordedRuns;
class RunSession;
class RunSeries;

class FigureSource final : public FigureSubject {
 public:
  // `recorded` may be null: no overlays, the default workspace.
  FigureSource(const ExperimentSession& session, RecordedRuns* recorded);

  // As they are shown: a recorded run that is played up to the step where it stands. Figures and their
  // command have whole runs. Empty before the first run. The answer borrows from the session and from
  // this object until the next call.
  [[nodiscard]] std::vector<figures::FigureRun> runs();
  [[nodiscard]] std::vector<figures::ChartName> charts() const override;
  [[nodiscard]] std::vector<std::string> reportCharts() const override;
  [[nodiscard]] bool hasCourse() const override {
    return true;
  }
  [[nodiscard]] std::filesystem::path figuresFolder() const override;
  [[nodiscard]] bool isOf(const figures::FigureCall& call) const override;
  [[nodiscard]] QString reopen(const figures::FigureCall& call) override;
  [[nodiscard]] QString emptyReason() override;
  void complete(figures::FigureRequest& request) const override {
    request.study.reset();
  }
  [[nodiscard]] std::string commandOf(const figures::FigureRequest& request) override;
  [[nodiscard]] Result<figures::Figure> make(const figures::FigureRequest& request) override;

 private:
  using SeriesOf = const RunSeries& (*)(const RunSession&);
  [[nodiscard]] std::vector<figures::FigureRun> runsWith(SeriesOf series_of);
  [[nodiscard]] std::vector<figures::FigureRun> wholeRuns();
  // For the command; empty: the default one.
  [[nodiscard]] std::string workspace() const;

  const ExperimentSession& session_;
  RecordedRuns* recorded_;
  std::vector<OverlaySet::Item> overlays_;
};

}  // namespace w2s::ui
