// The state that a training goes back to when its loss is not finite: that of its last evaluation.
//
// A state is three times the model (its parameters and both moments). A small one is held in
// memory; a larger one is written to a file, so that training a model never takes its memory twice.
// Thread: the training's.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "core/base/result.h"
#include "core/train/training_state.h"

namespace w2s::train {

struct LastGoodPlace {
  std::filesystem::path file;  // of larger states; empty: all are held in memory
  std::int64_t bytes_in_memory = std::int64_t{64} << 20;
};

class LastGoodState {
 public:
  explicit LastGoodState(LastGoodPlace place);
  ~LastGoodState();  // removes the file
  LastGoodState(const LastGoodState&) = delete;
  LastGoodState& operator=(const LastGoodState&) = delete;

  // Replaces what was kept. `state` may share the model's tensors: they are copied or written here.
  // Error: the file cannot be written.
  [[nodiscard]] Status keep(const TrainingState& state);
  // Error: the file cannot be read. Call after keep().
  [[nodiscard]] Result<TrainingState> state() const;
  // Completed steps of the state kept.
  [[nodiscard]] std::int64_t step() const {
    return step_;
  }

 private:
  LastGoodPlace place_;
  std::int64_t step_ = 0;
  std::optional<TrainingState> in_memory_;  // empty: in the file
};

}  // namespace w2s::train
