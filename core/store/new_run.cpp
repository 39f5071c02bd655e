// Runs that begin: a new one, and one that begins as the copy of another.
#include <exception>
#include <utility>

#include "core/base/file_io.h"
#include "core/store/event_log.h"
#include "core/store/folder.h"
#include "core/store/run_files.h"
#include "core/store/run_publication.h"
#include "core/store/run_writer_state.h"
#include "core/store/series.h"
#include "core/store/workspace.h"

namespace w2s::store {

namespace fs = std::filesystem;
using namespace record;

Result<RunWriter> RunWriter::create(const fs::path& workspace, Manifest manifest) {
  if (!manifest.id.empty() && !isRunId(manifest.id)) {
    return fail(ErrorCode::InvalidArgument,
                sentence("\"{}\" cannot name a run's folder.", manifest.id));
  }
  auto state = std::make_unique<State>();
  W2S_TRY(state->owner, publishRun(workspace, manifest));
  try {
    state->folder = runsFolder(workspace) / manifest.id;
    auto events = openShared(state->folder / kEventsFile);
    if (!events) {
      removeWhole(state->folder);
      return tl::unexpected(events.error());
    }
    state->events = std::move(*events);
  } catch (const std::exception&) {  // no memory: a run that never began leaves no folder
    removeWhole(runsFolder(workspace) / manifest.id);
    throw;
  }
  state->manifest = std::move(manifest);
  return RunWriter(std::move(state));
}

Result<std::string> forkForExtension(const fs::path& workspace, const std::string& id,
                                     std::int64_t steps, const std::string& new_id) {
  W2S_TRY(Manifest manifest, readManifestOf(workspace, id));
  W2S_CHECK(checkRepeatable(manifest));
  const fs::path source = runsFolder(workspace) / id;
  W2S_TRY(const Ownership source_owner, claimRun(source, id));
  W2S_TRY(EventLog log, readEventLog(source / kEventsFile, Keep::EventsAndLines));
  if (log.events.empty() || !(std::holds_alternative<RunFinished>(log.events.back()) ||
                              std::holds_alternative<RunStopped>(log.events.back()))) {
    return fail(ErrorCode::InvalidArgument,
                sentence("The run {} has not come to its end. Resume it instead.", id));
  }
  const std::size_t ending = log.events.size() - 1;
  std::erase_if(log.lines, [&](const LogLine& line) {
    const auto seal = sealFromJson(line.text);  // of files that the new run does not have
    return line.event == ending || (seal && seal->first.find(".csv") == std::string::npos);
  });
  manifest.extends = std::exchange(manifest.id, new_id);
  manifest.created.clear();
  const fs::path student_file = seriesFile(source, stage::kStudent);
  W2S_TRY(const SealedPart sound,
          sealedPart(student_file, nameInRun(student_file, source), log, true));
  if (!sound.is_whole) {
    return fail(ErrorCode::BadFormat, saidOfUnsoundFile(student_file));
  }
  W2S_TRY(const StepBlock student, readSeries(student_file, Rows::Last));
  manifest.is_replay = false;
  manifest.planned_interventions = {
      {.step = student.lastStep(),
       .parameter = LiveParameter::Steps,
       .old_value = static_cast<double>(manifest.config.optimizer.steps),
       .new_value = static_cast<double>(steps)}};
  W2S_TRY(const Ownership owner,
          publishRun(workspace, manifest, [&](const fs::path& folder) -> Status {
            for (const auto part : {kSeriesFolder, kCheckpointFolder}) {
              W2S_CHECK(copyTree(source / part, folder / part));
            }
            return writeFileAtomically(folder / kEventsFile, joinedLines(log.lines));
          }));
  return manifest.id;
}

}  // namespace w2s::store
