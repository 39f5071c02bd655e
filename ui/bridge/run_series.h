// The measured series of one run in memory: plain columns that charts read. Filled event by event
// while a run goes on, and by the same function from a stored run's events: live, finished and
// reopened runs are drawn alike. No smoothing and no derived value is kept here; those are
// transforms (run_readings.h, charts).
//
// One thread (the window's). Memory: about 70 bytes a training step, more with further terms of the student.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/record/event.h"

namespace w2s::ui {

struct LiveChanges;

// The columns of the stage's series (core/record/series.h). Float is enough to draw; the exact rows
// are in the run folder.
using StepColumns = record::StepTable<float>;

struct StageSeries {
  enum class State { Absent, Waiting, Running, Finished };

  State state = State::Absent;  // Absent: not part of this run's plan
  bool from_cache = false;
  std::int64_t steps = 0;  // planned training steps; 0 = unknown
  std::int64_t done = 0;   // completed steps, or rows of a stage without steps
  std::int64_t total = 0;  // planned steps or rows
  std::string unit = "steps";
  double seconds = 0.0;
  metrics::Performance test;  // of the finished stage; n = 0 before
  StepColumns
      rows;  // of the student and of stages that this version does not know; others are drawn nowhere
  std::vector<metrics::Evaluation> evaluations;
  // Before the first step, of a model that guesses: no point of a curve, which would stretch every
  // axis down to chance. One that is better than chance begins its curve at step 0.
  std::optional<metrics::Performance> initial;
  // Counts every change of earlier values (a rewind), so that caches of transforms know when to
  // start over.
  std::size_t generation = 1;

  // The latest evaluation's performance, or the finished stage's; n = 0 when there is none yet.
  [[nodiscard]] metrics::Performance performance() const;
};

class RunSeries {
 public:
  RunSeries() = default;
  explicit RunSeries(std::string run_id);

  void apply(const record::Event& event);
  // A recorded run is taken up again: from its checkpoint on it makes known interventions a second
  // time and says so. Each of them is no new one, once.
  void expectRepeats();

  // Of a stage that is not part of the run: Absent.
  [[nodiscard]] const StageSeries& stage(const record::StageId& kind) const {
    static const StageSeries kAbsent;
    const auto found = stages_.find(kind);
    return found == stages_.end() ? kAbsent : found->second;
  }

  // Facts, as the events reported them.
  std::string id;
  std::string name;
  std::string device;
  std::int64_t seed = 0;
  // Set by whoever knows the settings; 0 = unknown.
  double steps_per_epoch = 0.0;  // of the student
  double chance = 0.0;           // accuracy of guessing among equally frequent classes
  std::vector<record::PlannedStage> plan;
  std::vector<record::Intervention> interventions;
  std::optional<record::Diverged> divergence;  // the one that waits for a decision
  std::vector<record::Diverged> divergences;   // all of this run: marked on the charts
  std::optional<record::RunSummary> summary;
  std::optional<record::RunFailed> failure;
  bool stopped = false;  // before its last step, by a person or by the end of the process
  std::optional<record::StageId> current_stage;
  // What live_changes.h made of it, kept there for the next who asks.
  mutable std::shared_ptr<const LiveChanges> live_changes;

 private:
  StageSeries& at(const record::StageId& kind);
  void on(const record::RunStarted& event);
  void on(const record::StageStarted& event);
  void on(const record::StageProgressed& event);
  void on(const record::StepsMeasured& event);
  void on(const record::Evaluated& event);
  void on(const record::Intervened& event);
  void on(const record::Diverged& event);
  void on(const record::Rewound& event);
  void on(const record::StageFinished& event);
  void on(const record::RunPaused& event);
  void on(const record::RunContinued& event);
  void on(const record::RunFinished& event);
  void on(const record::RunStopped& event);
  void on(const record::RunFailed& event);

  std::map<record::StageId, StageSeries> stages_;
  std::vector<record::Intervention> to_repeat_;  // not said again yet
};

// Whole batches in the transfer rows: what is left over waits for the next epoch.
[[nodiscard]] double stepsPerEpochOf(const config::ExperimentConfig& config);
// Clearly: by a point and two standard errors.
[[nodiscard]] bool isAboveChance(const metrics::Performance& performance, double chance);
[[nodiscard]] double chanceOf(const config::ExperimentConfig& config);

}  // namespace w2s::ui
