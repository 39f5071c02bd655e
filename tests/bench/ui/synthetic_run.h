// A run of any length with plausible curves, as events: what the charts are measured with. No engine takes part.
#pragma once

#include <cstdint>

#include "ui/bridge/run_series.h"

namespace w2s::bench {

struct SyntheticOptions {
  std::int64_t steps = 100'000;
  std::int64_t evaluate_every = 1000;
  std::uint64_t seed = 0;
};

// Finished, with ceiling and student of `steps` steps each.
[[nodiscard]] ui::RunSeries syntheticRun(const SyntheticOptions& options);

// Steps first .. last of a stage.
[[nodiscard]] record::StepsMeasured syntheticSteps(const record::StageId& stage, std::int64_t first,
                                                   std::int64_t last, std::uint64_t seed);
[[nodiscard]] record::Evaluated syntheticEvaluation(const record::StageId& stage, std::int64_t step,
                                                    std::int64_t steps, std::uint64_t seed);

}  // namespace w2s::bench
