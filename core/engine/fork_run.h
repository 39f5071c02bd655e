// Where a run that branches off from another one begins, and with what. Engine-internal.
#pragma once

#include <cstdint>
#include <vector>

#include "core/pipeline/run_context.h"
#include "core/store/recorded_run.h"
#include "core/store/run_folder.h"

namespace w2s::engine {

struct Branch {
  store::Fork fork;
  std::vector<Sentence> notes;  // checkpoints that were passed over, and why
};

// After `step` steps of the student, with the settings `wanted` from there on. Goes on from the last
// sound checkpoint until there; the steps between are trained again, which gives the same numbers, and
// so does the beginning where there is none. Errors: no such step, a setting that cannot change while a
// student trains, no step left to train.
[[nodiscard]] Result<Branch> branchOf(const pipeline::RunSetup& setup,
                                      const store::RecordedRun& recorded, std::int64_t step,
                                      config::ExperimentConfig wanted);

}  // namespace w2s::engine
