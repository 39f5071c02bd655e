// Judges a model on the test rows and, for a student, against the weak labels of test and validation rows.
// Thread: the one that trains; results are plain numbers.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/metrics/evaluation.h"
#include "core/train/trainable.h"

namespace w2s::train {

struct EvaluationTargets {
  std::vector<std::int64_t> test_labels;
  // Weak predictions (argmax); empty for the weak supervisor and the ceiling, which are judged by
  // ground truth alone, and where these rows have no weak labels.
  std::vector<std::int64_t> weak_test;
  std::vector<std::int64_t> weak_validation;
  // Ground truth of the validation rows: only for a schedule that switches off when the student passes.
  std::vector<std::int64_t> validation_labels;
};

class Evaluator {
 public:
  Evaluator(EvaluationTargets targets, at::Device device);

  struct Result {
    metrics::Evaluation evaluation;              // `seconds` is left to the caller
    at::Tensor test_logits;                      // [N,K] on the device
    std::vector<std::int64_t> test_predictions;  // [N] argmax of test_logits
    std::vector<float> test_confidences;         // [N] probability of that class
  };
  [[nodiscard]] Result evaluate(Trainable& model, std::int64_t step) const;

 private:
  EvaluationTargets targets_;
  // Fills the test rows' part of the result but for the loss, which it returns.
  double judgeTestRows(Result& result) const;
  [[nodiscard]] std::optional<double> judgeInOnePass(Result& result) const;

  at::Tensor test_labels_;  // [N] int64 on the device
  // A model needs so many for every label to be one: past all models where one is negative.
  std::int64_t fewest_classes_ = 0;
  at::Tensor only_class_;  // [N] zeros: labels of a table of one column
};

// argmax of each row, on the host. [N,K] -> N
[[nodiscard]] std::vector<std::int64_t> argmaxOf(const at::Tensor& scores);

}  // namespace w2s::train
