// The states of the window's run and what may be done in each: two pure functions, tested as
// tables.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "core/record/event.h"

namespace w2s::ui {

enum class RunState {
  Idle,       // nothing was started yet
  Preparing,  // weak supervisor, weak labels, features: before the student's first step
  Running,    // the student trains
  Paused,
  Diverged,  // paused by the engine at a loss that is not finite; waits for a decision
  Stopping,
  Finished,
  Stopped,
  Failed,
};

inline constexpr std::array<RunState, 9> kAllRunStates{
    RunState::Idle,     RunState::Preparing, RunState::Running,
    RunState::Paused,   RunState::Diverged,  RunState::Stopping,
    RunState::Finished, RunState::Stopped,   RunState::Failed};

enum class Action {
  Start,  // a run of the present settings
  Pause,
  Resume,
  Step,  // a batch, an evaluation or an epoch; starts a run when there is none
  Stop,
  Rewind,        // the same seed from the beginning
  NewSeed,       // from the beginning with the next seed
  ChoosePreset,  // other settings for the next run
  EditLive,      // sliders: now, or for the next run
  Decide,        // after a divergence
};

inline constexpr std::array<Action, 10> kAllActions{
    Action::Start,  Action::Pause,   Action::Resume,       Action::Step,     Action::Stop,
    Action::Rewind, Action::NewSeed, Action::ChoosePreset, Action::EditLive, Action::Decide};

[[nodiscard]] std::string_view nameOf(RunState state);  // "Idle", "Preparing", ...
[[nodiscard]] std::string_view nameOf(Action action);

// Whether the action is enabled in this state.
[[nodiscard]] bool isEnabled(Action action, RunState state);

// Whether the action begins a run with the present settings, and so needs settings without a
// problem.
[[nodiscard]] bool beginsRun(Action action, RunState state);

// Preparing, Running, Paused, Diverged and Stopping: a run exists and is not over.
[[nodiscard]] bool isActive(RunState state);

// Of runs that are steered together: that of those in progress, the busiest one first; without any,
// what ended worst for the whole: stopped, finished, failed. At least one run.
[[nodiscard]] RunState stateOfAll(std::span<const RunState> states);

// The state after an event. `student_started`: the run has reached its student (where a continued
// run goes back to).
[[nodiscard]] RunState nextState(RunState state, const record::Event& event, bool student_started);

}  // namespace w2s::ui
