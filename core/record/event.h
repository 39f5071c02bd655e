// What happened in a run: facts in the past tense, plain values, one std::variant, visited without
// a default. Written to the run folder first, then handed to the window. Exactly one terminal event
// (RunFinished, RunStopped, RunFailed) ends a run.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/result.h"
#include "core/metrics/evaluation.h"
#include "core/metrics/measures.h"
#include "core/metrics/pgr.h"
#include "core/record/live_parameters.h"
#include "core/record/series.h"
#include "core/record/stage.h"

namespace w2s::record {

struct RunStarted {
  std::string name;
  std::int64_t seed = 0;
  std::string device;  // resolved: "cpu", "cuda:0"
  std::vector<PlannedStage> stages;
};
struct StageStarted {
  StageId stage = stage::kStudent;
  std::int64_t steps = 0;
  std::int64_t resumed_at = 0;  // > 0: continued from a checkpoint after that many steps
};
// Progress of stages without training steps (features, labels).
struct StageProgressed {
  StageId stage = stage::kFeatures;
  std::int64_t done = 0;
  std::int64_t total = 0;
  std::string unit;  // "rows"
};
// A block of steps: one row on a slow run, many on a fast one.
struct StepsMeasured {
  StageId stage = stage::kStudent;
  StepBlock rows;
};
struct Evaluated {
  StageId stage = stage::kStudent;
  metrics::Evaluation evaluation;
};
struct Intervened {
  Intervention intervention;
};
// The stage's loss became NaN or infinite; the run is paused and waits for a decision.
struct Diverged {
  StageId stage = stage::kStudent;
  std::int64_t step = 0;  // the first bad step
  std::string
      // the first one that is not finite: "kd", "confidence", "ground truth", "entropy", "total"
      term;
  std::int64_t last_good_step = 0;
};
// Training went back to an earlier state of the same run; later rows of its series are void.
struct Rewound {
  static constexpr std::int64_t kStartsAnew =
      -1;  // not even the evaluation before the first step holds

  StageId stage = stage::kStudent;
  std::int64_t step = 0;  // completed steps after going back
};
struct StageFinished {
  StageId stage = stage::kStudent;
  // Of working on it in this sitting, without its own pauses and waiting for a decision, whatever
  // the other stages do meanwhile (train/training_time.h; stages without steps: work_clock.h).
  double seconds = 0.0;
  bool from_cache = false;  // its recorded series were sent again just before
  // Performance on the test rows for models; n = 0 for stages without one.
  metrics::Performance test;
  Sentence note = {};  // why its training ended before the last step; empty: it did not
};
struct RunPaused {};
struct RunContinued {};

struct SelectedStep {
  std::int64_t step = 0;
  double accuracy = metrics::kUndefined;
};
// The reference strong model of the common ceiling, and the gap recovered against it
// (metrics/pgr.h).
struct AgainstCommonCeiling {
  metrics::Performance ceiling;
  metrics::Pgr pgr;
};
struct RunSummary {
  metrics::Performance weak;
  metrics::Performance ceiling;
  metrics::Performance student;  // as selected by evaluation.selection
  metrics::Performance
      initial;  // the strong model before its first step on weak labels; n = 0: not evaluated
  // The strong model trained on the weak supervisor's own labels, where the configuration asks for
  // it.
  std::optional<metrics::Performance> reference;
  metrics::Agreement agreement;  // of that student, on the test rows
  SelectedStep final_step;
  SelectedStep best_agreement;  // honest: best agreement with weak labels on the validation rows
  SelectedStep oracle;  // best test accuracy: reads ground truth, flagged wherever it is shown
  metrics::Pgr pgr;     // against the run's own ceiling
  std::optional<AgainstCommonCeiling> common;  // where the configuration asks for it
  bool student_used_ground_truth = false;  // ground-truth weight > 0 or a schedule that reads it
  // By every measure (metrics/measures.h) on the test rows; empty in runs of earlier versions.
  std::vector<metrics::MeasuredGap> measures = {};
  double seconds = 0.0;  // of working on the run, all sittings, pauses excluded (work_clock.h)
};
struct RunFinished {
  RunSummary summary;
};
struct RunStopped {
  bool kept = true;
};
struct RunFailed {
  Error error;
  std::optional<StageId> stage;
  std::int64_t step = 0;
};

using Event = std::variant<RunStarted, StageStarted, StageProgressed, StepsMeasured, Evaluated,
                           Intervened, Diverged, Rewound, StageFinished, RunPaused, RunContinued,
                           RunFinished, RunStopped, RunFailed>;

[[nodiscard]] constexpr bool isTerminal(const Event& event) {
  return std::holds_alternative<RunFinished>(event) || std::holds_alternative<RunStopped>(event) ||
         std::holds_alternative<RunFailed>(event);
}

// Receives the events of one run. Called on worker threads, one call at a time; must not block on
// the receiver's side.
class EventSink {
 public:
  virtual ~EventSink() = default;
  virtual void onEvent(const std::string& run_id, const Event& event) = 0;
};

}  // namespace w2s::record
