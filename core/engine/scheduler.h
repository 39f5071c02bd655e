// Runs tasks with dependencies on a fixed number of workers. Knows nothing of stages, tensors or
// files.
//
// A task becomes ready when all its needs are done; ready tasks start in order of priority (higher
// first), then of submission. Tasks must not throw. Destruction drops tasks that have not started
// and joins those that have: whoever owns long tasks asks them to stop first.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace w2s::engine {

class Scheduler {
 public:
  using TaskId = std::uint64_t;

  // `on_thread_start` runs once on each worker before its first task (thread-local settings live
  // there).
  explicit Scheduler(int workers, std::function<void()> on_thread_start = {});
  ~Scheduler();
  Scheduler(const Scheduler&) = delete;
  Scheduler& operator=(const Scheduler&) = delete;

  // Any thread. `needs` must be ids that add() returned earlier; those done already count as met.
  // When it throws for want of memory, no task was added. A ready task that `is_held` is passed over;
  // it is asked whenever a task could start, under the lock of the scheduler, and must not throw. Only
  // what this class is told of is noticed: a task is held until a released thread is back.
  // Of tasks `alike` (the same text, not empty) one at a time computes; where the one that does is
  // released, the next may begin.
  TaskId add(std::function<void()> work, const std::vector<TaskId>& needs = {}, int priority = 0,
             std::function<bool()> is_held = {}, const std::string& alike = {});

  // Blocks until the given tasks are done. Not from a task.
  void wait(const std::vector<TaskId>& tasks);

  // From within a task: the calling thread is about to wait, and another takes its place, so
  // that a paused run holds no worker (where the system has no further thread, the tasks wait).
  // acquire() goes on at once, beside the tasks that took its place meanwhile, which may take hours;
  // only where twice as many threads compute as there are workers it waits, before tasks that have not
  // started. In pairs.
  void release();
  void acquire();
  // From within a task: it may take long; those alike need not wait for its end any more.
  void letAlikeBegin();

 private:
  using Ready = std::map<std::pair<int, TaskId>, TaskId>;  // key: (-priority, id)
  struct Task {
    std::function<void()> work;
    std::function<bool()> is_held;
    std::shared_ptr<int> computing;  // how many of those alike; null: it is like no other
    Ready::node_type
        place;  // made with the task: a finished task needs no memory to start the next
    int open_needs = 0;
    std::vector<TaskId> dependants;
  };

  // These must hold the lock.
  [[nodiscard]] bool hasPlace() const {
    return running_ + returning_ < places_;
  }
  // The first task that may start; end(): none.
  [[nodiscard]] Ready::iterator next();
  void startThread();
  [[nodiscard]] std::shared_ptr<int> groupOf(const std::string& alike);
  void makeReady(Task& task);
  void finish(TaskId id);
  void workLoop(const std::stop_token& stop);

  const int places_;
  const std::function<void()> on_thread_start_;
  std::mutex mutex_;
  int running_ = 0;    // tasks that compute
  int returning_ = 0;  // released threads that want their place back
  int idle_ = 0;       // threads without a task
  bool is_closing_ = false;
  std::condition_variable_any place_free_;
  std::condition_variable_any ready_changed_;
  std::condition_variable done_changed_;
  std::map<TaskId, Task> tasks_;  // those not done; running ones too
  Ready ready_;
  std::map<std::string, std::weak_ptr<int>> groups_;  // of tasks alike
  TaskId next_id_ = 1;
  std::vector<std::jthread> workers_;  // last: joined before anything above goes
};

}  // namespace w2s::engine
