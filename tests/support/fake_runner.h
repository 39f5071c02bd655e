// An engine without training: plausible, deterministic curves on a thread of its own, through the
// contract of core/engine/runner.h. Equal configuration, seed and live changes give equal
// series; it pauses, steps, stops, keeps a pace, diverges where the learning rate is absurd, and
// answers decisions, as the real one must.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/engine/runner.h"

namespace w2s::test {

struct FakeRunnerOptions {
  std::int64_t evaluate_every = 10;
  std::optional<Error> refuse_start = {};  // what start returns
  std::int64_t fail_at_step = 0;           // > 0: RunFailed there
  std::optional<Error> failure = {};       // empty: out of memory, in a sentence without a pattern
  double diverges_above = 0.5;             // learning rate
  bool hold_preparation = false;           // nothing is reported before letPrepare()
  double ceiling_accuracy = 0.861;         // final; at or below the weak floor: no gap to recover
};

class FakeRun;

class FakeRunner final : public engine::Runner {
 public:
  explicit FakeRunner(FakeRunnerOptions options = {});
  ~FakeRunner() override;

  Result<std::shared_ptr<engine::RunHandle>> start(const record::RunRequest& request,
                                                   record::EventSink& sink) override;
  void prepare(const config::ExperimentConfig& config, std::int64_t seed) override;
  void wait(const std::vector<std::shared_ptr<engine::RunHandle>>& runs) override;

  // The data have come: runs that are held begin.
  void letPrepare();

  // Configurations and seeds that were announced. Any thread.
  [[nodiscard]] std::vector<std::pair<config::ExperimentConfig, std::int64_t>> prepared() const;
  // Requests as they came, for assertions. Any thread.
  [[nodiscard]] std::vector<record::RunRequest> requests() const;
  // Live changes that the last run has adopted. Any thread.
  [[nodiscard]] std::vector<std::pair<record::LiveParameter, double>> receivedChanges() const;

 private:
  FakeRunnerOptions options_;
  mutable std::mutex mutex_;
  std::vector<record::RunRequest> requests_;
  std::vector<std::pair<config::ExperimentConfig, std::int64_t>> prepared_;
  std::vector<std::shared_ptr<FakeRun>> runs_;
  std::set<std::int64_t> cached_seeds_;  // weak supervisor, labels and ceiling exist
};

}  // namespace w2s::test
