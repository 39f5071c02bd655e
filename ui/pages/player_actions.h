// The actions on a recorded run: play, pause, step, speed, its ends,
// and a fork of it. Shared by the bar over
// the charts, the Run menu and the list of keys.
#pragma once

#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include <QAction>
#include <QObject>

namespace w2s::ui {

class ExperimentSession;
class RecordedRuns;
class RunPlayer;
class Theme;

class PlayerActions : public QObject {
  Q_OBJECT

 public:
  // `recorded` may be null: nothing can be played that is not shown already, and nothing forked.
  PlayerActions(const Theme& theme, ExperimentSession& session, RunPlayer& player,
                RecordedRuns* recorded, QWidget* window);

  QAction toggle;  // play or pause
  QAction step_batch;
  QAction step_evaluation;
  QAction step_back;
  QAction to_begin;
  QAction to_end;
  QAction slower;
  QAction faster;
  QAction fork;  // asks for the step

  [[nodiscard]] std::vector<QAction*> all();
  // Where the charts have their crosshair pinned: a fork begins there unless another step is typed.
  void setCrosshair(std::function<std::optional<double>()> step) {
    crosshair_ = std::move(step);
  }

 private:
  void refresh();
  void restyle();
  void toggleRun();
  void askForFork();
  [[nodiscard]] QString changedSettings() const;

  const Theme& theme_;
  ExperimentSession& session_;
  RunPlayer& player_;
  RecordedRuns* recorded_;
  QWidget* window_;
  std::function<std::optional<double>()> crosshair_;
};

}  // namespace w2s::ui
