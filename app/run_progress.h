// Progress of `w2s run`: a bar with rate and remaining time on a terminal, plain lines in a pipe,
// always on standard error. Also keeps what the final table needs. Events come on worker threads.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "core/record/event.h"

namespace w2s::app {

struct RunRecord {
  std::string id;
  std::int64_t seed = 0;
  std::string state = "running";  // finished, stopped, failed
  std::optional<record::RunSummary> summary;
  std::optional<Error> error;
  bool began = false;  // it was prepared: its folder is there
};

class RunProgress final : public record::EventSink {
 public:
  explicit RunProgress(bool is_quiet);

  void onEvent(const std::string& run_id, const record::Event& event) override;
  // After the last event. Ends the bar's line.
  void finish();

  // Whether a run failed before it began.
  [[nodiscard]] bool hasUnprepared() const;
  // Why no run could be prepared; empty where one was.
  [[nodiscard]] std::optional<Error> refusal() const;
  [[nodiscard]] RunRecord record(const std::string& run_id) const;

 private:
  [[nodiscard]] const std::string& titleOf(const record::StageId& stage);
  void advance(const record::StageId& stage, const std::string& run_id, std::int64_t done,
               std::int64_t total, std::string_view unit);
  void say(const std::string& line);  // above the bar, or as a line of its own
  void draw(bool force);

  mutable std::mutex mutex_;
  bool is_quiet_;
  bool is_terminal_;
  bool bar_is_drawn_ = false;
  std::map<std::string, RunRecord> runs_;
  // Work units (steps and rows) done and planned, over all runs and stages.
  struct Work {
    std::int64_t done = 0;
    std::int64_t total = 0;
  };
  std::map<std::pair<std::string, record::StageId>, Work> work_;
  std::map<record::StageId, std::string> titles_;  // as the plan says
  std::string phase_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point last_drawn_{};
};

}  // namespace w2s::app
