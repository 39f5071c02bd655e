// Starts runs and waits for them, for the verbs that run experiments.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "app/run_progress.h"
#include "core/engine/runner.h"

namespace w2s::app {

// The runs of this call, for the thread that starts them and for the one that stops them on a signal.
class StartedRuns {
 public:
  // From now on none is to be started; those in progress stop with a checkpoint.
  void stop();
  [[nodiscard]] bool isStopping() const;
  void add(std::shared_ptr<engine::RunHandle> handle);
  [[nodiscard]] std::vector<std::shared_ptr<engine::RunHandle>> handles() const;

 private:
  mutable std::mutex mutex_;
  bool is_stopping_ = false;
  std::vector<std::shared_ptr<engine::RunHandle>> handles_;
};

// Starts the runs in order and waits until all are over. At most 2 * workers + 2 are in progress: a
// started run holds open files. After an error no further run is started, and those in progress stop
// with a checkpoint, as on a signal. `workers` 0: one a core.
// A run that `is_taken` by another program when its turn comes is left to it.
[[nodiscard]] Status runAll(
    engine::Runner& runner, const std::vector<record::RunRequest>& requests, RunProgress& sink,
    StartedRuns& started, int workers,
    const std::function<bool(const record::RunRequest& request)>& is_taken = {});

}  // namespace w2s::app
