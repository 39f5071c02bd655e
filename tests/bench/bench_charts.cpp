// bench_charts [STEPS [OVERLAYS]]: frame times of the board of charts, offscreen.
#include <cstdlib>

#include <fmt/format.h>

#include <QApplication>

#include "tests/bench/chart_frames.h"

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  const QApplication app(argc, argv);
  w2s::bench::ChartFrameOptions options;
  if (argc > 1) {
    options.steps = std::atoll(argv[1]);
  }
  if (argc > 2) {
    options.overlays = std::atoi(argv[2]);
  }
  fmt::print("six charts of {}x{} pixels, {} steps, {} runs laid over\n", options.width,
             options.height, options.steps, options.overlays);
  for (const auto& frames : w2s::bench::measureChartFrames(options)) {
    fmt::print("{:<10} p95 {:6.1f} ms   worst {:6.1f} ms   processor {:6.1f} ms   of {} frames\n",
               frames.kind, frames.p95(), frames.worst(), frames.cpu_ms, frames.ms.size());
  }
  return 0;
}
