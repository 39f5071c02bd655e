#include "ui/bridge/run_state.h"

#include <algorithm>
#include <cstddef>
#include <variant>

namespace w2s::ui {
namespace {

using record::StageId;
namespace stage = record::stage;

constexpr std::size_t kStates = kAllRunStates.size();

struct ActionRow {
  Action action;
  std::array<bool, kStates> enabled;
};

constexpr bool o = false;
constexpr bool X = true;

// clang-format off
constexpr std::array<ActionRow, kAllActions.size()> kMatrix{{
    //                     Idle Prep Run  Paus Dive Stpg Fini Stpd Fail
    {Action::Start,        {X,   o,   o,   o,   o,   o,   X,   X,   X}},
    {Action::Pause,        {o,   X,   X,   o,   o,   o,   o,   o,   o}},
    {Action::Resume,       {o,   o,   o,   X,   o,   o,   o,   o,   o}},
    {Action::Step,         {X,   o,   X,   X,   o,   o,   X,   X,   X}},
    {Action::Stop,         {o,   X,   X,   X,   X,   o,   o,   o,   o}},
    {Action::Rewind,       {o,   X,   X,   X,   X,   o,   X,   X,   X}},
    {Action::NewSeed,      {X,   X,   X,   X,   X,   o,   X,   X,   X}},
    {Action::ChoosePreset, {X,   X,   X,   X,   X,   X,   X,   X,   X}},
    {Action::EditLive,     {X,   X,   X,   X,   X,   X,   X,   X,   X}},
    {Action::Decide,       {o,   o,   o,   o,   X,   o,   o,   o,   o}},
}};
// clang-format on

// How an event changes the state. One overload an event; an event without one would not compile.
struct Transition {
  RunState state;
  bool student_started;

  // A stop that was asked for stays visible until the run has ended.
  [[nodiscard]] RunState unlessStopping(RunState next) const {
    return state == RunState::Stopping ? state : next;
  }

  RunState operator()(const record::RunStarted&) const {
    // A run that was started paused stays so.
    return state == RunState::Paused ? state : unlessStopping(RunState::Preparing);
  }
  RunState operator()(const record::StageStarted& event) const {
    const bool trains = event.stage == stage::kStudent && state == RunState::Preparing;
    return trains ? RunState::Running : state;
  }
  RunState operator()(const record::StageProgressed&) const {
    return state;
  }
  RunState operator()(const record::StepsMeasured&) const {
    return state;
  }
  RunState operator()(const record::Evaluated&) const {
    return state;
  }
  RunState operator()(const record::Intervened&) const {
    return state;
  }
  RunState operator()(const record::Diverged&) const {
    return unlessStopping(RunState::Diverged);
  }
  RunState operator()(const record::Rewound&) const {
    return state == RunState::Diverged ? RunState::Running : state;
  }
  RunState operator()(const record::StageFinished&) const {
    return state;
  }
  RunState operator()(const record::RunPaused&) const {
    // The engine also reports its own pause at a divergence; the question stays open.
    return state == RunState::Diverged ? state : unlessStopping(RunState::Paused);
  }
  RunState operator()(const record::RunContinued&) const {
    return unlessStopping(student_started ? RunState::Running : RunState::Preparing);
  }
  RunState operator()(const record::RunFinished&) const {
    return RunState::Finished;
  }
  RunState operator()(const record::RunStopped&) const {
    return RunState::Stopped;
  }
  RunState operator()(const record::RunFailed&) const {
    return RunState::Failed;
  }
};

}  // namespace

std::string_view nameOf(RunState state) {
  switch (state) {
    case RunState::Idle:
      return "Idle";
    case RunState::Preparing:
      return "Preparing";
    case RunState::Running:
      return "Running";
    case RunState::Paused:
      return "Paused";
    case RunState::Diverged:
      return "Diverged";
    case RunState::Stopping:
      return "Stopping";
    case RunState::Finished:
      return "Finished";
    case RunState::Stopped:
      return "Stopped";
    case RunState::Failed:
      return "Failed";
  }
  return {};
}

std::string_view nameOf(Action action) {
  switch (action) {
    case Action::Start:
      return "Start";
    case Action::Pause:
      return "Pause";
    case Action::Resume:
      return "Resume";
    case Action::Step:
      return "Step";
    case Action::Stop:
      return "Stop";
    case Action::Rewind:
      return "Rewind";
    case Action::NewSeed:
      return "New seed";
    case Action::ChoosePreset:
      return "Choose preset";
    case Action::EditLive:
      return "Edit live";
    case Action::Decide:
      return "Decide";
  }
  return {};
}

bool isEnabled(Action action, RunState state) {
  return kMatrix[static_cast<std::size_t>(action)].enabled[static_cast<std::size_t>(state)];
}

bool beginsRun(Action action, RunState state) {
  return action == Action::Start || action == Action::Rewind || action == Action::NewSeed ||
         (action == Action::Step && !isActive(state));
}

bool isActive(RunState state) {
  switch (state) {
    case RunState::Preparing:
    case RunState::Running:
    case RunState::Paused:
    case RunState::Diverged:
    case RunState::Stopping:
      return true;
    case RunState::Idle:
    case RunState::Finished:
    case RunState::Stopped:
    case RunState::Failed:
      return false;
  }
  return false;
}

RunState stateOfAll(std::span<const RunState> states) {
  // A run that waits for a decision is what a person has to see first.
  for (const RunState state :
       {RunState::Diverged, RunState::Running, RunState::Preparing, RunState::Stopping,
        RunState::Paused, RunState::Stopped, RunState::Finished, RunState::Failed}) {
    if (std::ranges::find(states, state) != states.end()) {
      return state;
    }
  }
  return RunState::Idle;
}

RunState nextState(RunState state, const record::Event& event, bool student_started) {
  return std::visit(Transition{state, student_started}, event);
}

}  // namespace w2s::ui
