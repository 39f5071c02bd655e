// Pictures of the window for documentation and review: idle, in the middle of a run and at its end,
// light and dark, in a small and a large size. Drives the real window and a real run; works
// offscreen.
#pragma once

#include <functional>
#include <vector>

#include <QDir>
#include <QObject>
#include <QSize>

#include "ui/theme/tokens.h"

namespace w2s::ui {

class MainWindow;
class RunController;
class Theme;

class Capture : public QObject {
  Q_OBJECT

 public:
  struct Options {
    QDir folder;
    std::vector<QSize> sizes = {{1440, 900}, {1024, 700}};
    std::vector<Look> looks = {Look::Light, Look::Dark};
    double seconds = 6.0;  // about how long the run is stretched to, so that its middle can be seen
    // Called once when the student has done a fifth of its steps; for pictures with a live change.
    std::function<void(RunController&)> on_the_way;
  };

  Capture(Theme& theme, MainWindow& window, RunController& controller, Options options);

  void start();

 Q_SIGNALS:
  // exit_code 0: all pictures were written and the run finished.
  void done(int exit_code);

 private:
  enum class Moment { Idle, Middle, Finished };
  // All sizes and looks of a moment, one picture an event-loop turn, then `next`.
  void shoot(const char* moment, std::size_t index, const std::function<void()>& next);
  void follow();

  Theme& theme_;
  MainWindow& window_;
  RunController& controller_;
  Options options_;
  bool on_the_way_done_ = false;
  bool middle_begun_ = false;
  bool middle_done_ = false;
  bool ended_ = false;
  bool failed_ = false;
};

}  // namespace w2s::ui
