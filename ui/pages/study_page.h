// The page of a study: what differs, the runs of it and how far they are, and what they give as a
// map, as lines, as one line a run, and as a table.
#pragma once

#include <optional>
#include <vector>

#include <QTimer>
#include <QWidget>

#include "ui/bridge/study_session.h"
#include "ui/charts/study_charts.h"
#include "ui/figures/figure.h"

class QBoxLayout;
class QComboBox;
class QLabel;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace w2s::ui {

class Banner;
class ChartPicture;
class ExperimentSession;
class ChoiceField;
class StudyEditor;
class StudyModel;
class Theme;

class StudyPage : public QWidget {
  Q_OBJECT

 public:
  StudyPage(const Theme& theme, ExperimentSession& session, StudySession& studies,
            QWidget* parent = nullptr);

  [[nodiscard]] StudySession& studies() {
    return studies_;
  }
  // What the page shows of the study.
  [[nodiscard]] figures::StudyPart part() const;

 public Q_SLOTS:
  // A further setting that differs, of the study in sight or of a new one.
  void vary(const QString& key);
  // A new study around the settings of the form.
  void beginStudy();

 Q_SIGNALS:
  // Finished runs of one cell, to be looked at.
  void runsWanted(const QStringList& ids);
  // The chart of that name, as a figure.
  void exportWanted(const QString& chart);
  void viewChanged();

 protected:
  void showEvent(QShowEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  QWidget* makeTools();
  QWidget* makeViews();
  QWidget* makeTable();
  void connectParts();
  void takeEdit();
  void followForm();
  void showStudy();
  void refresh();
  void refreshTools();
  void refreshViews();
  void fillList();
  void say(const QString& problem);
  void sayOfEdit(const QString& problem);
  void openCell(std::size_t cell);
  void brush(int axis, const charts::Range& range);
  [[nodiscard]] QString progressText() const;
  [[nodiscard]] QString bestText() const;
  [[nodiscard]] charts::StudyMeasure measure() const;
  [[nodiscard]] charts::StudyView view() const;

  const Theme& theme_;
  ExperimentSession& session_;
  StudySession& studies_;
  QComboBox* list_ = nullptr;
  QPushButton* new_ = nullptr;
  QPushButton* start_ = nullptr;
  QPushButton* stop_ = nullptr;
  QLabel* progress_ = nullptr;
  QLabel* problem_ = nullptr;
  StudyEditor* editor_ = nullptr;
  ChoiceField* measure_ = nullptr;
  QWidget* axes_row_ = nullptr;
  QComboBox* x_axis_ = nullptr;
  QComboBox* y_axis_ = nullptr;
  ChartPicture* map_ = nullptr;
  QBoxLayout* views_ = nullptr;
  std::vector<ChartPicture*> lines_;
  QLabel* best_ = nullptr;
  ChartPicture* every_run_ = nullptr;
  QTableView* table_ = nullptr;
  StudyModel* model_ = nullptr;
  QSortFilterProxyModel* sorted_ = nullptr;

  bool has_edit_problem_ = false;  // what is typed is no study
  // Of the picture that was exported last.
  figures::StudyPart exported_;
  bool follows_form_ = false;  // a new study that has no run yet
  bool edited_ = false;        // its plan is not the study in sight yet
  bool is_first_ = true;       // shown for the first time
  std::vector<study::Axis> axes_;
  std::vector<std::size_t> cells_of_map_;
  charts::StudyRuns runs_;
  std::optional<std::pair<int, charts::Range>> brush_;
  QTimer edit_timer_;
  QTimer view_timer_;
};

}  // namespace w2s::ui
