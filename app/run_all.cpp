#include "app/run_all.h"

#include <algorithm>
#include <thread>
#include <utility>

namespace w2s::app {

void StartedRuns::stop() {
  const std::lock_guard lock(mutex_);
  is_stopping_ = true;
  for (const auto& handle : handles_) {
    handle->stop(record::StopMode::Keep);
  }
}

bool StartedRuns::isStopping() const {
  const std::lock_guard lock(mutex_);
  return is_stopping_;
}

void StartedRuns::add(std::shared_ptr<engine::RunHandle> handle) {
  const std::lock_guard lock(mutex_);
  handles_.push_back(std::move(handle));
  if (is_stopping_) {
    handles_.back()->stop(record::StopMode::Keep);  // the signal came while the run was being made
  }
}

std::vector<std::shared_ptr<engine::RunHandle>> StartedRuns::handles() const {
  const std::lock_guard lock(mutex_);
  return handles_;
}

Status runAll(engine::Runner& runner, const std::vector<record::RunRequest>& requests,
              RunProgress& sink, StartedRuns& started, int workers,
              const std::function<bool(const record::RunRequest& request)>& is_taken) {
  const std::size_t threads = workers > 0 ? static_cast<std::size_t>(workers)
                                          : std::max(1U, std::thread::hardware_concurrency());
  const std::size_t most_at_once = 2 * threads + 2;
  Status status;
  for (const record::RunRequest& request : requests) {
    if (const auto handles = started.handles(); handles.size() >= most_at_once) {
      runner.wait({handles[handles.size() - most_at_once]});
    }
    if (sink.hasUnprepared()) {  // the next one would fail in the same way
      started.stop();
    }
    if (started.isStopping()) {
      break;
    }
    if (is_taken && is_taken(request)) {
      continue;
    }
    auto handle = runner.start(request, sink);
    if (!handle) {
      status = tl::unexpected(handle.error());
      started.stop();
      break;
    }
    started.add(std::move(*handle));
  }
  runner.wait(started.handles());
  return status;
}

}  // namespace w2s::app
