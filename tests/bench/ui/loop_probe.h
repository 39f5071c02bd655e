// How long the window's thread was busy at a time: from each awakening of the event loop to its next wait. A slice in
// which something was painted is a frame. Times in milliseconds. The window's thread.
#pragma once

#include <vector>

#include <QElapsedTimer>
#include <QObject>

namespace w2s::bench {

class LoopProbe : public QObject {
 public:
  LoopProbe();

  void clear();
  [[nodiscard]] const std::vector<double>& frames() const {
    return frames_;
  }
  // Longest slice, painted or not.
  [[nodiscard]] double longest() const {
    return longest_;
  }

 protected:
  bool eventFilter(QObject* object, QEvent* event) override;

 private:
  void begin();
  void end();

  QElapsedTimer slice_;
  bool painted_ = false;
  double longest_ = 0.0;
  std::vector<double> frames_;
};

// Processor time of the calling thread, s.
[[nodiscard]] double threadSeconds();
// Resident memory of the process, MB (10^6 bytes).
[[nodiscard]] double residentMegabytes();

}  // namespace w2s::bench
