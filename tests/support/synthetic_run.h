// A finished run of any length, made of plausible curves without an engine: for charts and their
// speed.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>

#include "core/base/seed.h"
#include "tests/support/step_rows.h"
#include "ui/bridge/run_series.h"

namespace w2s::test {

struct SyntheticRun {
  std::int64_t steps = 400;
  std::int64_t evaluate_every = 20;
  std::uint64_t seed = 1;
  double best = 0.78;  // the student's accuracy in the end
  bool finished = true;
};

inline metrics::Performance performanceOf(double accuracy) {
  return {.accuracy = accuracy, .loss = 1.2 - accuracy, .n = 10'000};
}

inline metrics::Evaluation evaluationAt(std::int64_t step, double accuracy) {
  metrics::Evaluation evaluation;
  evaluation.step = step;
  evaluation.seconds = 0.004 * static_cast<double>(step);
  evaluation.test = performanceOf(accuracy);
  evaluation.test_agreement = {.overall = accuracy,
                               .weak_right = accuracy + 0.1,
                               .weak_wrong = 0.6 * accuracy,
                               .correction = 0.4 * accuracy,
                               .harm = 0.9 - accuracy,
                               .weak_right_rows = 6700,
                               .weak_wrong_rows = 3300};
  evaluation.validation_agreement = 0.9 * accuracy;
  for (int b = 0; b < metrics::kConfidenceBins; ++b) {
    const double p = (b + 0.5) / metrics::kConfidenceBins;
    evaluation.confidence.push_back({.n = 100 + 40 * b,
                                     .right = static_cast<std::int64_t>((100 + 40 * b) * p * 0.9),
                                     .confidence = p});
  }
  return evaluation;
}

inline ui::RunSeries makeRun(const std::string& id, const SyntheticRun& options) {
  using namespace record;
  ui::RunSeries run(id);
  run.steps_per_epoch = 39.0;
  SplitMix64 random{Seed{options.seed}};
  const auto steps = options.steps;
  run.apply(RunStarted{.name = id,
                       .seed = static_cast<std::int64_t>(options.seed),
                       .device = "cpu",
                       .stages = {{.id = stage::kWeak, .fingerprint = {}},
                                  {.id = stage::kCeiling, .fingerprint = {}, .steps = steps},
                                  {.id = stage::kStudent, .fingerprint = {}, .steps = steps}}});
  run.apply(StageFinished{.stage = stage::kWeak, .test = performanceOf(0.67)});
  run.apply(StageStarted{.stage = stage::kCeiling, .steps = steps});
  run.apply(StageStarted{.stage = stage::kStudent, .steps = steps});
  const double scale = static_cast<double>(steps) / 6.0;
  StepsMeasured block{.stage = stage::kStudent, .rows = {}};
  for (std::int64_t step = 0; step <= steps; ++step) {
    const double skill = 1.0 - std::exp(-static_cast<double>(step) / scale);
    if (step > 0) {
      test::StepRow row;
      row.step = step;
      row.kd_weight = 0.6;
      row.confidence_weight = 0.4 * std::min(1.0, static_cast<double>(step) / scale);
      row.kd = 2.2 - 1.7 * skill + 0.06 * random.normal();
      row.confidence = 1.1 - 0.8 * skill + 0.04 * random.normal();
      row.total = row.kd_weight * row.kd + row.confidence_weight * row.confidence;
      row.learning_rate = 3e-3 * (1.0 - 0.9 * static_cast<double>(step) / steps);
      block.rows.append(test::blockOf(row));
    }
    if (step % options.evaluate_every == 0 || step == steps) {
      const double jitter = 0.004 * random.normal();
      run.apply(Evaluated{.stage = stage::kCeiling,
                          .evaluation = evaluationAt(step, 0.1 + 0.76 * skill + jitter)});
      run.apply(
          Evaluated{.stage = stage::kStudent,
                    .evaluation = evaluationAt(step, 0.1 + (options.best - 0.1) * skill + jitter)});
    }
  }
  run.apply(block);
  if (options.finished) {
    run.apply(StageFinished{.stage = stage::kCeiling, .test = performanceOf(0.86)});
    run.apply(StageFinished{.stage = stage::kStudent, .test = performanceOf(options.best)});
  }
  return run;
}

}  // namespace w2s::test
