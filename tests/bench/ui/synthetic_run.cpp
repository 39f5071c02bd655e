#include "tests/bench/ui/synthetic_run.h"

#include <cmath>
#include <random>
#include <string>

#include "tests/support/step_rows.h"

namespace w2s::bench {

using namespace record;

StepsMeasured syntheticSteps(const StageId& stage, std::int64_t first, std::int64_t last,
                             std::uint64_t seed) {
  std::mt19937_64 random(seed * 1'000'003U + static_cast<std::uint64_t>(first));
  std::normal_distribution<double> noise(0.0, 0.05);
  StepsMeasured block{.stage = stage, .rows = {}};
  for (std::int64_t step = first; step <= last; ++step) {
    test::StepRow row;
    row.step = step;
    row.kd = 0.2 + 2.0 / std::sqrt(1.0 + static_cast<double>(step)) + std::abs(noise(random));
    row.confidence = 0.3 + std::abs(noise(random));
    row.kd_weight = 0.5;
    row.confidence_weight = 0.5;
    row.total = row.kd_weight * row.kd + row.confidence_weight * row.confidence;
    row.learning_rate = 3e-3;
    block.rows.append(test::blockOf(row));
  }
  return block;
}

Evaluated syntheticEvaluation(const StageId& stage, std::int64_t step, std::int64_t steps,
                              std::uint64_t seed) {
  const double share = static_cast<double>(step) / static_cast<double>(steps);
  const double top = (stage == stage::kCeiling ? 0.86 : 0.76) + 0.01 * static_cast<double>(seed);
  metrics::Evaluation evaluation;
  evaluation.step = step;
  evaluation.seconds = share * 100.0;
  evaluation.test = {.accuracy = top - 0.3 * std::exp(-8.0 * share), .loss = 0.6, .n = 10'000};
  evaluation.test_agreement.overall = 0.7 + 0.1 * share;
  evaluation.test_agreement.weak_right = 0.9;
  evaluation.test_agreement.weak_wrong = 0.3;
  evaluation.validation_agreement = 0.7;
  return {.stage = stage, .evaluation = evaluation};
}

ui::RunSeries syntheticRun(const SyntheticOptions& options) {
  ui::RunSeries series("synthetic-" + std::to_string(options.seed));
  series.apply(RunStarted{.name = "synthetic",
                          .seed = static_cast<std::int64_t>(options.seed),
                          .device = "cpu",
                          .stages = {{.id = stage::kWeak},
                                     {.id = stage::kWeakLabels},
                                     {.id = stage::kCeiling, .steps = options.steps},
                                     {.id = stage::kStudent, .steps = options.steps}}});
  series.apply(
      StageFinished{.stage = stage::kWeak, .test = {.accuracy = 0.68, .loss = 1.0, .n = 10'000}});
  series.apply(StageFinished{.stage = stage::kWeakLabels});
  for (const StageId stage : {stage::kCeiling, stage::kStudent}) {
    series.apply(StageStarted{.stage = stage, .steps = options.steps});
    for (std::int64_t step = 0; step < options.steps; step += options.evaluate_every) {
      const std::int64_t last = std::min(step + options.evaluate_every, options.steps);
      series.apply(syntheticSteps(stage, step + 1, last, options.seed));
      series.apply(syntheticEvaluation(stage, last, options.steps, options.seed));
    }
    series.apply(
        StageFinished{.stage = stage, .test = {.accuracy = 0.8, .loss = 0.6, .n = 10'000}});
  }
  return series;
}

}  // namespace w2s::bench
