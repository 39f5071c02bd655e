// A study as the export dialog takes it.
#pragma once

#include <functional>

#include "ui/bridge/study_session.h"
#include "ui/figures/figure_subject.h"

namespace w2s::ui {

class StudySubject final : public FigureSubject {
 public:
  // `part`: what the page shows of the study; `references`: the results of others that it shows too.
  // `workspace`: for the command; empty: the default one.
  StudySubject(const StudySession& session, std::function<figures::StudyPart()> part,
               References references, std::string workspace);

  [[nodiscard]] std::vector<figures::ChartName> charts() const override;
  [[nodiscard]] std::vector<std::string> reportCharts() const override;
  [[nodiscard]] bool hasCourse() const override {
    return false;
  }
  [[nodiscard]] std::filesystem::path figuresFolder() const override;
  [[nodiscard]] bool isOf(const figures::FigureCall& call) const override;
  [[nodiscard]] QString emptyReason() override;
  void complete(figures::FigureRequest& request) const override;
  [[nodiscard]] std::string commandOf(const figures::FigureRequest& request) override;
  [[nodiscard]] Result<figures::Figure> make(const figures::FigureRequest& request) override;

 private:
  const StudySession& session_;
  std::function<figures::StudyPart()> part_;
  References references_;
  std::string workspace_;
};

}  // namespace w2s::ui
