// Runs for tests of figures: long, noisy, with gaps, and exactly reproducible.
#pragma once

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include <QByteArray>

#include "core/config/experiment_config.h"
#include "tests/support/step_rows.h"
#include "ui/bridge/run_series.h"
#include "ui/figures/figure.h"
#include "ui/figures/figure_render.h"
#include "ui/figures/figure_run.h"

namespace w2s::test {

// Values of step s; the same on every machine.
inline double noise(std::int64_t step, std::uint64_t salt) {
  std::uint64_t x = static_cast<std::uint64_t>(step) * 0x9E3779B97F4A7C15ULL + salt;
  x ^= x >> 29;
  x *= 0xBF58476D1CE4E5B9ULL;
  x ^= x >> 32;
  return static_cast<double>(x % 100'000) / 100'000.0 - 0.5;
}

inline metrics::Performance performance(double accuracy) {
  return {.accuracy = accuracy, .loss = 0.5, .n = 10'000};
}

// A finished run of `steps` student steps with an evaluation every `every`.
inline ui::RunSeries figureSeries(const std::string& id, std::int64_t seed, std::int64_t steps,
                                  std::int64_t every) {
  using namespace record;
  ui::RunSeries series(id);
  RunStarted started{.name = "figure <run> & \"test\"", .seed = seed, .device = "cpu"};
  for (const StageId kind : {stage::kWeak, stage::kWeakLabels, stage::kCeiling, stage::kStudent}) {
    started.stages.push_back({.kind = kind, .steps = steps});
  }
  series.apply(started);
  series.apply(StageFinished{.stage = stage::kWeakLabels, .test = performance(0.668)});
  const auto salt = static_cast<std::uint64_t>(seed) * 7919;
  for (const StageId kind : {stage::kCeiling, stage::kStudent}) {
    series.apply(StageStarted{.stage = kind, .steps = steps});
    const double goal = kind == stage::kCeiling ? 0.861 : 0.803;
    StepsMeasured measured{.stage = kind, .rows = {}};
    for (std::int64_t step = 1; step <= steps; ++step) {
      const double share = static_cast<double>(step) / static_cast<double>(steps);
      const double loss = 2.0 * std::exp(-8.0 * share) + 0.3 + 0.4 * noise(step, salt);
      // A gap of a few steps, as a loss that is not finite leaves it.
      const bool gap = step > steps / 2 && step <= steps / 2 + 3;
      measured.rows.append(blockOf({.step = step,
                                    .total = gap ? std::numeric_limits<double>::quiet_NaN() : loss,
                                    .kd = 0.8 * loss,
                                    .confidence = 0.4 * loss,
                                    .kd_weight = 0.75,
                                    .confidence_weight = 0.25,
                                    .learning_rate = 1e-3 * (1.0 - share),
                                    .temperature = 1.0}));
    }
    series.apply(measured);
    for (std::int64_t step = 0; step <= steps; step += every) {
      const double share = static_cast<double>(step) / static_cast<double>(steps);
      Evaluated evaluated{.stage = kind};
      evaluated.evaluation.step = step;
      evaluated.evaluation.test =
          performance(goal - 0.6 * std::exp(-9.0 * share) + 0.01 * noise(step, salt + 1));
      evaluated.evaluation.test_agreement = {.overall = 0.8,
                                             .weak_right = 0.6 + 0.35 * share,
                                             .weak_wrong = 0.3 + 0.2 * share,
                                             .correction = 0.4 * share,
                                             .harm = 0.1 * share};
      for (int bin = 0; bin < metrics::kConfidenceBins; ++bin) {
        const double confidence = (bin + 0.5) / metrics::kConfidenceBins;
        const std::int64_t rows = 20 * (bin + 1);
        evaluated.evaluation.confidence.push_back(
            {.n = rows,
             .right = static_cast<std::int64_t>(static_cast<double>(rows) * 0.9 * confidence),
             .confidence = confidence});
      }
      series.apply(evaluated);
    }
    series.apply(StageFinished{.stage = kind, .test = performance(goal)});
  }
  series.apply(Intervened{.intervention = {.step = steps / 4,
                                           .parameter = LiveParameter::ConfidenceWeight,
                                           .old_value = 0.5,
                                           .new_value = 0.7}});
  return series;
}

inline ui::figures::OwnedFigureRun figureRun(const std::string& id, std::int64_t seed = 7,
                                             std::int64_t steps = 400, std::int64_t every = 10) {
  return {.series = figureSeries(id, seed, steps, every),
          .config = {},
          .versions = store::currentVersions(),
          .state = "finished"};
}

// The figure's file; the test ends where it cannot be made.
inline QByteArray render(const ui::figures::FigureRequest& request,
                         const std::vector<ui::figures::FigureRun>& runs) {
  const auto figure = ui::figures::makeFigure(request, runs);
  if (!figure) {
    qFatal("%s", figure.error().message.c_str());
  }
  const auto bytes = ui::figures::renderFigure(*figure, request);
  if (!bytes) {
    qFatal("%s", bytes.error().message.c_str());
  }
  return *bytes;
}

}  // namespace w2s::test
