// Reading a run back: what its folder says, whether the run is over, under way or was cut short.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/metrics/evaluation.h"
#include "core/record/event.h"
#include "core/store/manifest.h"
#include "core/store/series.h"

namespace w2s::store {

enum class RunState {
  Running,      // its owner lives (core/store/ownership.h)
  Finished,     // ends with RunFinished
  Stopped,      // ends with RunStopped
  Interrupted,  // no terminal event and nobody at work: the process was killed; can be continued
  Failed,       // ends with RunFailed
};

// "running", "finished", "stopped", "interrupted", "failed"
[[nodiscard]] std::string_view nameOf(RunState state);

// From the last event of the log (null: none) and whether the run had a living owner *before* the log
// was read: a run that ends in between has a terminal event, so it never looks interrupted.
[[nodiscard]] RunState stateAfter(const record::Event* last_event, bool was_owned);

// A stage as it stands at the end of the log: what a Rewound (or a later start of the stage) voided
// is left out.
struct RecordedStage {
  record::StepBlock series;                      // with Rows::Last its last row alone
  std::vector<metrics::Evaluation> evaluations;  // ascending steps, one a step
  std::int64_t steps = 0;  // as planned at its last start, or changed while it trained
  bool started = false;
  std::optional<record::StageFinished> finished;
};

struct RecordedRun {
  std::filesystem::path folder;
  Manifest manifest;
  RunState state = RunState::Interrupted;
  std::vector<record::Event> events;  // the whole log in order, voided history included
  std::map<record::StageId, RecordedStage> stages;  // those with an event or a series
  // In force, in order of step: what `--replay` applies. A Rewound of the student to step s voids
  // those recorded before it with step >= s; an engine that carries a live value across a rewind
  // records it again at its new step.
  std::vector<record::Intervention> interventions;
  std::optional<record::RunSummary> summary;  // of a finished run
  std::optional<record::RunFailed> failure;   // of a failed run
  // Events that were in the log and are there no more (core/store/event_log.h).
  std::size_t missing_events = 0;
  // What of the run is not what was written, in sentences.
  std::vector<Sentence> unsound;
  // What was found unsound and made anew while it trained: cache entries, checkpoints.
  std::vector<std::string> notes;
  // How long it was worked on: RunSummary::seconds, or of an unfinished run that until the last
  // event of its log (core/store/event_log.h).
  double seconds = 0.0;
};

// The stages of `run.stages` as the plan lists them, those that the plan does not name last.
[[nodiscard]] std::vector<record::StageId> stageOrder(const RecordedRun& run);

// The manifest alone. Errors: there is none, or it is damaged.
[[nodiscard]] Result<Manifest> loadManifest(const std::filesystem::path& folder);

// Reads a whole run folder, be it under way, killed half-way or years old. Missing logs, series and
// summaries count as empty, torn last lines are dropped; a missing or damaged summary is taken from
// RunFinished. Of a series that is not what the run wrote, the rows that are known to be sound are
// read. That, and events that are missing, are said in `unsound` and in the program's log. Errors: no
// manifest; a line in the middle of a file is damaged (names file and line).
[[nodiscard]] Result<RecordedRun> loadRun(const std::filesystem::path& folder,
                                          Rows series = Rows::All);

// The same for a run that is to go on. A finished stage whose record is unsound is as if it had never
// begun, and all are where events are missing.
[[nodiscard]] Result<RecordedRun> loadRunToContinue(const std::filesystem::path& folder);

}  // namespace w2s::store
