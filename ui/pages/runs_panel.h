// The runs of the workspace and of this session as a table, newest first: filter, sort, show on the
// charts, rename in place, and what run_commands.h offers. Without recorded runs (no workspace) it lists
// the session's runs.
#pragma once

#include <QTimer>
#include <QWidget>

#include "ui/models/runs_model.h"

class QLabel;
class QLineEdit;
class QTableView;
class QToolButton;

namespace w2s::ui {

class NoticeBar;
class RunColumns;
class RunCommands;
class RunGroupsView;
class ExperimentSession;
class RunSession;
class RecordedRuns;
class RunsProxy;
class SavedFilters;
class Theme;

class RunsPanel : public QWidget {
  Q_OBJECT

 public:
  RunsPanel(const Theme& theme, ExperimentSession& session, RecordedRuns* recorded,
            QWidget* parent = nullptr);

  // The filter and the number of runs, for the panel's title.
  [[nodiscard]] QWidget* tools() const {
    return tools_;
  }

  [[nodiscard]] RunColumns& columns() const {
    return *columns_;
  }
  [[nodiscard]] SavedFilters& savedFilters() const {
    return *saved_;
  }

 Q_SIGNALS:
  // What the table calls the run in focus; empty: it does not list it.
  void presentNamed(const QString& name);

 protected:
  bool eventFilter(QObject* object, QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void makeTable();
  void makeNothing();
  void makeTools();
  void makeGroups();
  void placeNothing();
  void useRecorded();
  void putAll();
  void put(const RunSession& run);
  void takeRecorded();
  void applyFilter();
  void refreshCount();
  void sayCount();
  [[nodiscard]] QStringList leftovers() const;
  void click(const QModelIndex& index);
  void renameCurrent();
  void restyle();
  void fitColumns();
  [[nodiscard]] QStringList selected() const;
  [[nodiscard]] RunRecord record(const RunSession& run) const;
  void openRun(const QString& id);
  [[nodiscard]] QString presentId() const;

  const Theme& theme_;
  ExperimentSession& session_;
  RecordedRuns* recorded_;
  RunsModel* runs_;
  RunsProxy* proxy_;
  QTableView* table_;
  RunColumns* columns_ = nullptr;
  RunCommands* commands_ = nullptr;
  NoticeBar* notice_;
  QWidget* tools_;
  QLineEdit* filter_;
  QLabel* count_;
  QLabel* problem_ = nullptr;  // of the filter
  QToolButton* choose_;
  QToolButton* filters_;
  SavedFilters* saved_;
  QToolButton* group_by_;
  QToolButton* sweep_;
  RunGroupsView* groups_ = nullptr;
  mutable study::SettingsPool settings_;  // of the session's own runs
  QTimer fit_;                            // columns, once a turn of the event loop
  QLabel* nothing_ = nullptr;             // over the empty table
};

}  // namespace w2s::ui
