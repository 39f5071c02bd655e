// Runs that branch off from another one.
#include <algorithm>
#include <system_error>
#include <utility>

#include "core/base/file_io.h"
#include "core/store/checkpoint_step.h"
#include "core/store/event_log.h"
#include "core/store/run_files.h"
#include "core/store/run_folder.h"
#include "core/store/run_publication.h"
#include "core/store/workspace.h"

namespace w2s::store {
namespace {

namespace fs = std::filesystem;
using namespace record;

bool isAnew(const Fork& fork, const StageId& stage) {
  return std::ranges::find(fork.anew, stage) != fork.anew.end();
}

// Whether the new run has the event too. reopen() decides of the other stages, and of the student
// between its checkpoint and the fork.
bool isBeforeFork(const Event& event, const Fork& fork) {
  if (isTerminal(event)) {
    return false;
  }
  const auto stage = stageOf(event);
  if (!stage || *stage != stage::kStudent) {
    return !stage || !isAnew(fork, *stage);
  }
  if (const auto* rewound = std::get_if<Rewound>(&event)) {
    return rewound->step < fork.step;  // of what is left it would void nothing
  }
  return !isBeyond(event, fork.step) && !std::holds_alternative<StageFinished>(event);
}

Status copyIfThere(const fs::path& from, const fs::path& to) {
  std::error_code ignored;
  return fs::exists(from, ignored) ? copyFile(from, to) : Status{};
}

Status copyStages(const fs::path& source, const fs::path& folder, const Fork& fork) {
  for (const StageId& stage : stagesWithFiles(source)) {
    if (isAnew(fork, stage)) {
      continue;
    }
    W2S_CHECK(copyIfThere(seriesFile(source, stage), seriesFile(folder, stage)));
    W2S_CHECK(copyIfThere(predictionsFile(source, stage), predictionsFile(folder, stage)));
    if (stage == stage::kStudent) {
      continue;
    }
    W2S_CHECK(copyIfThere(checkpointFile(source, stage), checkpointFile(folder, stage)));
    W2S_CHECK(
        copyIfThere(previousCheckpointFile(source, stage), previousCheckpointFile(folder, stage)));
  }
  return fork.checkpoint.empty()
             ? Status{}
             : copyFile(fork.checkpoint, checkpointFile(folder, stage::kStudent));
}

}  // namespace

Result<std::string> forkRun(const fs::path& workspace, const std::string& id, const Fork& fork,
                            const std::string& new_id) {
  W2S_TRY(Manifest manifest, readManifestOf(workspace, id));
  W2S_CHECK(checkRepeatable(manifest));
  const fs::path source = runsFolder(workspace) / id;
  W2S_TRY(const Ownership source_owner, claimRun(source, id));
  W2S_TRY(EventLog log, readEventLog(source / kEventsFile, Keep::EventsAndLines));
  std::erase_if(log.lines, [&](const LogLine& line) {
    const auto seal = sealFromJson(line.text);  // of files that the new run does not have
    return (line.event && !isBeforeFork(log.events[*line.event], fork)) ||
           (seal && seal->first.find(".csv") == std::string::npos);
  });
  manifest.forked_from = std::exchange(manifest.id, new_id);
  manifest.forked_at = fork.step;
  manifest.created.clear();
  manifest.extends.clear();
  manifest.study.clear();
  if (!fork.changes.empty()) {
    manifest.experiment.clear();
  }
  manifest.is_replay = false;
  manifest.planned_interventions = fork.changes;
  W2S_TRY(const Ownership owner,
          publishRun(workspace, manifest, [&](const fs::path& folder) -> Status {
            W2S_CHECK(copyStages(source, folder, fork));
            return writeFileAtomically(folder / kEventsFile, joinedLines(log.lines));
          }));
  return manifest.id;
}

std::vector<CheckpointAt> checkpointsOf(const fs::path& run, const StageId& stage,
                                        const std::string& fingerprint,
                                        std::int64_t last_recorded_step) {
  std::vector<CheckpointAt> found;
  std::error_code error;
  for (fs::directory_iterator at(run / kCheckpointFolder, error), end; !error && at != end;
       at.increment(error)) {
    const std::string name = at->path().filename().string();
    if (name.starts_with(stage + ".") &&
        (name.ends_with(kCheckpointExtension) || name.ends_with(kPreviousExtension))) {
      found.push_back({.file = at->path(),
                       .step = checkpointStep(at->path(), fingerprint, last_recorded_step)});
    }
  }
  std::ranges::sort(found, [](const CheckpointAt& a, const CheckpointAt& b) {
    return a.step != b.step ? a.step > b.step : a.file < b.file;
  });
  return found;
}

}  // namespace w2s::store
