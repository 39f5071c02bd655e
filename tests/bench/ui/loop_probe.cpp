#include "tests/bench/ui/loop_probe.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <sys/resource.h>
#include <unistd.h>

#include <QEvent>

namespace w2s::bench {

namespace {

constexpr auto kBeat = std::chrono::milliseconds(2);
constexpr qint64 kPauseNs = 500'000;  // a shorter one lies between events of the same frame

}  // namespace

ProbedApplication::ProbedApplication(int& argc, char** argv) : QApplication(argc, argv) {
  clock_.start();
}

void ProbedApplication::clear() {
  frames_.clear();
  longest_ = 0.0;
  end_ns_ = -1;
  painted_ = false;
}

bool ProbedApplication::notify(QObject* object, QEvent* event) {
  // Events of other threads' objects come here on their threads; a nested loop's events belong to the outer one's slice.
  if (object->thread() != thread() || depth_ > 1) {
    return QApplication::notify(object, event);
  }
  const qint64 begin = clock_.nsecsElapsed();
  if (end_ns_ >= 0 && begin - end_ns_ > kPauseNs) {
    close();
  }
  if (end_ns_ < 0) {
    begin_ns_ = begin;
  }
  painted_ = painted_ || event->type() == QEvent::Paint || event->type() == QEvent::UpdateRequest;
  ++depth_;
  const bool handled = QApplication::notify(object, event);
  --depth_;
  end_ns_ = clock_.nsecsElapsed();
  return handled;
}

void ProbedApplication::close() {
  const double ms = static_cast<double>(end_ns_ - begin_ns_) * 1e-6;
  longest_ = std::max(longest_, ms);
  if (painted_) {
    frames_.push_back(ms);
  }
  painted_ = false;
  end_ns_ = -1;
}

std::vector<double> ProbedApplication::frames() {
  if (end_ns_ >= 0) {
    close();
  }
  return frames_;
}

double ProbedApplication::longest() {
  (void)frames();
  return longest_;
}

Heartbeat::Heartbeat() {
  timer_.setTimerType(Qt::PreciseTimer);
  connect(&timer_, &QTimer::timeout, this, &Heartbeat::beat);
  timer_.start(kBeat);
  since_.start();
}

void Heartbeat::clear() {
  longest_ns_ = 0;
  since_.start();
}

double Heartbeat::longestGap() {
  beat();
  return std::max(0.0,
                  static_cast<double>(longest_ns_) * 1e-6 - static_cast<double>(kBeat.count()));
}

void Heartbeat::beat() {
  longest_ns_ = std::max(longest_ns_, since_.nsecsElapsed());
  since_.start();
}

double threadSeconds() {
  rusage usage{};
  getrusage(RUSAGE_THREAD, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double residentMegabytes() {
  std::ifstream file("/proc/self/statm");
  long total = 0;
  long resident = 0;
  file >> total >> resident;
  return static_cast<double>(resident) * static_cast<double>(sysconf(_SC_PAGESIZE)) * 1e-6;
}

}  // namespace w2s::bench
