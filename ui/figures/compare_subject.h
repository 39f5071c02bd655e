// A comparison as the export dialog takes it.
#pragma once

#include <functional>
#include <memory>

#include "ui/figures/figure_subject.h"
#include "ui/figures/shown_comparison.h"

namespace w2s::ui {

class CompareSubject final : public FigureSubject {
 public:
  using Shown = std::function<std::shared_ptr<const figures::ShownComparison>()>;

  // `shown`: what the page shows; null: nothing yet. `references`: the results of others that it shows
  // too. `workspace`: for the command; empty: the default one.
  CompareSubject(Shown shown, References references, std::string workspace);

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
  Shown shown_;
  References references_;
  std::string workspace_;
  std::shared_ptr<const figures::ShownComparison> made_;  // of which the last figure is
};

}  // namespace w2s::ui
