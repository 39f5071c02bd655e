// Ctrl+C, SIGTERM and SIGHUP end the window in order (stop_on_signal.h): the event loop answers the
// first one.
#pragma once

#include <functional>

#include <QObject>

#include "app/stop_on_signal.h"

namespace w2s::app {

// Made before the application, which starts threads; on its thread.
class QuitOnSignal final : public QObject {
 public:
  QuitOnSignal();

  // `quit` is called from the event loop for the first signal, one that came earlier included. What
  // it refers to lives as long as the loop runs.
  void answerWith(std::function<void()> quit);

 private:
  void ask();

  std::function<void()> quit_;
  bool was_asked_ = false;
  StopOnSignal on_signal_;  // last: its thread posts to this object
};

}  // namespace w2s::app
