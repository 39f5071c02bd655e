// A run that goes on: its record is cut back to where each stage continues.
#include <algorithm>
#include <chrono>
#include <map>
#include <system_error>
#include <utility>

#include "core/base/byte_hasher.h"
#include "core/base/file_io.h"
#include "core/base/hash.h"
#include "core/store/event_log.h"
#include "core/store/folder.h"
#include "core/store/leftovers.h"
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
  FileSeal kept;  // of what stays; no bytes: the file goes
};

// What to do to the series files, decided before anything is touched.
Result<std::vector<SeriesCut>> planSeriesCuts(const fs::path& folder, const Positions& positions,
                                              const EventLog& log) {
  std::vector<SeriesCut> cuts;
  for (const StageId& stage : stagesWithFiles(folder)) {
    const fs::path file = seriesFile(folder, stage);
    const auto position = positions.find(stage);
    if (position == positions.end()) {
      cuts.push_back({.file = file});
      continue;
    }
    const bool is_over = !log.events.empty() && isTerminal(log.events.back());
    W2S_TRY(const SealedPart sound, sealedPart(file, nameInRun(file, folder), log, is_over));
    W2S_TRY(const SeriesPart part, partOfFileUpTo(file, position->second, sound.bytes));
    if (position->second != StagePosition::kWholeStage && part.last_step < position->second) {
      return fail(ErrorCode::BadFormat,
                  sentence("{} ends at step {}, before the checkpoint at step {}: rows were lost. "
                           "The stage {} has to start anew.",
                           file.string(), part.last_step, position->second, stage));
    }
    W2S_TRY(const BeginningHash hash, hashOfBeginning(file, part.bytes));
    cuts.push_back({.file = file, .kept = {.bytes = part.bytes, .hash = hash.kept.hex()}});
  }
  return cuts;
}

// Cuts the file back. Neither a link nor what it leads to is touched: an error.
Status shorten(const fs::path& file, std::uint64_t bytes) {
  W2S_TRY(AppendFile shortened, AppendFile::open(file));
  return shortened.truncate(bytes);
}

Status apply(const SeriesCut& cut) {
  std::error_code error;
  if (!fs::exists(fs::symlink_status(cut.file, error))) {
    return {};
  }
  if (cut.kept.bytes > 0) {
    return shorten(cut.file, cut.kept.bytes);
  }
  if (fs::remove(cut.file, error); error) {
    return systemError(sentence("remove"), cut.file, error.value());
  }
  return {};
}

// Removes the lines that seal what is cut off, and seals anew what is kept of it. What is sealed now.
std::map<std::string, FileSeal> renewSeals(const fs::path& folder,
                                           const std::vector<SeriesCut>& cuts, const EventLog& log,
                                           std::vector<LogLine>& lines) {
  std::map<std::string, FileSeal> kept;
  std::vector<LogLine> added;
  const auto holds = [&](const std::string& name, const FileSeal& seal) {
    const auto known = log.seals.find(name);
    const auto now = kept.find(name);
    return now != kept.end() && seal.bytes <= now->second.bytes &&
           std::ranges::find(known->second, seal) != known->second.end();
  };
  for (const auto& [name, seals] : log.seals) {
    const auto cut = std::ranges::find_if(
        cuts, [&](const SeriesCut& one) { return nameInRun(one.file, folder) == name; });
    if (cut != cuts.end() && cut->kept.bytes > 0) {
      kept[name] = cut->kept;
      if (std::ranges::find(seals, cut->kept) == seals.end()) {
        added.push_back({.text = sealToJson(name, cut->kept), .is_stamped = true});
      }
    } else if (cut == cuts.end() && name == kRowsFile) {
      kept[name] = seals.back();
    }
  }
  std::erase_if(lines, [&](const LogLine& line) {
    const auto seal = sealFromJson(line.text);
    return seal && !holds(seal->first, seal->second);
  });
  lines.insert(lines.end(), added.begin(), added.end());
  return kept;
}

// Leaves these lines of the log. Where that is all of them a torn end is cut off and nothing
// rewritten.
Status keepLines(const fs::path& log, const std::vector<LogLine>& kept) {
  const std::string text = joinedLines(kept);
  const auto present = readFile(log, kMostLogBytes);
  if (present && present->starts_with(text) &&
      present->find('\n', text.size()) == std::string::npos) {
    return shorten(log, text.size());
  }
  return present || !text.empty() ? writeFileAtomically(log, text) : Status{};
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
  sweep(leftoversInRun(folder, std::chrono::seconds(0)));

  W2S_TRY(EventLog log, readEventLog(folder / kEventsFile, Keep::EventsAndLines));
  if (std::ranges::any_of(log.events, [](const Event& event) {
        return std::holds_alternative<RunFinished>(event);
      })) {
    return fail(ErrorCode::InvalidArgument,
                sentence("The run {} is finished. Extend it to train on.", id));
  }
  const Positions positions = positionsOf(positions_list);
  W2S_TRY(const auto cuts, planSeriesCuts(folder, positions, log));

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
  state->seals = renewSeals(folder, cuts, log, kept);
  state->log_lines = kept.size();
  W2S_CHECK(keepLines(folder / kEventsFile, kept));
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
