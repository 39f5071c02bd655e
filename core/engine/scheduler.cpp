#include "core/engine/scheduler.h"

#include <algorithm>
#include <exception>
#include <utility>

namespace w2s::engine {
namespace {

// Of the task that this thread works on (Scheduler::Task::computing); null: it has none.
thread_local int* computing_alike = nullptr;

}  // namespace

Scheduler::Scheduler(int workers, std::function<void()> on_thread_start)
    : places_(std::max(1, workers)), on_thread_start_(std::move(on_thread_start)) {
  const std::lock_guard lock(mutex_);
  for (int i = 0; i < places_; ++i) {
    startThread();
  }
}

void Scheduler::startThread() {
  workers_.emplace_back([this](const std::stop_token& stop) {
    if (on_thread_start_) {
      on_thread_start_();
    }
    workLoop(stop);
  });
  ++idle_;  // it waits for the lock
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
                                 int priority, std::function<bool()> is_held,
                                 const std::string& alike) {
  const std::lock_guard lock(mutex_);
  const TaskId id = next_id_++;
  Ready place{{{-priority, id}, id}};
  std::vector<std::vector<TaskId>*> waited_for;
  for (const TaskId need : needs) {
    if (const auto found = tasks_.find(need); found != tasks_.end()) {
      waited_for.push_back(&found->second.dependants);
      waited_for.back()->reserve(waited_for.back()->size() + 1);
    }
  }
  Task& task = tasks_
                   .emplace(id, Task{.work = std::move(work),
                                     .is_held = std::move(is_held),
                                     .computing = groupOf(alike),
                                     .place = place.extract(place.begin()),
                                     .open_needs = static_cast<int>(waited_for.size()),
                                     .dependants = {}})
                   .first->second;
  for (std::vector<TaskId>* const dependants : waited_for) {
    dependants->push_back(id);
  }
  if (task.open_needs == 0) {
    makeReady(task);
  }
  return id;
}

std::shared_ptr<int> Scheduler::groupOf(const std::string& alike) {
  if (alike.empty()) {
    return nullptr;
  }
  if (groups_.size() > tasks_.size()) {
    std::erase_if(groups_, [](const auto& group) { return group.second.expired(); });
  }
  std::weak_ptr<int>& group = groups_[alike];
  std::shared_ptr<int> count = group.lock();
  if (count == nullptr) {
    count = std::make_shared<int>(0);
    group = count;
  }
  return count;
}

void Scheduler::makeReady(Task& task) {
  ready_.insert(std::move(task.place));
  ready_changed_.notify_one();
}

void Scheduler::finish(TaskId id) {
  const auto node = tasks_.extract(id);
  for (const TaskId dependant : node.mapped().dependants) {
    Task& task = tasks_.at(dependant);
    if (--task.open_needs == 0) {
      makeReady(task);
    }
  }
  done_changed_.notify_all();
}

Scheduler::Ready::iterator Scheduler::next() {
  return hasPlace() ? std::ranges::find_if(ready_,
                                           [this](const auto& place) {
                                             const Task& task = tasks_.at(place.second);
                                             return (!task.computing || *task.computing == 0) &&
                                                    (!task.is_held || !task.is_held());
                                           })
                    : ready_.end();
}

void Scheduler::workLoop(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  auto place = ready_.end();
  while (ready_changed_.wait(lock, stop, [&] { return (place = next()) != ready_.end(); })) {
    if (stop.stop_requested()) {
      return;
    }
    const TaskId id = place->second;
    ready_.erase(place);
    ++running_;
    --idle_;
    {
      Task& task = tasks_.at(id);
      computing_alike = task.computing.get();  // which lives until the task is finished
      if (computing_alike != nullptr) {
        ++*computing_alike;
      }
      const auto work = std::move(task.work);
      const auto is_held = std::move(task.is_held);
      lock.unlock();
      work();
    }  // what the task captured dies on this thread, without the lock
    lock.lock();
    --running_;
    ++idle_;
    const bool held_others = computing_alike != nullptr;
    if (held_others) {
      --*std::exchange(computing_alike, nullptr);
    }
    finish(id);
    place_free_.notify_one();
    if (held_others) {
      ready_changed_.notify_all();
    } else {
      ready_changed_.notify_one();
    }
  }
}

void Scheduler::release() {
  const std::lock_guard lock(mutex_);
  --running_;
  if (computing_alike != nullptr) {
    --*computing_alike;
  }
  if (idle_ == 0 && !is_closing_) {
    try {
      startThread();
    } catch (
        const std::exception&) {  // no memory, or no further thread: the pause must not fail for it
    }
  }
  place_free_.notify_one();
  ready_changed_.notify_one();
}

void Scheduler::acquire() {
  std::unique_lock lock(mutex_);
  ++returning_;
  place_free_.wait(lock, [this] { return running_ < 2 * places_; });
  --returning_;
  ++running_;
  if (computing_alike != nullptr) {
    ++*computing_alike;
  }
  ready_changed_.notify_all();  // others are held no longer
}

void Scheduler::letAlikeBegin() {
  const std::lock_guard lock(mutex_);
  if (int* const count = std::exchange(computing_alike, nullptr); count != nullptr) {
    --*count;
    ready_changed_.notify_all();
  }
}

void Scheduler::wait(const std::vector<TaskId>& tasks) {
  std::unique_lock lock(mutex_);
  done_changed_.wait(lock, [&] {
    return std::none_of(tasks.begin(), tasks.end(),
                        [this](TaskId id) { return tasks_.contains(id); });
  });
}

}  // namespace w2s::engine
