// Whether two runs have the same series, to the bit: what a fork, a replay or a rewind has to show.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/base/sentence.h"
#include "core/record/stage.h"

namespace w2s::store {

struct SameSeries {
  std::int64_t steps = 0;  // that both have, from the first one on
  // The first of them whose rows differ in a column that both have; none: they are the same.
  std::optional<std::int64_t> differs_at;

  // Up to it they are the same; 0: not even the first step is.
  [[nodiscard]] std::int64_t sameUpTo() const {
    return differs_at ? *differs_at - 1 : steps;
  }
};

// Errors: a series cannot be read.
[[nodiscard]] Result<SameSeries> compareSeries(const std::filesystem::path& run,
                                               const std::filesystem::path& other,
                                               const record::StageId& stage);

// What a person reads of it: "Steps 1 to 400 are those of the run ID, bit for bit." `other`: its id;
// `until`: up to that step nothing was changed, so that a difference before it has another cause.
[[nodiscard]] Sentence saidOf(const SameSeries& same, const std::string& other, std::int64_t until);

// Of a run that branched off, once its student has a series.
struct ForkOutcome {
  std::string source;
  std::int64_t at = 0;
  std::int64_t resumed_at = 0;  // the step of its checkpoint; 0: trained from the beginning
  SameSeries same;
  Sentence came_about;  // "It went on from ..."
  Sentence compared;    // saidOf(same)
};
// Errors: the run is no fork; the run that it comes from is not there any more, or cannot be read.
[[nodiscard]] Result<ForkOutcome> outcomeOfFork(const std::filesystem::path& workspace,
                                                const std::string& id);

}  // namespace w2s::store
