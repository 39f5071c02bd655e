#include "app/stop_on_signal.h"

#include <chrono>
#include <cstdio>
#include <pthread.h>
#include <unistd.h>
#include <utility>

#include <fmt/format.h>

namespace w2s::app {
namespace {

using Clock = std::chrono::steady_clock;
constexpr auto kSameRequest = std::chrono::milliseconds(500);
constexpr timespec kPoll{.tv_sec = 0, .tv_nsec = 100'000'000};

sigset_t stopSignals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  return signals;
}

void waitForSignals(const std::stop_token& token, const std::function<void()>& stop) {
  const sigset_t signals = stopSignals();
  Clock::time_point first{};
  while (!token.stop_requested()) {
    if (sigtimedwait(&signals, nullptr, &kPoll) <= 0) {
      continue;
    }
    if (first == Clock::time_point{}) {
      first = Clock::now();
      fmt::print(stderr, "\nstopping after this batch; press Ctrl+C again to end at once\n");
      stop();
    } else if (Clock::now() - first >= kSameRequest) {
      _exit(130);
    }
  }
}

}  // namespace

StopOnSignal::StopOnSignal(std::function<void()> stop)
    : thread_([stop = std::move(stop)](const std::stop_token& token) {
        waitForSignals(token, stop);
      }) {}

void StopOnSignal::block() {
  const sigset_t signals = stopSignals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

}  // namespace w2s::app
