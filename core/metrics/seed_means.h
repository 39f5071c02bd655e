// What finished runs that differ in their seed alone give together.
#pragma once

#include <optional>
#include <span>

#include "core/metrics/intervals.h"
#include "core/metrics/pgr_of_means.h"

namespace w2s::metrics {

// Means and standard deviations of accuracies over seeds; undefined without a run.
struct SeedMeans {
  MeanAndSd weak;
  MeanAndSd student;
  MeanAndSd ceiling;
  std::optional<PgrOfMeans> pgr;  // empty without a run
};

[[nodiscard]] SeedMeans meansOf(std::span<const SeedAccuracies> seeds);

}  // namespace w2s::metrics
