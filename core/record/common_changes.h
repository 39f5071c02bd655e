// Live changes of several runs that stay one experiment: every run adopts a change before the same
// step, the first one that none of them has begun. Runs of different pace need no pause for that.
//
// A run says before each of its steps that it begins it. Only the run that is furthest ahead takes
// the lock for it; the others read two atomic numbers. What is posted under the lock is due after the
// furthest step, so no run can have passed it. A run that is over at that step adopts nothing, like all
// others that end there.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include "core/record/live_parameters.h"

namespace w2s::record {

class CommonChanges {
 public:
  // Any thread. Returns the step that the runs adopt the change before, counted from 0; empty once
  // they can adopt none together.
  std::optional<std::int64_t> set(LiveParameter parameter, double value);
  // A run has its whole course already, from the cache: from now on no change could reach it. False:
  // there are changes, which the run has to be trained with.
  [[nodiscard]] bool close();

  [[nodiscard]] bool isEmpty() const {
    return count_.load(std::memory_order_acquire) == 0;
  }

  // Where one run is in the list. A worker owns it.
  struct Place {
    std::size_t next = 0;
  };
  // The worker of a run begins `step`: the changes that are due, in order.
  [[nodiscard]] std::vector<std::pair<LiveParameter, double>> begin(std::int64_t step,
                                                                    Place& place);
  // The run goes back to `step` (after a divergence): what is due from there on comes again.
  void goBack(std::int64_t step, Place& place) const;

 private:
  struct Change {
    std::int64_t step = 0;
    LiveParameter parameter;
    double value = 0.0;
  };

  mutable std::mutex mutex_;
  bool is_closed_ = false;
  std::vector<Change> changes_;             // steps ascend
  std::atomic<std::int64_t> furthest_{-1};  // the last step that a run has begun
  std::atomic<std::size_t> count_{0};       // of changes_
};

}  // namespace w2s::record
