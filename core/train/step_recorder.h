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

#include "core/record/series.h"

namespace w2s::train {

// The first loss of a training that is not finite.
struct NonFinite {
  std::int64_t step = 0;
  std::string
      term;  // "kd", "confidence", "ground truth", "entropy", or "total" when each is finite
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
  // Known after record() on a CPU, after flush() on a GPU.
  [[nodiscard]] const std::optional<NonFinite>& nonFinite() const {
    return non_finite_;
  }
  // The rows since the last flush; they may be none.
  [[nodiscard]] record::StepBlock flush();
  // Forgets the rows and what was not finite (after a rewind).
  void clear();

 private:
  // Where the columns of one term stand in the schema.
  struct Columns {
    std::size_t value = 0;
    std::size_t weight = 0;
    std::size_t norm = 0;
  };
  void fill(std::size_t row, const double* measured);

  std::vector<std::string> terms_;
  bool on_host_;
  std::int64_t capacity_;
  at::Tensor device_values_;  // [capacity, 2, terms], GPU only
  record::StepBlock rows_;
  std::vector<Columns> columns_;  // of each term
  std::size_t total_ = 0;
  std::size_t learning_rate_ = 0;
  std::size_t temperature_ = 0;
  std::vector<double> weights_;  // of one row, kept so that a step allocates nothing
  std::optional<NonFinite> non_finite_;
};

}  // namespace w2s::train
