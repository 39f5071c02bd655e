#include "core/pipeline/shared_work.h"

namespace w2s::pipeline {

SharedWork::SharedWork(std::int64_t parts) : parts_(parts) {}

std::int64_t SharedWork::done() const {
  const std::lock_guard lock(mutex_);
  return done_;
}

std::int64_t SharedWork::take() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return done_ == parts_ || next_ < parts_ || !given_back_.empty(); });
  if (!given_back_.empty()) {
    const std::int64_t part = given_back_.back();
    given_back_.pop_back();
    return part;
  }
  return next_ < parts_ ? next_++ : -1;
}

void SharedWork::giveBack(std::int64_t part) {
  const std::lock_guard lock(mutex_);
  given_back_.push_back(part);
  changed_.notify_all();
}

void SharedWork::finish() {
  const std::lock_guard lock(mutex_);
  if (++done_ == parts_) {
    changed_.notify_all();
  }
}

Status SharedWork::help(const std::function<Status()>& before_part,
                        const std::function<Status(std::int64_t part)>& do_part) {
  while (!isDone()) {
    W2S_CHECK(before_part());
    const std::int64_t part = take();
    if (part < 0) {
      return {};
    }
    Status status;
    try {
      status = do_part(part);
    } catch (...) {
      giveBack(part);
      throw;
    }
    if (!status) {
      giveBack(part);
      return status;
    }
    finish();
  }
  return {};
}

}  // namespace w2s::pipeline
