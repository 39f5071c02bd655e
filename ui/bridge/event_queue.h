// The bounded hand-off from the engine's threads to the window.
//
// A worker pushes and never waits for the window: the lock is held for an append. The window takes
// everything at once, ten times a second. In between, for each run and stage, blocks of steps merge
// into one and progress reports replace each other, so that the number of waiting events does not
// grow with the number of batches, however many runs are interleaved. When more rows wait than
// `max_rows`, the longest block is thinned to every second row; when more events wait than
// `max_events`, every second evaluation of each stage is dropped, but not its last. Dropped rows are
// counted; the exact rows and evaluations are in the run folder. Interventions, decisions, starts
// and ends are never dropped. Order is kept within each stage; a rewind, a divergence or a stage's
// start or end closes the stage's open block.
//
// push from any thread, takeAll from any one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "core/record/event.h"

namespace w2s::ui {

// A run within this process, for whoever started it.
using RunKey = std::uint32_t;

struct QueuedEvent {
  RunKey run = 0;
  std::string run_id;
  record::Event event;
};

class EventQueue {
 public:
  struct Options {
    std::size_t max_rows = 200'000;   // about 26 MB
    std::size_t max_events = 20'000;  // a merged block counts as one
  };

  EventQueue() : EventQueue(Options{}) {}
  explicit EventQueue(Options options) : options_(options), thin_events_at_(options.max_events) {}

  // Calls `wake` (without the lock, on the pushing thread) when this is the first event since
  // takeAll.
  void push(RunKey run, const std::string& run_id, const record::Event& event);
  [[nodiscard]] std::vector<QueuedEvent> takeAll();

  // Since takeAll(): what waits, and how many rows of steps were dropped. Any thread.
  struct Waiting {
    std::size_t rows = 0;
    std::size_t events = 0;
    std::size_t dropped_rows = 0;
  };
  [[nodiscard]] Waiting waiting() const;

  // Replaces the wake-up call; an empty function disconnects. When it returns, no earlier one is
  // running.
  void onFirst(std::function<void()> wake);

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  using StageKey = std::pair<RunKey, record::StageId>;

  void append(RunKey run, const std::string& run_id, const record::Event& event);
  bool mergeSteps(RunKey run, const record::StepsMeasured& event);
  bool replaceProgress(RunKey run, const record::StageProgressed& event);
  void closeStagesOf(RunKey run);
  void thinToLimit();
  bool thinLongestBlock();
  void thinEvaluations();

  Options options_;
  mutable std::mutex mutex_;
  std::mutex wake_mutex_;
  std::function<void()> wake_;
  std::vector<QueuedEvent> events_;
  // Per run and stage: where its open block of steps and its last progress report wait.
  struct Open {
    std::size_t steps = kNone;
    std::size_t progress = kNone;
  };
  std::map<StageKey, Open> open_;
  std::size_t thin_events_at_ = 0;
  std::size_t waiting_rows_ = 0;
  std::size_t dropped_rows_ = 0;
};

}  // namespace w2s::ui
