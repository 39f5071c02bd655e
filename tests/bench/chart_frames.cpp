#include "tests/bench/chart_frames.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <utility>

#include <QCoreApplication>
#include <QEventLoop>

#include "tests/support/synthetic_run.h"
#include "ui/charts/chart_board.h"
#include "ui/charts/plot_widget.h"
#include "ui/theme/theme.h"

namespace w2s::bench {
namespace {

using record::StageId;
namespace stage = record::stage;

double processorMilliseconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return 1e3 * static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_nsec);
}

// One frame of `frames`.
template <class Work>
void measure(ChartFrames& frames, Work&& work) {
  const double processor = processorMilliseconds();
  const auto begin = std::chrono::steady_clock::now();
  work();
  // Painting belongs to the frame.
  for (int i = 0; i < 3; ++i) {
    QCoreApplication::processEvents(QEventLoop::AllEvents);
  }
  frames.ms.push_back(
      std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
  const auto n = static_cast<double>(frames.ms.size());
  frames.cpu_ms += (processorMilliseconds() - processor - frames.cpu_ms) / n;
}

}  // namespace

double ChartFrames::p95() const {
  std::vector<double> sorted = ms;
  std::ranges::sort(sorted);
  return sorted.empty() ? 0.0 : sorted[(sorted.size() * 95) / 100];
}

double ChartFrames::worst() const {
  return ms.empty() ? 0.0 : *std::ranges::max_element(ms);
}

std::vector<ChartFrames> measureChartFrames(const ChartFrameOptions& options) {
  ui::Theme theme;
  theme.choose(ui::ThemeChoice::Light);
  const auto synthetic = [&](std::uint64_t seed, std::int64_t steps) {
    return test::makeRun("run", {.steps = steps,
                                 .evaluate_every = std::max<std::int64_t>(1, options.steps / 200),
                                 .seed = seed});
  };
  std::vector<ui::RunSeries> others;
  for (int i = 0; i < options.overlays; ++i) {
    others.push_back(synthetic(100 + static_cast<std::uint64_t>(i), options.steps));
  }
  std::vector<ui::charts::Overlay> overlays;
  for (int i = 0; i < options.overlays; ++i) {
    overlays.push_back({&others[static_cast<std::size_t>(i)], "seed " + std::to_string(i), i});
  }
  ui::RunSeries live("live");
  const ui::RunSeries source = synthetic(1, options.steps);
  live.apply(record::RunStarted{
      .name = "live",
      .seed = 1,
      .device = "cpu",
      .stages = {{.id = stage::kStudent, .fingerprint = {}, .steps = options.steps}}});
  live.apply(record::StageFinished{.stage = stage::kWeak, .test = test::performanceOf(0.67)});
  live.apply(record::StageFinished{.stage = stage::kCeiling, .test = test::performanceOf(0.86)});
  live.apply(record::StageStarted{.stage = stage::kStudent, .steps = options.steps});

  ui::ChartBoard board(theme);
  board.resize(options.width, options.height);
  board.show();
  board.setRun(&live);
  board.setOverlays(overlays);
  QCoreApplication::processEvents();

  // A hundred frames bring the whole run, whose cost grows with it: the last ones are measured.
  const ui::StageSeries& student = source.stage(stage::kStudent);
  ChartFrames growing{.kind = "live", .ms = {}};
  std::size_t next_evaluation = 0;
  const std::int64_t warm_up =
      std::max<std::int64_t>(0, options.steps - options.frames * options.steps_a_frame);
  for (std::int64_t from = 0; from < options.steps;) {
    const std::int64_t to =
        from < warm_up ? warm_up : std::min(options.steps, from + options.steps_a_frame);
    record::StepsMeasured rows{.stage = stage::kStudent, .rows = {}};
    rows.rows.append(student.rows, static_cast<std::size_t>(from),
                     static_cast<std::size_t>(to - from));
    live.apply(rows);
    while (next_evaluation < student.evaluations.size() &&
           student.evaluations[next_evaluation].step <= to) {
      live.apply(record::Evaluated{.stage = stage::kStudent,
                                   .evaluation = student.evaluations[next_evaluation++]});
    }
    if (from >= warm_up) {
      measure(growing, [&] { board.refresh(); });
    } else {
      board.refresh();
    }
    from = to;
  }

  ChartFrames crosshair{.kind = "crosshair", .ms = {}};
  const auto steps = static_cast<double>(options.steps);
  for (int i = 0; i < options.frames; ++i) {
    measure(crosshair, [&] { board.setCrosshair(steps * (i + 1.0) / (options.frames + 1.0)); });
  }
  board.setCrosshair(std::nullopt);
  ChartFrames zoom{.kind = "zoom", .ms = {}};
  for (int i = 0; i < options.frames; ++i) {
    const double half = 0.5 * steps / (1.0 + i);
    measure(zoom, [&] {
      for (ui::PlotWidget* plot : board.findChildren<ui::PlotWidget*>()) {
        if (plot->isOverCourse()) {
          plot->setXZoom(ui::charts::Range{0.5 * steps - half * 0.9, 0.5 * steps + half * 0.9});
        }
      }
    });
  }
  return {growing, crosshair, zoom};
}

}  // namespace w2s::bench
