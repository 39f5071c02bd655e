// What a study gives: a map of two settings, lines over one, a line a run over all of them, and the
// highest cell in a sentence.
#pragma once

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include <QWidget>

#include "ui/bridge/study_session.h"
#include "ui/charts/study_charts.h"
#include "ui/figures/figure.h"

class QBoxLayout;
class QComboBox;
class QLabel;

namespace w2s::ui {

class ChartPicture;
class ChoiceField;
class ReferencePicker;
class Theme;

class StudyViews : public QWidget {
  Q_OBJECT

 public:
  StudyViews(const Theme& theme, const StudySession& studies, QWidget* parent = nullptr);

  // Another study: its settings can be chosen for the axes.
  void showStudy();
  // Runs began or ended.
  void refresh();
  // What the figure shows whose export was asked for last.
  [[nodiscard]] figures::StudyPart part() const;
  // Results of others that are shown too.
  [[nodiscard]] const std::vector<study::ReferenceResult>& references() const;

 Q_SIGNALS:
  void cellChosen(std::size_t cell);
  // The chart of that name, as a figure.
  void exportWanted(const QString& chart);
  void changed();

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  QWidget* makeBoth();
  void connectParts();
  void brush(int axis, const charts::Range& range);
  [[nodiscard]] QString bestText() const;
  [[nodiscard]] charts::StudyMeasure measure() const;
  [[nodiscard]] charts::StudyView view() const;

  const Theme& theme_;
  const StudySession& studies_;
  QBoxLayout* beside_ = nullptr;  // map and lines
  ChoiceField* measure_ = nullptr;
  ReferencePicker* references_ = nullptr;
  QWidget* axes_row_ = nullptr;
  QComboBox* x_axis_ = nullptr;
  QComboBox* y_axis_ = nullptr;
  ChartPicture* map_ = nullptr;
  std::vector<ChartPicture*> lines_;
  QLabel* best_ = nullptr;
  ChartPicture* every_run_ = nullptr;

  std::vector<study::Axis> axes_;
  std::vector<std::size_t> cells_of_map_;
  charts::StudyRuns runs_;
  std::optional<std::pair<int, charts::Range>> brush_;
  figures::StudyPart exported_;
};

}  // namespace w2s::ui
