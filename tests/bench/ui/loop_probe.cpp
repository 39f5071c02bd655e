#include "tests/bench/ui/loop_probe.h"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QEvent>

namespace w2s::bench {

LoopProbe::LoopProbe() {
  auto* dispatcher = QAbstractEventDispatcher::instance();
  connect(dispatcher, &QAbstractEventDispatcher::awake, this, &LoopProbe::begin);
  connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, &LoopProbe::end);
  qApp->installEventFilter(this);
}

void LoopProbe::clear() {
  frames_.clear();
  longest_ = 0.0;
  slice_.invalidate();
  painted_ = false;
}

bool LoopProbe::eventFilter(QObject* object, QEvent* event) {
  painted_ = painted_ || event->type() == QEvent::Paint;
  return QObject::eventFilter(object, event);
}

void LoopProbe::begin() {
  if (!slice_.isValid()) {
    slice_.start();
  }
}

void LoopProbe::end() {
  if (!slice_.isValid()) {
    return;
  }
  const double ms = static_cast<double>(slice_.nsecsElapsed()) * 1e-6;
  slice_.invalidate();
  longest_ = std::max(longest_, ms);
  if (painted_) {
    frames_.push_back(ms);
  }
  painted_ = false;
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
