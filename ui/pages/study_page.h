// The page of a study: what differs, the runs of it and how far they are, what they give
// (study_views.h), and the same numbers as a table.
#pragma once

#include <QTimer>
#include <QWidget>

#include "ui/bridge/study_forecaster.h"
#include "ui/bridge/study_session.h"
#include "ui/figures/figure.h"
#include "ui/pages/single_cells.h"

class QComboBox;
class QLabel;
class QPushButton;

namespace w2s::ui {

class Banner;
class ExperimentSession;
class StudyCells;
class StudyEditor;
class StudyViews;
class Theme;

class StudyPage : public QWidget {
  Q_OBJECT

 public:
  StudyPage(const Theme& theme, ExperimentSession& session, StudySession& studies,
            StudyForecaster& forecaster, QWidget* parent = nullptr);

  [[nodiscard]] StudySession& studies() {
    return studies_;
  }
  // What the page shows of the study.
  [[nodiscard]] figures::StudyPart part() const;
  [[nodiscard]] const std::vector<study::ReferenceResult>& references() const;
  // What a cell can be made of; asked each time somebody wants to choose.
  void setComparables(std::function<std::vector<Comparable>()> list);

 public Q_SLOTS:
  // A further setting that differs, of the study in sight or of a new one.
  void vary(const QString& key);
  // A new study around the settings of the form.
  void beginStudy();

 Q_SIGNALS:
  // Finished runs of one cell, to be looked at.
  void runsWanted(const QStringList& ids);
  // Finished runs of several cells, to be set beside each other.
  void compareWanted(const QStringList& ids);
  // The study with these runs, which have begun, as a bundle of that title.
  void bundleWanted(const QString& title, const QStringList& ids);
  // The chart of that name, as a figure.
  void exportWanted(const QString& chart);
  void viewChanged();

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  QWidget* makeTools();
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
  void compareCells();
  void bundle();
  [[nodiscard]] QStringList finishedRunsOf(std::size_t cell) const;
  [[nodiscard]] QString progressText() const;
  [[nodiscard]] QString forecastText() const;

  const Theme& theme_;
  ExperimentSession& session_;
  StudySession& studies_;
  StudyForecaster& forecaster_;
  QComboBox* list_ = nullptr;
  QPushButton* new_ = nullptr;
  QPushButton* start_ = nullptr;
  QPushButton* stop_ = nullptr;
  QPushButton* again_ = nullptr;  // what failed
  QPushButton* compare_ = nullptr;
  QPushButton* bundle_ = nullptr;
  QLabel* progress_ = nullptr;
  QLabel* forecast_ = nullptr;
  QLabel* problem_ = nullptr;
  StudyEditor* editor_ = nullptr;
  StudyViews* views_ = nullptr;
  StudyCells* cells_ = nullptr;

  bool has_edit_problem_ = false;  // what is typed is no study
  bool follows_form_ = false;      // a new study that has no run yet
  bool edited_ = false;            // its plan is not the study in sight yet
  bool is_first_ = true;           // shown for the first time
  QTimer edit_timer_;
  QTimer view_timer_;
};

}  // namespace w2s::ui
