#include "core/store/recorded_run.h"

#include <algorithm>
#include <limits>
#include <set>
#include <system_error>
#include <utility>

#include "core/base/file_io.h"
#include "core/base/log.h"
#include "core/store/event_json.h"
#include "core/store/event_log.h"
#include "core/store/ownership.h"
#include "core/store/run_files.h"

namespace w2s::store {
namespace {

namespace fs = std::filesystem;
using namespace record;

// Takes an event that is in force into the stage it is about.
void fold(const Event& event, RecordedStage& stage) {
  if (const auto* started = std::get_if<StageStarted>(&event)) {
    stage.started = true;
    stage.steps = started->steps;
    stage.finished.reset();
  } else if (const auto* evaluated = std::get_if<Evaluated>(&event)) {
    auto& all = stage.evaluations;
    const auto place =
        std::ranges::lower_bound(all, evaluated->evaluation.step, {}, &metrics::Evaluation::step);
    if (place != all.end() && place->step == evaluated->evaluation.step) {
      *place = evaluated->evaluation;
    } else {
      all.insert(place, evaluated->evaluation);
    }
  } else if (const auto* finished = std::get_if<StageFinished>(&event)) {
    stage.finished = *finished;
  }
}

void foldAll(RecordedRun& run) {
  const auto voided = voidedEvents(run.events);
  for (std::size_t i = 0; i < run.events.size(); ++i) {
    if (voided[i]) {
      continue;
    }
    const Event& event = run.events[i];
    if (const auto* intervened = std::get_if<Intervened>(&event)) {
      run.interventions.push_back(intervened->intervention);
    } else if (const auto stage = stageOf(event)) {
      fold(event, run.stages[*stage]);
    }
  }
  std::ranges::stable_sort(run.interventions, {}, &Intervention::step);
  const auto student = run.stages.find(stage::kStudent);
  if (student != run.stages.end() &&
      std::ranges::any_of(run.interventions, [](const Intervention& change) {
        return change.parameter == LiveParameter::Steps;
      })) {
    constexpr double kAll = std::numeric_limits<double>::infinity();
    student->second.steps =
        configAfter(run.manifest.config, run.interventions, kAll).optimizer.steps;
  }
}

enum class Purpose { ToShow, ToContinue };
struct Reading {
  Purpose purpose = Purpose::ToShow;
  Rows series = Rows::All;
};

// The series of a stage. One that is being written may be cut back between log and file: its hash
// is not looked at.
Status readSeriesOf(const StageId& stage, const EventLog& log, const Reading& reading,
                    RecordedRun& run) {
  const fs::path file = seriesFile(run.folder, stage);
  const std::string name = nameInRun(file, run.folder);
  const bool is_checked = run.state != RunState::Running && log.seals.contains(name);
  std::error_code ignored;
  const bool is_there = fs::exists(file, ignored);
  if (!is_there && !is_checked) {
    return {};
  }
  RecordedStage& recorded = run.stages[stage];
  std::uint64_t bytes = std::numeric_limits<std::uint64_t>::max();
  if (is_checked) {
    const bool is_over = run.state != RunState::Interrupted;
    W2S_TRY(const SealedPart part, sealedPart(file, name, log, is_over));
    // What was being written when its process ended may end anywhere.
    const bool may_be_cut = !is_over && !recorded.finished && part.is_all;
    if (!part.is_whole && !may_be_cut) {
      run.unsound.push_back(saidOfUnsoundFile(file));
      if (reading.purpose == Purpose::ToContinue && recorded.finished) {
        run.stages.erase(stage);
        return {};
      }
    }
    bytes = part.bytes;
  }
  if (is_there) {
    W2S_TRY(recorded.series, readSeries(file, reading.series, bytes));
  }
  if (const auto planned = run.manifest.series.find(stage); planned != run.manifest.series.end()) {
    recorded.series.schema = describedBy(planned->second, recorded.series.schema);
  }
  return {};
}

Status readAllSeries(RecordedRun& run, const EventLog& log, const Reading& reading) {
  std::set<StageId> stages;
  for (const StageId& stage : stagesWithFiles(run.folder)) {
    stages.insert(stage);
  }
  for (const auto& [stage, recorded] : run.stages) {
    stages.insert(stage);
  }
  for (const StageId& stage : stages) {
    if (const Status read = readSeriesOf(stage, log, reading, run); !read) {
      if (reading.purpose == Purpose::ToShow) {
        return read;
      }
      run.unsound.push_back(saidBy(read.error()));
      run.stages.erase(stage);
    }
  }
  return {};
}

void noteMissingEvents(RecordedRun& run, Purpose purpose) {
  if (run.missing_events == 0) {
    return;
  }
  run.unsound.push_back(
      sentence("{}: lines are missing that the run had written ({} of them), and with them "
               "evaluations, live changes or stages.",
               (run.folder / kEventsFile).string(), run.missing_events));
  if (purpose == Purpose::ToContinue) {
    run.stages.clear();
  }
}

// summary.json, or what the terminal event says where that file is missing or damaged.
RunSummary summaryOf(const RecordedRun& run, const RunFinished& finished) {
  if (const auto text = readFile(run.folder / kSummaryFile, kMostRecordBytes)) {
    auto summary = summaryFromJson(*text);
    if (summary) {
      return *summary;
    }
    logger("w2s.store")
        ->warn("{}: {} The numbers are taken from the log of the run.",
               (run.folder / kSummaryFile).string(), summary.error().message);
  }
  return finished.summary;
}

}  // namespace

Result<Manifest> loadManifest(const fs::path& folder) {
  return readManifest(folder);
}

std::vector<StageId> stageOrder(const RecordedRun& run) {
  std::vector<StageId> order;
  const auto add = [&](const StageId& id) {
    if (run.stages.contains(id) && std::ranges::find(order, id) == order.end()) {
      order.push_back(id);
    }
  };
  for (const StageFingerprint& planned : run.manifest.stages) {
    add(planned.stage);
  }
  for (const auto& [id, stage] : run.stages) {
    add(id);
  }
  return order;
}

std::string_view nameOf(RunState state) {
  switch (state) {
    case RunState::Running:
      return "running";
    case RunState::Finished:
      return "finished";
    case RunState::Stopped:
      return "stopped";
    case RunState::Interrupted:
      return "interrupted";
    case RunState::Failed:
      return "failed";
  }
  return {};
}

RunState stateAfter(const Event* last_event, bool was_owned) {
  if (last_event != nullptr && isTerminal(*last_event)) {
    return std::holds_alternative<RunFinished>(*last_event)  ? RunState::Finished
           : std::holds_alternative<RunStopped>(*last_event) ? RunState::Stopped
                                                             : RunState::Failed;
  }
  return was_owned ? RunState::Running : RunState::Interrupted;
}

namespace {

Result<RecordedRun> load(const fs::path& folder, const Reading& reading) {
  RecordedRun run;
  run.folder = folder;
  W2S_TRY(run.manifest, readManifest(folder));
  const bool was_owned = Ownership::ownerOf(folder).has_value();
  W2S_TRY(EventLog log, readEventLog(folder / kEventsFile));
  run.events = std::move(log.events);
  run.seconds = log.worked_seconds;
  run.notes = log.notes;
  run.missing_events = log.missing;
  const Event* last = run.events.empty() ? nullptr : &run.events.back();
  run.state = stateAfter(last, was_owned);
  foldAll(run);
  W2S_CHECK(readAllSeries(run, log, reading));
  noteMissingEvents(run, reading.purpose);
  if (run.state == RunState::Finished) {
    run.summary = summaryOf(run, std::get<RunFinished>(*last));
    run.seconds = run.summary->seconds;
  } else if (run.state == RunState::Failed) {
    run.failure = std::get<RunFailed>(*last);
  }
  return run;
}

}  // namespace

Result<RecordedRun> loadRun(const fs::path& folder, Rows series) {
  auto run = load(folder, {.purpose = Purpose::ToShow, .series = series});
  for (std::size_t i = 0; run && i < run->unsound.size(); ++i) {
    logger("w2s.store")->warn("{}", run->unsound[i].text);
  }
  return run;
}

Result<RecordedRun> loadRunToContinue(const fs::path& folder) {
  return load(folder, {.purpose = Purpose::ToContinue});
}

}  // namespace w2s::store
