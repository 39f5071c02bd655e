// Where a run that goes on begins. Engine-internal.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/pipeline/run_context.h"
#include "core/store/recorded_run.h"
#include "core/store/run_folder.h"
#include "core/train/training_state.h"

namespace w2s::engine {

// Where a run that goes on begins, and what that means for its files. The folder is not touched
// before the run is reopened, for it may be at work.
struct Continuation {
  std::vector<store::StagePosition> positions;
  // Their last checkpoint is unsound, the one before it is not.
  std::vector<record::StageId> from_previous;
  std::vector<record::StageId> anew;  // of these no checkpoint is sound
  std::vector<Sentence> notes;        // why
};

// Finished stages stay as they are, training stages go on from a sound checkpoint, everything else
// starts anew. Fills what `setup` says of the record.
[[nodiscard]] Continuation continuationOf(pipeline::RunSetup& setup,
                                          const store::RecordedRun& recorded);

// The state in a checkpoint that the record of its stage reaches. Errors: BadFormat.
[[nodiscard]] Result<train::TrainingState> soundState(const std::filesystem::path& file,
                                                      const std::string& fingerprint,
                                                      const store::RecordedStage& recorded);

// Says what was found unsound, in the program's log and in the run's.
[[nodiscard]] Status recordNotes(const std::vector<Sentence>& notes, store::RunWriter& writer);

}  // namespace w2s::engine
