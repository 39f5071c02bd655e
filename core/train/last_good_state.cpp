#include "core/train/last_good_state.h"

#include <system_error>
#include <utility>

namespace w2s::train {
namespace {

constexpr const char* kFingerprint = "last good state";

std::int64_t bytesOf(const NamedTensors& tensors) {
  std::int64_t bytes = 0;
  for (const auto& [name, tensor] : tensors) {
    bytes += static_cast<std::int64_t>(tensor.nbytes());
  }
  return bytes;
}

std::int64_t bytesOf(const TrainingState& state) {
  return static_cast<std::int64_t>(state.parameters.nbytes()) + bytesOf(state.buffers) +
         bytesOf(state.optimizer);
}

TrainingState copyOf(TrainingState state) {
  state.parameters = state.parameters.detach().clone();
  state.buffers = cloned(state.buffers);
  state.optimizer = cloned(state.optimizer);
  return state;
}

}  // namespace

LastGoodState::LastGoodState(LastGoodPlace place) : place_(std::move(place)) {}

LastGoodState::~LastGoodState() {
  if (!place_.file.empty()) {
    std::error_code ignored;
    std::filesystem::remove(place_.file, ignored);
  }
}

Status LastGoodState::keep(const TrainingState& state) {
  if (place_.file.empty() || bytesOf(state) <= place_.bytes_in_memory) {
    in_memory_ = copyOf(state);
  } else {
    in_memory_.reset();
    W2S_CHECK(saveState(place_.file, state, kFingerprint));
  }
  step_ = state.step;
  return {};
}

Result<TrainingState> LastGoodState::state() const {
  return in_memory_ ? Result<TrainingState>(*in_memory_) : loadState(place_.file, kFingerprint);
}

}  // namespace w2s::train
