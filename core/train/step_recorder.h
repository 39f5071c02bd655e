// Collects the rows of training steps until they are reported.
//
// On a CPU the term values are read at once. On a GPU they stay in a device buffer until flush(),
// so that no step waits for the device; host-known columns (weights, learning rate) are kept
// beside.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <ATen/core/Tensor.h>

#include "core/objective/term_weights.h"
#include "core/record/series.h"

namespace w2s::train {

// The first step whose loss is not finite.
struct NonFinite {
  std::int64_t step = 0;
  std::string term;
};

class StepRecorder {
 public:
  // `capacity`: steps the device buffer holds; flush() at the latest after so many.
  StepRecorder(at::Device device, std::int64_t capacity);

  // `values` [4] float64: unweighted term values of the step (kd, confidence, ground truth, entropy).
  void record(std::int64_t completed_steps, const at::Tensor& values,
              const objective::TermWeights& weights, double learning_rate, double temperature);

  [[nodiscard]] bool isFull() const {
    return static_cast<std::int64_t>(rows_.size()) == capacity_;
  }
  // The rows recorded since the last call, with totals; the first bad one is noted in nonFinite().
  [[nodiscard]] record::StepBlock flush();
  // Known at once on a CPU, at flush() on a GPU.
  [[nodiscard]] const std::optional<NonFinite>& nonFinite() const {
    return non_finite_;
  }
  void clear();

 private:
  void fill(std::size_t row, const double* values);

  bool on_host_;
  std::int64_t capacity_;
  at::Tensor device_values_;  // [capacity, 4], GPU only
  record::StepBlock rows_;
  std::optional<NonFinite> non_finite_;
};

}  // namespace w2s::train
