// The actions on a run, shared by tool bar, menus and cheat sheet: enabled by the state's table,
// with texts that follow it.
#pragma once

#include <functional>
#include <vector>

#include <QAction>
#include <QObject>

#include "ui/bridge/experiment_session.h"

namespace w2s::ui {

class Theme;

class RunActions : public QObject {
  Q_OBJECT

 public:
  RunActions(const Theme& theme, ExperimentSession& session, QObject* parent = nullptr);

  QAction toggle;  // start, pause or continue
  QAction step_batch;
  QAction step_evaluation;
  QAction step_epoch;
  QAction rewind;
  QAction new_seed;
  QAction set_seed;   // asks for the seeds of the next runs
  QAction add_seeds;  // to the experiment in focus
  QAction stop_keep;
  QAction stop_discard;
  QAction slower;
  QAction faster;
  QAction max_speed;  // checkable: as fast as possible, and back to the pace of before
  // Disabled, with the reason in their tip, until something is offered for them.
  QAction present;
  QAction export_figure;
  QAction report;

  [[nodiscard]] std::vector<QAction*> all();
  // What present, export or report does from now on, with its tip.
  void setUp(QAction& action, const QString& tip, const std::function<void()>& handler);

  // Texts and enabled actions as they are in this state.
  void showState(RunState state);

 Q_SIGNALS:
  void seedWanted();

 private:
  void showSpeed(double steps_per_second);
  void restyle();

  const Theme& theme_;
  ExperimentSession& session_;
  double pace_ = 100.0;  // the last speed that was not max
};

}  // namespace w2s::ui
