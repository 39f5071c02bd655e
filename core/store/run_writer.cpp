#include <algorithm>
#include <exception>
#include <system_error>
#include <utility>

#include "core/store/event_json.h"
#include "core/store/event_log.h"
#include "core/store/json_seal.h"
#include "core/store/run_files.h"
#include "core/store/run_writer_state.h"
#include "core/store/series.h"

namespace w2s::store {

namespace fs = std::filesystem;
using namespace record;

Status RunWriter::State::openSeriesFile(const fs::path& path, SeriesFile& open) {
  W2S_TRY(open.file, openShared(path));
  W2S_TRY(open.schema, readSchema(path));
  open.hasher = ByteHasher();
  if (open.file->size() == 0) {
    return {};
  }
  return readFileInPieces(path, [&](std::string_view piece) { open.hasher.add(piece); });
}

Result<RunWriter::State::SeriesFile*> RunWriter::State::openSeries(const StageId& stage) {
  SeriesFile& open = series[stage];
  if (!open.file) {
    W2S_CHECK(openSeriesFile(seriesFile(folder, stage), open));
  }
  return &open;
}

bool RunWriter::State::hasColumns(const SharedSchema& file, const SeriesSchema& rows) {
  return std::ranges::all_of(
      rows.columns, [&](const SeriesColumn& column) { return file && file->find(column.name); });
}

Result<SharedSchema> RunWriter::State::columnsOf(const StageId& stage, const SharedSchema& rows) {
  W2S_TRY(SeriesFile* const open, openSeries(stage));
  if (open->file->size() == 0) {
    open->schema = rows;
  } else if (open->schema != rows) {
    if (!hasColumns(open->schema, *rows)) {
      const fs::path path = seriesFile(folder, stage);
      W2S_CHECK(widenSeries(path, *rows));
      W2S_CHECK(openSeriesFile(path, *open));
      W2S_CHECK(appendSeal(path, open->seal()));
    }
  }
  return open->schema;
}

Status RunWriter::State::appendRows(const StageId& stage, std::string_view text) {
  W2S_TRY(SeriesFile* const open, openSeries(stage));
  std::string with_header;
  if (open->file->size() == 0) {
    with_header = seriesHeader(*open->schema).append(text);
    text = with_header;
  }
  W2S_CHECK(open->file->append(text));
  open->hasher.add(text);
  cut_back.erase(stage);
  return {};
}

Status RunWriter::State::cutBack(const Rewound& rewound) {
  {
    const std::lock_guard guard(mutex);
    W2S_CHECK(mayWrite());
    if (const auto known = cut_back.find(rewound.stage);
        known != cut_back.end() && known->second == rewound.step) {
      return {};
    }
  }
  W2S_CHECK(cutSeries(rewound));
  W2S_CHECK(cutPredictions(rewound));
  const std::lock_guard guard(mutex);
  cut_back[rewound.stage] = rewound.step;
  return {};
}

Status RunWriter::State::cutSeries(const Rewound& rewound) {
  const fs::path path = seriesFile(folder, rewound.stage);
  std::unique_lock lock(mutex);
  W2S_TRY(SeriesFile* const open, openSeries(rewound.stage));
  const std::string written = open->hasher.hex();
  lock.unlock();
  W2S_TRY(const SeriesPart part, partOfFileUpTo(path, rewound.step));
  W2S_TRY(BeginningHash hash, hashOfBeginning(path, part.bytes));
  if (hash.whole != written) {
    return fail(
        ErrorCode::BadFormat,
        sentence("{} is damaged: its content is not what the run wrote into it.", path.string()));
  }
  lock.lock();
  // Said before it is done: should the process end in between, the sealed part is there all the
  // same.
  W2S_CHECK(appendSeal(path, {.bytes = part.bytes, .hash = hash.kept.hex()}));
  open->hasher = std::move(hash.kept);
  return open->file->truncate(part.bytes);
}

Status RunWriter::State::cutPredictions(const Rewound& rewound) {
  const auto open = predictionsOf(rewound.stage);
  const std::lock_guard guard(open->mutex);
  return open->writer.isOpen()
             ? open->writer.cutAfter(rewound.step)
             : cutPredictionLog(store::predictionsFile(folder, rewound.stage), rewound.step);
}

std::shared_ptr<RunWriter::State::StagePredictions> RunWriter::State::predictionsOf(
    const StageId& stage) {
  const std::lock_guard guard(mutex);
  auto& open = predictions[stage];
  if (!open) {
    open = std::make_shared<StagePredictions>();
  }
  return open;
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

Status RunWriter::State::appendEvent(const Event& event, std::string line, double worked_seconds) {
  if (std::holds_alternative<RunStarted>(event) && has_run_started) {
    return {};
  }
  if (const auto* intervened = std::get_if<Intervened>(&event);
      intervened != nullptr && isReplayed(intervened->intervention)) {
    return {};
  }
  std::vector<std::string> lines{std::move(line)};
  if (const auto* rewound = std::get_if<Rewound>(&event)) {
    // Those still outstanding are not voided by it: say them again behind it.
    for (const Intervention& change : to_replay) {
      if (rewound->stage == stage::kStudent && isBeyond(Intervened{change}, rewound->step)) {
        lines.push_back(eventToJson(Intervened{change}, worked_seconds));
      }
    }
  }
  if (isTerminal(event)) {
    W2S_CHECK(sealAllFiles());
  }
  W2S_CHECK(appendLines(lines));
  has_run_started = has_run_started || std::holds_alternative<RunStarted>(event);
  over = isTerminal(event);
  return {};
}

Status RunWriter::State::mayWrite() const {
  if (over || closed) {
    return fail(ErrorCode::Internal,
                sentence("The run {} is over; its record takes no more events.", manifest.id));
  }
  return checkOwner();
}

Status RunWriter::State::checkOwner() const {
  if (owner.isLost()) {
    return fail(ErrorCode::Io, sentence("The folder {} was removed while its run was at work, or "
                                        "another process took it over. Nothing more is recorded.",
                                        folder.string()));
  }
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
    try {
      finish();
    } catch (const std::exception&) {  // no memory for it: the files are closed all the same
    }
  }
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

fs::path RunWriter::checkpointFile(const StageId& stage) const {
  return store::checkpointFile(state_->folder, stage);
}

Status RunWriter::keepPreviousCheckpoint(const StageId& stage) {
  const fs::path current = checkpointFile(stage);
  std::error_code error;
  fs::rename(current, previousCheckpointFile(state_->folder, stage), error);
  if (error && error != std::errc::no_such_file_or_directory) {
    return systemError(sentence("rename"), current, error.value());
  }
  return {};
}

Status RunWriter::takePreviousCheckpoint(const StageId& stage) {
  const fs::path previous = previousCheckpointFile(state_->folder, stage);
  std::error_code error;
  if (fs::rename(previous, checkpointFile(stage), error); error) {
    return systemError(sentence("rename"), previous, error.value());
  }
  return {};
}

void RunWriter::removePreviousCheckpoint(const StageId& stage) {
  std::error_code ignored;
  fs::remove(previousCheckpointFile(state_->folder, stage), ignored);
}

void RunWriter::removeCheckpoints(const StageId& stage) {
  std::error_code ignored;
  fs::remove(checkpointFile(stage), ignored);
  removePreviousCheckpoint(stage);
}

Status RunWriter::checkFolder() const {
  return state_->checkOwner();
}

Status RunWriter::note(const std::string& text) {
  const std::lock_guard guard(state_->mutex);
  W2S_CHECK(state_->mayWrite());
  return state_->appendLines({noteToJson(text)});
}

Status RunWriter::write(const Event& event, double worked_seconds) {
  // Formatted outside the lock: two stages that train side by side wait for each other's system
  // call only.
  std::string text;
  std::unique_lock lock(state_->mutex, std::defer_lock);
  if (const auto* measured = std::get_if<StepsMeasured>(&event)) {
    lock.lock();
    W2S_CHECK(state_->mayWrite());
    if (measured->rows.empty()) {
      return {};
    }
    W2S_TRY(const SharedSchema columns, state_->columnsOf(measured->stage, measured->rows.schema));
    lock.unlock();
    formatRows(measured->rows, *columns, text);
    lock.lock();
    W2S_CHECK(state_->mayWrite());
    return state_->appendRows(measured->stage, text);
  }
  text = eventToJson(event, worked_seconds);
  if (const auto* rewound = std::get_if<Rewound>(&event)) {
    W2S_CHECK(state_->cutBack(*rewound));
    lock.lock();
    state_->cut_back.erase(rewound->stage);
    lock.unlock();
  }
  lock.lock();
  W2S_CHECK(state_->mayWrite());
  return state_->appendEvent(event, std::move(text), worked_seconds);
}

Status RunWriter::cutBack(const Rewound& rewound) {
  return state_->cutBack(rewound);
}

Status RunWriter::prepareSeries(const StageId& stage, const SharedSchema& schema) {
  const fs::path path = seriesFile(state_->folder, stage);
  std::error_code ignored;
  if (!schema || !fs::exists(path, ignored)) {
    return {};
  }
  W2S_TRY(const SharedSchema present, readSchema(path));
  const bool is_narrow = present && !State::hasColumns(present, *schema);
  if (is_narrow) {
    W2S_CHECK(widenSeries(path, *schema));
  }
  State::SeriesFile opened;
  W2S_CHECK(State::openSeriesFile(path, opened));
  const std::lock_guard guard(state_->mutex);
  State::SeriesFile& open = state_->series[stage];
  open = std::move(opened);
  return is_narrow ? state_->appendSeal(path, open.seal()) : Status{};
}

Status RunWriter::writePredictions(const StageId& stage, const PredictedRows& about,
                                   const Predictions& predictions) {
  W2S_CHECK(state_->checkOwner());
  const auto log = state_->predictionsOf(stage);
  const std::lock_guard guard(log->mutex);
  if (!log->writer.isOpen()) {
    W2S_TRY(log->writer, PredictionWriter::open(predictionsFile(stage), about));
  }
  return log->writer.append(predictions);
}

fs::path RunWriter::predictionsFile(const StageId& stage) const {
  return store::predictionsFile(state_->folder, stage);
}

Status RunWriter::copyPredictions(const StageId& stage, const fs::path& from) {
  W2S_TRY(const std::string bytes, readFile(from, kMostArrayBytes));
  const auto log = state_->predictionsOf(stage);
  const std::lock_guard guard(log->mutex);
  log->writer = PredictionWriter();
  W2S_TRY(AppendFile file, AppendFile::open(predictionsFile(stage)));
  W2S_CHECK(file.truncate(0));
  return file.append(bytes);
}

Status RunWriter::writeSummary(const RunSummary& summary) {
  W2S_CHECK(state_->checkOwner());
  return writeFileAtomically(state_->folder / kSummaryFile,
                             sealedJson(Json::parse(summaryToJson(summary)), kSummaryFile));
}

Status RunWriter::sync() {
  W2S_CHECK(state_->checkOwner());
  std::vector<SharedFile> files;
  {
    const std::lock_guard guard(state_->mutex);
    if (!state_->over) {
      W2S_CHECK(state_->sealOpenSeries());
    }
    for (const auto& [stage, open] : state_->series) {
      files.push_back(open.file);
    }
    files.push_back(state_->events);
  }
  for (const SharedFile& file : files) {
    if (file) {
      W2S_CHECK(file->sync());
    }
  }
  return {};
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
  state_->events.reset();
  state_->owner.release();
  return synced;
}

}  // namespace w2s::store
