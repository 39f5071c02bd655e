// Runs that were read from their folders, as the dialog of reports takes them: those that are selected
// in the table of runs, whatever the charts show. Seeds of the first one are drawn as their mean.
#pragma once

#include <string>
#include <vector>

#include "ui/figures/figure_run.h"
#include "ui/figures/figure_subject.h"

namespace w2s::ui {

class RecordedSubject final : public FigureSubject {
 public:
  // At least one run. `workspace`: for the command; empty: the default one.
  RecordedSubject(std::vector<figures::OwnedFigureRun> runs, std::string workspace);

  [[nodiscard]] std::vector<figures::ChartName> charts() const override;
  [[nodiscard]] std::vector<std::string> reportCharts() const override;
  [[nodiscard]] bool hasCourse() const override {
    return false;  // no chart of the window shows how it is cut
  }
  [[nodiscard]] std::filesystem::path figuresFolder() const override;
  [[nodiscard]] bool isOf(const figures::FigureCall& call) const override;
  [[nodiscard]] QString emptyReason() override {
    return {};
  }
  void complete(figures::FigureRequest& request) const override;
  [[nodiscard]] std::string commandOf(const figures::FigureRequest& request) override;
  [[nodiscard]] Result<figures::Figure> make(const figures::FigureRequest& request) override;

 private:
  [[nodiscard]] std::vector<figures::FigureRun> views() const;

  std::vector<figures::OwnedFigureRun> runs_;
  std::string workspace_;
};

}  // namespace w2s::ui
