#include "core/engine/scheduler.h"

#include <algorithm>
#include <utility>

namespace w2s::engine {

Scheduler::Scheduler(int workers, std::function<void()> on_thread_start)
    : places_(std::max(1, workers)), on_thread_start_(std::move(on_thread_start)) {
  const std::lock_guard lock(mutex_);
  for (int i = 0; i < places_; ++i) {
    startThread();
  }
}

void Scheduler::startThread() {
  ++idle_;
  workers_.emplace_back([this](const std::stop_token& stop) {
    if (on_thread_start_) {
      on_thread_start_();
    }
    workLoop(stop);
  });
}

Scheduler::~Scheduler() {
  std::vector<std::jthread> workers;
  {
    const std::lock_guard lock(mutex_);
    is_closing_ = true;  // no thread starts any more
    workers = std::move(workers_);
  }
  for (auto& worker : workers) {
    worker.request_stop();
  }
}

Scheduler::TaskId Scheduler::add(std::function<void()> work, const std::vector<TaskId>& needs,
                                 int priority) {
  const std::lock_guard lock(mutex_);
  const TaskId id = next_id_++;
  Task task{.work = std::move(work), .priority = priority, .open_needs = 0, .dependants = {}};
  for (const TaskId need : needs) {
    if (const auto found = tasks_.find(need); found != tasks_.end()) {
      found->second.dependants.push_back(id);
      ++task.open_needs;
    }
  }
  const bool is_ready = task.open_needs == 0;
  tasks_.emplace(id, std::move(task));
  if (is_ready) {
    ready_.emplace(std::pair(-priority, id), id);
    ready_changed_.notify_one();
  }
  return id;
}

void Scheduler::finish(TaskId id) {
  const auto node = tasks_.extract(id);
  for (const TaskId dependant : node.mapped().dependants) {
    Task& task = tasks_.at(dependant);
    if (--task.open_needs == 0) {
      ready_.emplace(std::pair(-task.priority, dependant), dependant);
      ready_changed_.notify_one();
    }
  }
  done_changed_.notify_all();
}

void Scheduler::workLoop(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  while (ready_changed_.wait(lock, stop, [this] { return !ready_.empty() && hasPlace(); })) {
    if (stop.stop_requested()) {
      return;
    }
    const TaskId id = ready_.begin()->second;
    ready_.erase(ready_.begin());
    ++running_;
    --idle_;
    {
      const auto work = std::move(tasks_.at(id).work);
      lock.unlock();
      work();
    }  // what the task captured dies on this thread, without the lock
    lock.lock();
    --running_;
    ++idle_;
    finish(id);
    place_free_.notify_one();
    ready_changed_.notify_one();
  }
}

void Scheduler::release() {
  const std::lock_guard lock(mutex_);
  --running_;
  if (idle_ == 0 && !is_closing_) {
    startThread();
  }
  place_free_.notify_one();
  ready_changed_.notify_one();
}

void Scheduler::acquire() {
  std::unique_lock lock(mutex_);
  ++returning_;
  place_free_.wait(lock, [this] { return running_ < places_; });
  --returning_;
  ++running_;
}

void Scheduler::wait(const std::vector<TaskId>& tasks) {
  std::unique_lock lock(mutex_);
  done_changed_.wait(lock, [&] {
    return std::none_of(tasks.begin(), tasks.end(),
                        [this](TaskId id) { return tasks_.contains(id); });
  });
}

}  // namespace w2s::engine
