#include <algorithm>
#include <utility>

#include "core/store/event_json.h"
#include "core/store/event_log.h"
#include "core/store/run_files.h"
#include "core/store/run_writer_state.h"
#include "core/store/series.h"

namespace w2s::store {

namespace fs = std::filesystem;
using namespace record;

Status RunWriter::State::appendRows(const StageId& stage, std::string_view text) {
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

Status RunWriter::State::appendEvent(const Event& event, std::string line, double worked_seconds) {
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
      if (rewound->stage == stage::kStudent && isBeyond(Intervened{change}, rewound->step)) {
        line += eventToJson(Intervened{change}, worked_seconds);
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

Status RunWriter::write(const Event& event, double worked_seconds) {
  // Formatted outside the lock: two stages that train side by side wait for each other's system
  // call only.
  std::string text;
  const auto* measured = std::get_if<StepsMeasured>(&event);
  if (measured != nullptr) {
    formatRows(measured->rows, text);
  } else {
    text = eventToJson(event, worked_seconds);
  }
  const std::lock_guard guard(state_->mutex);
  if (state_->over || state_->closed) {
    return fail(
        ErrorCode::Internal,
        sentence("The run {} is over; its record takes no more events.", state_->manifest.id));
  }
  if (measured == nullptr) {
    return state_->appendEvent(event, std::move(text), worked_seconds);
  }
  return measured->rows.empty() ? Status() : state_->appendRows(measured->stage, text);
}

Status RunWriter::writePredictions(const StageId& stage, const PredictedRows& about,
                                   const Predictions& predictions) {
  const std::lock_guard guard(state_->mutex);
  PredictionWriter& log = state_->predictions[stage];
  if (!log.isOpen()) {
    W2S_TRY(log, PredictionWriter::open(predictionsFile(stage), about));
  }
  return log.append(predictions);
}

fs::path RunWriter::predictionsFile(const StageId& stage) const {
  return store::predictionsFile(state_->folder, stage);
}

Status RunWriter::copyPredictions(const StageId& stage, const fs::path& from) {
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

}  // namespace w2s::store
