// The actions on a run, shared by tool bar and menu: enabled by the state's table, with texts that
// follow it.
#pragma once

#include <QAction>
#include <QObject>

#include "ui/bridge/run_controller.h"

namespace w2s::ui {

class Theme;

class RunActions : public QObject {
  Q_OBJECT

 public:
  RunActions(const Theme& theme, RunController& controller, QObject* parent = nullptr);

  QAction toggle;  // start, pause or continue
  QAction step_batch;
  QAction step_evaluation;
  QAction step_epoch;
  QAction rewind;
  QAction new_seed;
  QAction stop_keep;
  QAction stop_discard;

  [[nodiscard]] std::vector<QAction*> all();

 private:
  void follow(RunState state);
  void restyle();

  const Theme& theme_;
  RunController& controller_;
};

}  // namespace w2s::ui
