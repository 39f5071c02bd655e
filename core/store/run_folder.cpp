#include "core/store/run_folder.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <optional>
#include <random>
#include <set>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "core/base/file_io.h"
#include "core/store/event_json.h"
#include "core/store/event_log.h"
#include "core/store/file_lock.h"
#include "core/store/folder.h"
#include "core/store/run_files.h"
#include "core/store/series.h"
#include "core/store/workspace.h"

namespace w2s::store {
namespace {

namespace fs = std::filesystem;
using namespace experiment;

Status writeManifest(const fs::path& folder, const Manifest& manifest) {
  return writeFileAtomically(folder / kManifestFile, manifestToJson(manifest));
}

Manifest withNewId(Manifest manifest, std::chrono::system_clock::time_point now) {
  manifest.id = makeRunId(manifest.name, manifest.seed, now, std::random_device{}());
  return manifest;
}

// Builds a run folder under a temporary name and moves it to runs/<id>, choosing another id while
// the chosen one is taken. `fill` gets the temporary folder; what it returns keeps the run's lock.
template <class Fill>
Result<FileLock> publish(const fs::path& workspace, Manifest& manifest, Fill fill) {
  const auto now = std::chrono::system_clock::now();
  const bool choose = manifest.id.empty();
  if (manifest.created.empty()) {
    manifest.created = isoTime(now);
  }
  W2S_TRY(const fs::path temporary, makeTemporaryFolder(runsFolder(workspace), "run"));
  const auto build = [&]() -> Result<FileLock> {
    W2S_TRY(FileLock lock, fill(temporary));
    constexpr int kAttempts = 100;
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
      if (choose) {
        manifest = withNewId(std::move(manifest), now);
      }
      W2S_CHECK(writeManifest(temporary, manifest));
      W2S_CHECK(syncTree(temporary));
      W2S_TRY(const bool moved, moveIfFree(temporary, runsFolder(workspace) / manifest.id));
      if (moved) {
        return lock;
      }
      if (!choose) {
        break;
      }
    }
    return fail(ErrorCode::InvalidArgument, sentence("A run {} exists already.", manifest.id));
  };
  auto built = build();
  if (!built) {
    std::error_code ignored;
    fs::remove_all(temporary, ignored);
  }
  return built;
}

Result<FileLock> lockNewFolder(const fs::path& folder) {
  W2S_TRY(auto lock, FileLock::tryLock(folder / kLockFile));
  if (!lock) {
    return fail(ErrorCode::Internal, sentence("{} is locked by another.", folder.string()));
  }
  return std::move(*lock);
}

Status makeEmptyRun(const fs::path& folder) {
  W2S_CHECK(makeFolders(folder / kSeriesFolder));
  W2S_CHECK(makeFolders(folder / kCheckpointFolder));
  W2S_TRY(const AppendFile log, AppendFile::open(folder / kEventsFile));
  return {};
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) {
    text += line;
    text += '\n';
  }
  return text;
}

// How far each listed stage has come.
using Positions = std::map<StageKind, std::int64_t>;

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

// Planned interventions that the checkpoint after `step` steps does not hold and the log does not know.
std::vector<Intervention> notYetMade(const Manifest& manifest, const EventLog& log, std::int64_t step) {
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
  for (const StageKind stage : kAllStages) {
    const fs::path file = seriesFile(folder, stage);
    const auto position = positions.find(stage);
    std::error_code ignored;
    if (position == positions.end()) {
      cuts.push_back({.file = file});
      continue;
    }
    std::string text;
    if (fs::exists(file, ignored)) {
      W2S_TRY(text, readFile(file));
    }
    W2S_TRY(const SeriesPart part, partUpTo(text, position->second, file));
    if (position->second != StagePosition::kWholeStage && part.last_step < position->second) {
      return fail(ErrorCode::BadFormat,
                  sentence("{} ends at step {}, before the checkpoint at step {}: rows were lost. "
                           "The stage {} has to start anew.",
                           file.string(), part.last_step, position->second, nameOf(stage)));
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
Status keepLines(const fs::path& log, const std::vector<std::string>& kept, std::size_t lines) {
  const std::string text = joined(kept);
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

Result<Manifest> readManifestOf(const fs::path& workspace, const std::string& id) {
  const fs::path folder = runsFolder(workspace) / id;
  std::error_code ignored;
  if (!isRunId(id) || !fs::is_directory(folder, ignored)) {
    return fail(ErrorCode::NotFound, sentence("There is no run {} in {}.", id, workspace.string()));
  }
  return readManifest(folder);
}

Result<FileLock> lockExisting(const fs::path& folder, const std::string& id) {
  W2S_TRY(auto lock, FileLock::tryLock(folder / kLockFile));
  if (!lock) {
    return fail(ErrorCode::InvalidArgument,
                sentence("The run {} is running. Stop it first, or wait for its end.", id));
  }
  return std::move(*lock);
}

}  // namespace

struct RunWriter::State {
  std::mutex mutex;
  fs::path folder;
  Manifest manifest;
  FileLock lock;
  AppendFile events;
  std::map<StageKind, AppendFile> series;
  std::map<StageKind, PredictionWriter> predictions;
  std::vector<Intervention> to_replay;  // logged before the crash, not applied again yet
  bool has_run_started = false;
  bool over = false;    // a terminal event is in the log
  bool closed = false;  // finish() was called

  Status appendRows(StageKind stage, std::string_view text);
  Status appendEvent(const Event& event, std::string line);
  Status cutSeries(const Rewound& rewound);
  Status cutPredictions(const Rewound& rewound);
  bool isReplayed(const Intervention& change);
};

Status RunWriter::State::appendRows(StageKind stage, std::string_view text) {
  AppendFile& file = series[stage];
  if (!file.isOpen()) {
    W2S_TRY(file, AppendFile::open(seriesFile(folder, stage)));
  }
  if (file.size() == 0) {
    return file.append(std::string(kSeriesHeader).append(text));
  }
  return file.append(text);
}

Status RunWriter::State::cutSeries(const Rewound& rewound) {
  const fs::path path = seriesFile(folder, rewound.stage);
  AppendFile& file = series[rewound.stage];
  if (!file.isOpen()) {
    W2S_TRY(file, AppendFile::open(path));
  }
  W2S_TRY(const std::string text, readFile(path));
  W2S_TRY(const SeriesPart part, partUpTo(text, rewound.step, path));
  return file.truncate(part.bytes);
}

Status RunWriter::State::cutPredictions(const Rewound& rewound) {
  const auto open = predictions.find(rewound.stage);
  return open != predictions.end() && open->second.isOpen()
             ? open->second.cutAfter(rewound.step)
             : cutPredictionLog(store::predictionsFile(folder, rewound.stage), rewound.step);
}

// An intervention that is in the log since before the crash: applied again now, so no longer
// outstanding.
bool RunWriter::State::isReplayed(const Intervention& change) {
  const auto known = std::ranges::find_if(to_replay, [&](const Intervention& logged) {
    return logged.step == change.step && logged.parameter == change.parameter &&
           logged.new_value == change.new_value;
  });
  if (known == to_replay.end()) {
    return false;
  }
  to_replay.erase(known);
  return true;
}

Status RunWriter::State::appendEvent(const Event& event, std::string line) {
  if (std::holds_alternative<RunStarted>(event) && has_run_started) {
    return {};
  }
  if (const auto* intervened = std::get_if<Intervened>(&event);
      intervened != nullptr && isReplayed(intervened->intervention)) {
    return {};
  }
  line += '\n';
  if (const auto* rewound = std::get_if<Rewound>(&event)) {
    W2S_CHECK(cutSeries(*rewound));
    W2S_CHECK(cutPredictions(*rewound));
    // Those still outstanding are not voided by it: say them again behind it.
    for (const Intervention& change : to_replay) {
      if (rewound->stage == StageKind::Student && isBeyond(Intervened{change}, rewound->step)) {
        line += eventToJson(Intervened{change});
        line += '\n';
      }
    }
  }
  W2S_CHECK(events.append(line));
  has_run_started = has_run_started || std::holds_alternative<RunStarted>(event);
  over = isTerminal(event);
  return {};
}

RunWriter::RunWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}
RunWriter::RunWriter(RunWriter&&) noexcept = default;

RunWriter& RunWriter::operator=(RunWriter&& other) noexcept {
  std::swap(state_, other.state_);
  return *this;
}

RunWriter::~RunWriter() {
  if (state_) {
    finish();
  }
}

Result<RunWriter> RunWriter::create(const fs::path& workspace, Manifest manifest) {
  if (!manifest.id.empty() && !isRunId(manifest.id)) {
    return fail(ErrorCode::InvalidArgument,
                sentence("\"{}\" cannot name a run's folder.", manifest.id));
  }
  auto state = std::make_unique<State>();
  W2S_TRY(state->lock, publish(workspace, manifest, [](const fs::path& folder) -> Result<FileLock> {
            W2S_CHECK(makeEmptyRun(folder));
            return lockNewFolder(folder);
          }));
  state->folder = runsFolder(workspace) / manifest.id;
  state->manifest = std::move(manifest);
  W2S_TRY(state->events, AppendFile::open(state->folder / kEventsFile));
  return RunWriter(std::move(state));
}

Result<ReopenedRun> RunWriter::reopen(const fs::path& workspace, const std::string& id,
                                      const std::vector<StagePosition>& positions_list) {
  auto state = std::make_unique<State>();
  W2S_TRY(state->manifest, readManifestOf(workspace, id));
  state->folder = runsFolder(workspace) / id;
  const fs::path& folder = state->folder;
  W2S_TRY(state->lock, lockExisting(folder, id));

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
  const auto student = positions.find(StageKind::Student);
  const std::int64_t student_step = student == positions.end() ? 0 : student->second;
  state->to_replay = interventionsFrom(log, voided, student_step);
  std::vector<std::string> kept;
  for (std::size_t i = 0; i < log.events.size(); ++i) {
    if (survives(log.events[i], voided[i], positions)) {
      kept.push_back(std::move(log.lines[i]));
      state->has_run_started =
          state->has_run_started || std::holds_alternative<RunStarted>(log.events[i]);
    }
  }
  // The log first: it may need space. Rows that it no longer mentions do no harm should the process
  // end here.
  W2S_CHECK(keepLines(folder / kEventsFile, kept, log.lines.size()));
  for (const SeriesCut& cut : cuts) {
    W2S_CHECK(apply(cut));
  }
  for (const StageKind stage : kAllStages) {
    const auto position = positions.find(stage);
    W2S_CHECK(cutPredictionLog(store::predictionsFile(folder, stage),
                               position == positions.end() ? kNothing : position->second));
  }
  std::error_code error;
  if (fs::remove(folder / kSummaryFile, error); error) {
    return systemError(sentence("remove"), folder / kSummaryFile, error.value());
  }
  W2S_CHECK(makeFolders(folder / kCheckpointFolder));
  W2S_TRY(state->events, AppendFile::open(folder / kEventsFile));
  auto replay = state->to_replay;
  for (const Intervention& change : notYetMade(state->manifest, log, student_step)) {
    replay.push_back(change);
  }
  std::ranges::stable_sort(replay, {}, &Intervention::step);
  return ReopenedRun{.writer = RunWriter(std::move(state)), .replay = std::move(replay)};
}

const std::string& RunWriter::id() const {
  return state_->manifest.id;
}

const Manifest& RunWriter::manifest() const {
  return state_->manifest;
}

const fs::path& RunWriter::folder() const {
  return state_->folder;
}

fs::path RunWriter::checkpointFile(StageKind stage) const {
  return state_->folder / kCheckpointFolder / fmt::format("{}.safetensors", nameOf(stage));
}

Status RunWriter::write(const Event& event) {
  // Formatted outside the lock: two stages that train side by side wait for each other's system
  // call only.
  std::string text;
  const auto* measured = std::get_if<StepsMeasured>(&event);
  if (measured != nullptr) {
    formatRows(measured->rows, text);
  } else {
    text = eventToJson(event);
  }
  const std::lock_guard guard(state_->mutex);
  if (state_->over || state_->closed) {
    return fail(
        ErrorCode::Internal,
        sentence("The run {} is over; its record takes no more events.", state_->manifest.id));
  }
  if (measured == nullptr) {
    return state_->appendEvent(event, std::move(text));
  }
  return measured->rows.empty() ? Status() : state_->appendRows(measured->stage, text);
}

Status RunWriter::writePredictions(StageKind stage, const PredictedRows& about,
                                   const Predictions& predictions) {
  const std::lock_guard guard(state_->mutex);
  PredictionWriter& log = state_->predictions[stage];
  if (!log.isOpen()) {
    W2S_TRY(log, PredictionWriter::open(predictionsFile(stage), about));
  }
  return log.append(predictions);
}

fs::path RunWriter::predictionsFile(StageKind stage) const {
  return store::predictionsFile(state_->folder, stage);
}

Status RunWriter::copyPredictions(StageKind stage, const fs::path& from) {
  W2S_TRY(const std::string bytes, readFile(from));
  const std::lock_guard guard(state_->mutex);
  state_->predictions.erase(stage);
  W2S_TRY(AppendFile file, AppendFile::open(predictionsFile(stage)));
  W2S_CHECK(file.truncate(0));
  return file.append(bytes);
}

Status RunWriter::writeSummary(const RunSummary& summary) {
  const std::lock_guard guard(state_->mutex);
  return writeFileAtomically(state_->folder / kSummaryFile, summaryToJson(summary));
}

Status RunWriter::sync() {
  const std::lock_guard guard(state_->mutex);
  for (auto& [stage, file] : state_->series) {
    W2S_CHECK(file.sync());
  }
  return state_->events.sync();
}

Status RunWriter::finish() {
  if (state_->closed) {
    return {};
  }
  Status synced = sync();
  const std::lock_guard guard(state_->mutex);
  state_->closed = true;
  state_->series.clear();
  state_->predictions.clear();
  state_->events = AppendFile();
  state_->lock.release();
  return synced;
}

Result<std::string> forkForExtension(const fs::path& workspace, const std::string& id, std::int64_t steps) {
  W2S_TRY(Manifest manifest, readManifestOf(workspace, id));
  const fs::path source = runsFolder(workspace) / id;
  W2S_TRY(const FileLock source_lock, lockExisting(source, id));
  W2S_TRY(EventLog log, readEventLog(source / kEventsFile));
  if (log.events.empty() || !(std::holds_alternative<RunFinished>(log.events.back()) ||
                              std::holds_alternative<RunStopped>(log.events.back()))) {
    return fail(ErrorCode::InvalidArgument,
                sentence("The run {} has not come to its end. Resume it instead.", id));
  }
  log.lines.pop_back();
  manifest.extends = std::exchange(manifest.id, {});
  manifest.created.clear();
  W2S_TRY(const Series student, readSeries(seriesFile(source, StageKind::Student)));
  manifest.is_replay = false;
  manifest.planned_interventions = {
      {.step = student.lastStep(),
       .parameter = LiveParameter::Steps,
       .old_value = static_cast<double>(manifest.config.optimizer.steps),
       .new_value = static_cast<double>(steps)}};
  W2S_TRY(const FileLock lock,
          publish(workspace, manifest, [&](const fs::path& folder) -> Result<FileLock> {
            W2S_CHECK(makeEmptyRun(folder));
            for (const auto part : {kSeriesFolder, kCheckpointFolder}) {
              W2S_CHECK(copyTree(source / part, folder / part));
            }
            W2S_CHECK(writeFileAtomically(folder / kEventsFile, joined(log.lines)));
            return lockNewFolder(folder);
          }));
  return manifest.id;
}

}  // namespace w2s::store
