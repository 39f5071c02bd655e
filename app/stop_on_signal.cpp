#include "app/stop_on_signal.h"

#include <array>
#include <chrono>
#include <csignal>
#include <pthread.h>
#include <unistd.h>
#include <utility>

#include "app/output.h"

namespace w2s::app {
namespace {

using Clock = std::chrono::steady_clock;
constexpr auto kSameRequest = std::chrono::milliseconds(500);
constexpr std::array kStopSignals{SIGINT, SIGTERM, SIGHUP};
// Ends the thread that waits: one of those that mean nothing to the system.
const int kWake = SIGRTMIN;

// A program that this one starts inherits what its thread blocks, and could not be asked to end.
void unblockInChildren() {
  pthread_atfork(nullptr, nullptr, [] {
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signal : kStopSignals) {
      sigaddset(&signals, signal);
    }
    sigaddset(&signals, kWake);
    pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
  });
}

// Blocks the signals that ask to stop, and returns them: the thread that waits for them has them one by one.
sigset_t blockStopSignals() {
  unblockInChildren();
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : kStopSignals) {
    struct sigaction action {};
    if (sigaction(signal, nullptr, &action) != 0 || action.sa_handler != SIG_IGN) {
      sigaddset(&signals, signal);
    }
  }
  sigaddset(&signals, kWake);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  return signals;
}

void waitForSignals(const std::stop_token& token, const sigset_t& signals,
                    const std::function<void()>& stop) {
  Clock::time_point first{};
  while (!token.stop_requested()) {
    const int signal = sigwaitinfo(&signals, nullptr);
    if (signal <= 0 || signal == kWake) {
      continue;
    }
    if (first == Clock::time_point{}) {
      first = Clock::now();
      steerTerminal(
          "\nstopping; a run stops after this batch; press Ctrl+C again to end at once\n");
      stop();
    } else if (Clock::now() - first >= kSameRequest) {
      _exit(130);
    }
  }
}

}  // namespace

StopOnSignal::StopOnSignal(std::function<void()> stop)
    : thread_([signals = blockStopSignals(), stop = std::move(stop)](const std::stop_token& token) {
        waitForSignals(token, signals, stop);
      }) {}

StopOnSignal::~StopOnSignal() {
  thread_.request_stop();
  pthread_kill(thread_.native_handle(), kWake);
}

}  // namespace w2s::app
