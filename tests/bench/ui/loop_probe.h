// How long the window's thread was busy at a time: events that follow each other without a pause count as one slice. A
// slice in which something was painted is a frame. Times in milliseconds. The window's thread.
#pragma once

#include <vector>

#include <QApplication>
#include <QElapsedTimer>
#include <QTimer>

namespace w2s::bench {

class ProbedApplication : public QApplication {
 public:
  ProbedApplication(int& argc, char** argv);

  bool notify(QObject* object, QEvent* event) override;

  void clear();
  // Ends the present slice.
  [[nodiscard]] std::vector<double> frames();
  // Longest slice, painted or not.
  [[nodiscard]] double longest();

 private:
  void close();

  QElapsedTimer clock_;
  int depth_ = 0;
  qint64 begin_ns_ = 0;
  qint64 end_ns_ = -1;  // of the slice in progress; < 0: none
  bool painted_ = false;
  double longest_ = 0.0;
  std::vector<double> frames_;
};

// A timer on the window's thread: how late its ticks come, which is how long a click has to wait. Ms.
class Heartbeat : public QObject {
 public:
  Heartbeat();

  void clear();
  // Longest time between two ticks, less the timer's own interval.
  [[nodiscard]] double longestGap();

 private:
  void beat();

  QTimer timer_;
  QElapsedTimer since_;
  qint64 longest_ns_ = 0;
};

// Processor time of the calling thread, s.
[[nodiscard]] double threadSeconds();
// Resident memory of the process, MB (10^6 bytes).
[[nodiscard]] double residentMegabytes();

}  // namespace w2s::bench
