// Keeps the events of runs, and lets a test wait for one without sleeping.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "core/record/event.h"

namespace w2s::test {

class RecordingSink : public record::EventSink {
 public:
  void onEvent(const std::string& run_id, const record::Event& event) override {
    const std::lock_guard lock(mutex_);
    events_[run_id].push_back(event);
    changed_.notify_all();
  }

  // False after a minute without such an event.
  [[nodiscard]] bool waitFor(const std::string& run_id,
                             const std::function<bool(const record::Event&)>& wanted) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, std::chrono::minutes(1), [&] {
      for (const auto& event : events_[run_id]) {
        if (wanted(event)) {
          return true;
        }
      }
      return false;
    });
  }

  template <class T>
  [[nodiscard]] bool waitForCount(const std::string& run_id, std::size_t count) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, std::chrono::minutes(1),
                             [&] { return countOf<T>(events_[run_id]) >= count; });
  }

  [[nodiscard]] std::vector<record::Event> events(const std::string& run_id) {
    const std::lock_guard lock(mutex_);
    return events_[run_id];
  }

  template <class T>
  [[nodiscard]] std::vector<T> all(const std::string& run_id) {
    std::vector<T> found;
    for (const auto& event : events(run_id)) {
      if (const T* match = std::get_if<T>(&event)) {
        found.push_back(*match);
      }
    }
    return found;
  }

 private:
  template <class T>
  static std::size_t countOf(const std::vector<record::Event>& events) {
    std::size_t count = 0;
    for (const auto& event : events) {
      count += std::holds_alternative<T>(event) ? 1 : 0;
    }
    return count;
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::map<std::string, std::vector<record::Event>> events_;
};

}  // namespace w2s::test
