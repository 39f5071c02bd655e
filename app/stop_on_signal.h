// Ctrl+C, SIGTERM and SIGHUP (its terminal is gone): the first asks for an orderly stop, a second
// one ends the process at once.
#pragma once

#include <functional>
#include <signal.h>
#include <thread>

namespace w2s::app {

// While the object lives, these signals call `stop` on a thread of its own; those that the process
// was started to ignore (nohup, a job in the background of a script) stay ignored. A repeat within
// half a second counts as the same request: GNU timeout signals the process and its group, and a
// terminal may do so too. A later one ends the process with code 130; what is on disk then is an
// interrupted run.
//
// Made before any other thread, so that all inherit its mask; until then a signal ends the process as usual.
class StopOnSignal {
 public:
  explicit StopOnSignal(std::function<void()> stop);
  ~StopOnSignal();
  StopOnSignal(const StopOnSignal&) = delete;
  StopOnSignal& operator=(const StopOnSignal&) = delete;

 private:
  std::jthread thread_;
};

}  // namespace w2s::app
