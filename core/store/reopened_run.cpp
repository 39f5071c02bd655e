// A run that goes on: its record is cut back to where each stage continues.
#include <algorithm>
#include <map>
#include <system_error>
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
namespace {

namespace fs = std::filesystem;
using namespace record;

// How far each listed stage has come.
using Positions = std::map<StageId, std::int64_t>;

Positions positionsOf(const std::vector<StagePosition>& list) {
  Positions positions;
  for (const StagePosition& position : list) {
    positions[position.stage] = position.completed_steps;
  }
  return positions;
}

// Does a line of the log outlive the reopening of its run? See RunWriter::reopen.
bool survives(const Event& event, bool voided, const Positions& positions) {
  if (std::holds_alternative<RunPaused>(event) || std::holds_alternative<RunContinued>(event) ||
      isTerminal(event)) {
    return false;
  }
  const auto stage = stageOf(event);
  if (!stage || std::holds_alternative<Intervened>(event)) {
    return true;
  }
  const auto position = positions.find(*stage);
  if (position == positions.end()) {
    return false;
  }
  if (position->second == StagePosition::kWholeStage) {
    return true;
  }
  if (std::holds_alternative<StageFinished>(event) ||
      std::holds_alternative<StageProgressed>(event)) {
    return false;
  }
  return voided || !isBeyond(event, position->second);
}

std::vector<Intervention> interventionsFrom(const EventLog& log, const std::vector<bool>& voided,
                                            std::int64_t step) {
  std::vector<Intervention> found;
  for (std::size_t i = 0; i < log.events.size(); ++i) {
    const auto* intervened = std::get_if<Intervened>(&log.events[i]);
    if (intervened != nullptr && !voided[i] && isBeyond(log.events[i], step)) {
      found.push_back(intervened->intervention);
    }
  }
  std::ranges::stable_sort(found, {}, &Intervention::step);
  return found;
}

// Planned interventions that the checkpoint after `step` steps does not hold and the log does not
// know.
std::vector<Intervention> notYetMade(const Manifest& manifest, const EventLog& log,
                                     std::int64_t step) {
  std::vector<Intervention> found;
  for (const Intervention& planned : manifest.planned_interventions) {
    const bool logged = std::ranges::any_of(log.events, [&](const Event& event) {
      const auto* made = std::get_if<Intervened>(&event);
      return made != nullptr && made->intervention.step == planned.step &&
             made->intervention.parameter == planned.parameter &&
             made->intervention.new_value == planned.new_value;
    });
    if (planned.step >= step && !logged) {
      found.push_back(planned);
    }
  }
  return found;
}

constexpr std::int64_t kNothing = -1;  // before every step

struct SeriesCut {
  fs::path file;
  std::uint64_t bytes = 0;  // 0: the file goes
};

// What to do to the series files, decided before anything is touched.
Result<std::vector<SeriesCut>> planSeriesCuts(const fs::path& folder, const Positions& positions) {
  std::vector<SeriesCut> cuts;
  for (const StageId& stage : stagesWithFiles(folder)) {
    const fs::path file = seriesFile(folder, stage);
    const auto position = positions.find(stage);
    std::error_code ignored;
    if (position == positions.end()) {
      cuts.push_back({.file = file});
      continue;
    }
    std::string text;
    if (fs::exists(file, ignored)) {
      W2S_TRY(text, readFile(file, kMostLogBytes));
    }
    W2S_TRY(const SeriesPart part, partUpTo(text, position->second, file));
    if (position->second != StagePosition::kWholeStage && part.last_step < position->second) {
      return fail(ErrorCode::BadFormat,
                  sentence("{} ends at step {}, before the checkpoint at step {}: rows were lost. "
                           "The stage {} has to start anew.",
                           file.string(), part.last_step, position->second, stage));
    }
    cuts.push_back({.file = file, .bytes = part.bytes});
  }
  return cuts;
}

Status apply(const SeriesCut& cut) {
  std::error_code error;
  if (!fs::exists(cut.file, error)) {
    return {};
  }
  cut.bytes == 0 ? static_cast<void>(fs::remove(cut.file, error))
                 : fs::resize_file(cut.file, cut.bytes, error);
  if (error) {
    return systemError(sentence("shorten"), cut.file, error.value());
  }
  return {};
}

// Leaves these of the log's complete lines. Where that is all of them a torn end is cut off and
// nothing rewritten.
Status keepLines(const fs::path& log, const std::vector<LogLine>& kept, std::size_t lines) {
  const std::string text = joinedLines(kept);
  if (kept.size() < lines) {
    return writeFileAtomically(log, text);
  }
  std::error_code error;
  if (fs::exists(log, error)) {
    fs::resize_file(log, text.size(), error);
  }
  if (error) {
    return systemError(sentence("shorten"), log, error.value());
  }
  return {};
}

}  // namespace

Result<ReopenedRun> RunWriter::reopen(const fs::path& workspace, const std::string& id,
                                      const std::vector<StagePosition>& positions_list) {
  auto state = std::make_unique<State>();
  W2S_TRY(state->manifest, readManifestOf(workspace, id));
  W2S_CHECK(checkRepeatable(state->manifest));
  state->folder = runsFolder(workspace) / id;
  const fs::path& folder = state->folder;
  W2S_TRY(state->owner, claimRun(folder, id));

  W2S_TRY(EventLog log, readEventLog(folder / kEventsFile));
  if (std::ranges::any_of(log.events, [](const Event& event) {
        return std::holds_alternative<RunFinished>(event);
      })) {
    return fail(ErrorCode::InvalidArgument,
                sentence("The run {} is finished. Extend it to train on.", id));
  }
  const Positions positions = positionsOf(positions_list);
  W2S_TRY(const auto cuts, planSeriesCuts(folder, positions));

  const auto voided = voidedEvents(log.events);
  const auto student = positions.find(stage::kStudent);
  const std::int64_t student_step = student == positions.end() ? 0 : student->second;
  state->to_replay = interventionsFrom(log, voided, student_step);
  std::vector<LogLine> kept;
  for (const LogLine& line : log.lines) {
    if (!line.event || survives(log.events[*line.event], voided[*line.event], positions)) {
      kept.push_back(line);
    }
  }
  state->has_run_started = std::ranges::any_of(
      log.events, [](const Event& event) { return std::holds_alternative<RunStarted>(event); });
  // The log first: it may need space. Rows that it no longer mentions do no harm should the process
  // end here.
  W2S_CHECK(keepLines(folder / kEventsFile, kept, log.lines.size()));
  for (const SeriesCut& cut : cuts) {
    W2S_CHECK(apply(cut));
  }
  for (const StageId& stage : stagesWithFiles(folder)) {
    const auto position = positions.find(stage);
    W2S_CHECK(cutPredictionLog(store::predictionsFile(folder, stage),
                               position == positions.end() ? kNothing : position->second));
  }
  std::error_code error;
  if (fs::remove(folder / kSummaryFile, error); error) {
    return systemError(sentence("remove"), folder / kSummaryFile, error.value());
  }
  W2S_CHECK(makeFolders(folder / kCheckpointFolder));
  W2S_TRY(state->events, openShared(folder / kEventsFile));
  auto replay = state->to_replay;
  for (const Intervention& change : notYetMade(state->manifest, log, student_step)) {
    replay.push_back(change);
  }
  std::ranges::stable_sort(replay, {}, &Intervention::step);
  return ReopenedRun{.writer = RunWriter(std::move(state)),
                     .replay = std::move(replay),
                     .worked_seconds = log.worked_seconds};
}

}  // namespace w2s::store
