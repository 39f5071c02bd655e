// What pictures of the window show: a page or a dialog at a moment of a run. Parts of the window
// add their own scenes; pages and the dialogs behind actions have theirs without asking.
#pragma once

#include <functional>

#include <QString>

class QWidget;

namespace w2s::ui {

struct Scene {
  // Diverged: a run waits for what to do about a loss that is not finite.
  enum class Moment { Idle, Running, Finished, Diverged };

  QString name;  // becomes the file's name: "keys", "run-idle"
  Moment moment = Moment::Finished;
  // Brings the scene onto the screen and returns what to picture; null: the window itself.
  std::function<QWidget*()> open;
  // Takes it away again. Empty: the pictured widget is closed unless it is the window.
  std::function<void()> close = {};
  // How long it takes until it can be pictured, beyond the layout; 0: no longer.
  int settle_ms = 0;
};

}  // namespace w2s::ui
