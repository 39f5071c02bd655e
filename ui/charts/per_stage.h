// What a chart keeps of each run's stage from one refresh to the next, found again by the stage's
// generation (unique in the process); dropped when a refresh did not ask for it.
#pragma once

#include <cstddef>
#include <map>

#include "ui/bridge/run_series.h"

namespace w2s::ui::charts {

template <class Kept>
class PerStage {
 public:
  Kept& of(const StageSeries& stage) {
    Slot& slot = slots_[stage.generation];
    slot.round = round_;
    return slot.kept;
  }
  // After the last of() of a refresh.
  void sweep() {
    std::erase_if(slots_, [this](const auto& entry) { return entry.second.round != round_; });
    ++round_;
  }
  void clear() {
    slots_.clear();
  }

 private:
  struct Slot {
    Kept kept;
    std::size_t round = 0;
  };
  std::map<std::size_t, Slot> slots_;
  std::size_t round_ = 1;
};

}  // namespace w2s::ui::charts
