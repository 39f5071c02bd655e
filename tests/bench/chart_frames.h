// How long the window's thread is busy with a frame of the board of charts: the run in progress
// grows, the crosshair moves, the zoom changes. Needs a QApplication; the offscreen platform will
// do.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace w2s::bench {

struct ChartFrameOptions {
  std::int64_t steps = 100'000;
  int overlays = 5;
  int frames = 60;  // of each kind
  std::int64_t steps_a_frame = 1'000;
  int width = 1080;  // of the board, pixels
  int height = 520;
};

struct ChartFrames {
  std::string kind;        // "live", "crosshair", "zoom"
  std::vector<double> ms;  // one a frame, refresh and painting, wall clock
  double cpu_ms = 0.0;     // mean processor time of this thread: comparable on a busy machine
  [[nodiscard]] double p95() const;
  [[nodiscard]] double worst() const;
};

[[nodiscard]] std::vector<ChartFrames> measureChartFrames(const ChartFrameOptions& options);

}  // namespace w2s::bench
