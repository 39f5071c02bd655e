// What a study still takes before it is started: how much of it is shared or in the cache, and, by
// what recorded runs took, the time and the disk. Values; any thread.
//
// Stages with equal fingerprints are one: it is trained once, by whichever run comes first. Its time
// is the median of the recorded stages of that name, in proportion to its training steps; of runs on the
// same data with the same strong model. Where a stage of that name is on no record its time is unknown
// and said to be.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <vector>

#include "core/base/result.h"
#include "core/config/experiment_config.h"
#include "core/metrics/evaluation.h"
#include "core/record/stage.h"

namespace w2s::study {

// How long stages of recorded runs took.
struct Experience {
  // Medians.
  struct OfStage {
    double seconds = 0.0;           // of the whole stage
    double seconds_per_step = 0.0;  // for one that is trained in steps
  };
  std::map<record::StageId, OfStage> stages;
  double run_bytes =
      metrics::kUndefined;  // of a run's folder, the mean; undefined: no run is on record
};

// Of the newest finished runs of the workspace, at most `most`, with the data set and the strong model of
// `like`. Runs that cannot be read count as none. Errors: the workspace cannot be read.
[[nodiscard]] Result<Experience> experienceOf(const std::filesystem::path& workspace,
                                              const config::ExperimentConfig& like,
                                              std::size_t most = 60);

struct Forecast {
  std::int64_t runs = 0;     // that are left to do
  std::int64_t stages = 0;   // of all of them
  std::int64_t cached = 0;   // of these: the cache has the result
  std::int64_t to_make = 0;  // different ones that it does not have; the others are shared
  // Of work, on one core: of those stages whose like is on record. Undefined: of none is it, though
  // there are some to make.
  double seconds = metrics::kUndefined;
  std::int64_t unknown = 0;            // of to_make: nothing is known of their time
  double bytes = metrics::kUndefined;  // of run folders; undefined: not known

  [[nodiscard]] std::int64_t shared() const {
    return stages - cached - to_make;
  }
};

// A run that is left to do: its stages (engine::planRuns) and what runs like it took.
struct ForecastRun {
  std::vector<record::PlannedStage> stages;
  std::shared_ptr<const Experience> experience;
};
[[nodiscard]] Forecast forecastOf(std::span<const ForecastRun> runs);

}  // namespace w2s::study
