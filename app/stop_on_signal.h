// Ctrl+C and SIGTERM: the first asks for an orderly stop, a second one ends the process at once.
#pragma once

#include <functional>
#include <signal.h>
#include <thread>

namespace w2s::app {

// While the object lives, SIGINT and SIGTERM call `stop` on a thread of its own. A repeat within half a second counts as
// the same request: GNU timeout signals the process and its group, and a terminal may do so too. A later one ends the
// process with code 130; what is on disk then is an interrupted run.
class StopOnSignal {
 public:
  explicit StopOnSignal(std::function<void()> stop);

  // Before any other thread starts, so that all inherit the mask and the signals wait for this class.
  static void block();

 private:
  std::jthread thread_;
};

}  // namespace w2s::app
