// Collects the rows of training steps until they are reported.
//
// On a CPU the values of the terms are read at once. On a GPU they stay in a device buffer until
// flush(), so that no step waits for the device; host-known columns (weights, learning rate) are
// kept beside.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/record/event.h"

namespace w2s::train {

// The first step whose loss is not finite.
struct NonFinite {
  std::int64_t step = 0;
  std::string term;  // its name in words; "total" where each term is finite
};

class StepRecorder {
 public:
  // `terms`: names, in the order of the objective. `capacity`: steps the device buffer holds;
  // flush() at the latest after so many.
  StepRecorder(const std::vector<std::string>& terms, at::Device device, std::int64_t capacity);

  // `measured` [2, terms] float64: values and gradient norms of the step, unweighted (objective.h).
  void record(std::int64_t completed_steps, const at::Tensor& measured,
              std::span<const double> weights, double learning_rate, double temperature);

  [[nodiscard]] bool isFull() const {
    return static_cast<std::int64_t>(rows_.size()) == capacity_;
  }
  // The rows recorded since the last call, with totals; the first bad one is noted in nonFinite().
  [[nodiscard]] std::vector<record::StepRow> flush();
  // Known at once on a CPU, at flush() on a GPU.
  [[nodiscard]] const std::optional<NonFinite>& nonFinite() const {
    return non_finite_;
  }
  void clear();

 private:
  void fill(std::size_t row, const double* measured);

  std::vector<std::string> terms_;
  bool on_host_;
  std::int64_t capacity_;
  at::Tensor device_values_;  // [capacity, 2, terms], GPU only
  std::vector<record::StepRow> rows_;
  std::vector<std::vector<double>> weights_;  // of each row, in the order of the terms
  std::optional<NonFinite> non_finite_;
};

}  // namespace w2s::train
