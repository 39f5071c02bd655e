// What figures are made of, for the dialog that exports them: the runs in sight, or a study.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include <QString>

#include "core/base/result.h"
#include "ui/figures/figure.h"
#include "ui/figures/figure_call.h"

namespace w2s::ui {

class FigureSubject {
 public:
  // Results of others that the page of the subject shows too.
  using References = std::function<std::vector<study::ReferenceResult>()>;
  virtual ~FigureSubject() = default;

  // Its charts, then figures::kTable; the first one is chosen where nothing else is.
  [[nodiscard]] virtual std::vector<figures::ChartName> charts() const = 0;
  // Those of a report where nobody has chosen any.
  [[nodiscard]] virtual std::vector<std::string> reportCharts() const = 0;
  // Whether charts have a course that can be cut, and smoothed curves.
  [[nodiscard]] virtual bool hasCourse() const = 0;
  // Why there is nothing to export; empty: there is.
  [[nodiscard]] virtual QString emptyReason() = 0;
  // The folder that keeps its figures (core/store/saved_figures.h); empty: there is none.
  [[nodiscard]] virtual std::filesystem::path figuresFolder() const = 0;
  // Whether the figure that was kept there is one of these charts and of what is shown.
  [[nodiscard]] virtual bool isOf(const figures::FigureCall& call) const = 0;
  // Shows what a kept figure showed, as far as it is there. Answers with what is missing; empty: nothing.
  [[nodiscard]] virtual QString reopen(const figures::FigureCall& /*call*/) {
    return {};
  }
  // What of it is asked for beside the request's charts.
  virtual void complete(figures::FigureRequest& request) const = 0;
  [[nodiscard]] virtual std::string commandOf(const figures::FigureRequest& request) = 0;
  // The figure borrows from the subject until the next call.
  [[nodiscard]] virtual Result<figures::Figure> make(const figures::FigureRequest& request) = 0;
};

}  // namespace w2s::ui
