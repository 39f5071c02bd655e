// From the run to what the presenter view shows: a question, the charts that answer it, the
// accuracies, what the class predicts, and what the run asks or says. No events, no windows.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QPointF>
#include <QSizeF>
#include <QString>

#include "ui/charts/run_charts.h"
#include "ui/figures/figure_layout.h"
#include "ui/figures/figure_source.h"
#include "ui/models/examples_model.h"
#include "ui/presenter/presenter_painter.h"
#include "ui/widgets/example_delegate.h"

namespace w2s::ui {

class ExperimentSession;
class RecordedRuns;
class Theme;

class PresenterShow {
  Q_DECLARE_TR_FUNCTIONS(w2s::ui::PresenterShow)

 public:
  // `recorded` may be null: no runs are laid over the present one.
  PresenterShow(const Theme& theme, const ExperimentSession& session, RecordedRuns* recorded);
  ~PresenterShow();

  // What is shown, how large.
  struct View {
    QSizeF size;
    double text_scale = 1.0;
    int question = 0;
    std::optional<double> prediction;  // of the class: a PGR
    bool with_controls = false;
    std::size_t control = 0;  // the chosen one, where there are so many
  };
  void update(const View& view);
  // Of the run in focus; null: there are none. The last question is about them.
  void setExamples(std::shared_ptr<const ExampleSet> set);
  [[nodiscard]] bool asksForExamples(int question) const {
    return question == static_cast<int>(questions_.size());
  }
  // Fonts have changed.
  void forgetFonts();

  [[nodiscard]] const PresenterContent& content() const {
    return content_;
  }
  [[nodiscard]] const PresenterLayout& layout() const {
    return layout_;
  }
  // All of it as sentences, for people who do not see it.
  [[nodiscard]] QString spoken() const;

  // The question of that number: behind the last one comes the first.
  [[nodiscard]] int questionFrom(int index) const;
  // The PGR that a place in the view stands for: on the bar, or in a chart of accuracies or PGR.
  [[nodiscard]] std::optional<double> predictionAt(QPointF position) const;
  // The control at that place of the view.
  [[nodiscard]] std::optional<std::size_t> controlAt(QPointF position) const;
  // The value of a control for that x of the view, and so many steps further on its slider.
  [[nodiscard]] double valueAt(std::size_t control, double x) const;
  [[nodiscard]] double steppedValue(std::size_t control, int steps) const;

 private:
  void readRun();
  void readControls(const View& view);
  void buildPanels(const View& view);
  void showExamples(const View& view);
  void addPrediction(const charts::RunChart& of, charts::ChartData& chart) const;
  [[nodiscard]] const charts::RunChart* chart(std::string_view id) const;

  const Theme& theme_;
  const ExperimentSession& session_;
  FigureSource source_;
  std::vector<std::unique_ptr<charts::RunChart>> charts_;
  std::vector<charts::RunChart*> questions_;  // those that answer one, in page order
  ExamplesModel examples_;
  ExampleDelegate delegate_;
  draw::TextWidth text_width_;
  PresenterLayout layout_;
  PresenterContent content_;
};

}  // namespace w2s::ui
