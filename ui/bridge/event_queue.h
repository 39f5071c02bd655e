// The bounded hand-off from the engine's threads to the window.
//
// A worker pushes and never waits for the window: the lock is held for an append. The window takes
// everything at once, ten times a second. In between, blocks of steps of one stage merge into one,
// progress reports replace each other, and when more rows wait than `max_rows`, the longest block
// is thinned to every second row: a display sample is lost and counted, never an evaluation, an
// intervention or the end of a run. The exact rows are in the run folder anyway. Order is kept
// within each stage; a rewind, a divergence or a stage's start or end closes the stage's open
// block.
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

struct QueuedEvent {
  std::string run_id;
  record::Event event;
};

class EventQueue {
 public:
  struct Options {
    std::size_t max_rows = 200'000;  // about 20 MB
  };

  EventQueue() : EventQueue(Options{}) {}
  explicit EventQueue(Options options) : options_(options) {}

  // Calls `wake` (without the lock, on the pushing thread) when this is the first event since
  // takeAll.
  void push(const std::string& run_id, const record::Event& event);
  [[nodiscard]] std::vector<QueuedEvent> takeAll();

  // Replaces the wake-up call; an empty function disconnects. When it returns, no earlier one is
  // running.
  void onFirst(std::function<void()> wake);

  [[nodiscard]] std::size_t waitingRows() const;
  [[nodiscard]] std::int64_t droppedRows() const;

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  void append(const std::string& run_id, const record::Event& event);
  bool mergeSteps(const std::string& run_id, const record::StepsMeasured& event);
  bool replaceProgress(const std::string& run_id, const record::StageProgressed& event);
  void thinToLimit();
  bool thinLongestBlock();

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
  std::map<std::pair<std::string, record::StageId>, Open> open_;
  std::size_t waiting_rows_ = 0;
  std::int64_t dropped_rows_ = 0;
};

}  // namespace w2s::ui
