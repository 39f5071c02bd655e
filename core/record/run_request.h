// What is asked of the engine: one configuration, one seed, and how the run begins.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/config/experiment_config.h"
#include "core/record/common_changes.h"
#include "core/record/live_parameters.h"

namespace w2s::record {

enum class OnDivergence { Wait, Fail };

// One run request: one configuration, one seed.
struct RunRequest {
  config::ExperimentConfig config;
  std::int64_t seed = 0;
  std::string study;                 // whose run it is, by name; empty: of none
  std::vector<Intervention> replay;  // applied at their steps
  bool is_replay = false;            // repeats a run whole: live changes are refused
  // With is_replay: the recorded run that is repeated. Refused on other data or rows. Empty: not
  // checked.
  std::string replay_of;
  bool fresh = false;  // train the student anew even where the cache has it
  // Not empty: continue that interrupted run from its last checkpoint; configuration and seed are
  // read from it.
  std::string resume_id;
  // With resume_id of a finished or stopped run: make a new run that begins with a copy of it and
  // trains on to this many steps (recorded as an intervention on the number of steps). 0 = no
  // extension.
  std::int64_t extend_to_steps = 0;
  // With resume_id of a run that is not at work: make a new run that branches off from it after this
  // many steps of its student and goes on with the settings in `config`, of which only live parameters
  // may be others.
  std::optional<std::int64_t> fork_at = {};
  bool start_paused = false;
  // Of a run that is one of several seeds of an experiment: live changes that all of them adopt
  // before the same step. Null: the run stands alone.
  std::shared_ptr<CommonChanges> common_changes = {};
  // What a NaN or infinite loss of the student does: wait for RunHandle::decide (a window), or fail
  // the run (a script).
  OnDivergence on_divergence = OnDivergence::Wait;
  double steps_per_second = 0.0;  // 0 = as fast as possible
};

}  // namespace w2s::record
