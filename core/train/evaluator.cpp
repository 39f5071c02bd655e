#include "core/train/evaluator.h"

#include <ATen/core/grad_mode.h>
#include <ATen/ops/amax.h>
#include <ATen/ops/argmax.h>
#include <ATen/ops/cross_entropy_loss.h>
#include <ATen/ops/softmax.h>
#include <ATen/ops/tensor.h>

#include "core/metrics/agreement.h"
#include "core/metrics/calibration.h"

namespace w2s::train {
namespace {

// Of a classifier's predictions: the probability of the predicted class. [N,K] -> bins
std::vector<metrics::ConfidenceBin> confidenceOf(const at::Tensor& logits,
                                                 const std::vector<std::int64_t>& predictions,
                                                 const std::vector<std::int64_t>& labels) {
  const at::Tensor best =
      at::amax(at::softmax(logits, 1), 1).to(at::kCPU, at::kFloat).contiguous();
  std::vector<std::uint8_t> right(predictions.size());
  for (std::size_t i = 0; i < right.size(); ++i) {
    right[i] = predictions[i] == labels[i] ? 1 : 0;
  }
  return metrics::confidenceBinsOf({best.const_data_ptr<float>(), right.size()}, right);
}

}  // namespace

std::vector<std::int64_t> argmaxOf(const at::Tensor& scores) {
  const at::Tensor best = at::argmax(scores, 1).to(at::kCPU).contiguous();
  const auto* data = best.const_data_ptr<std::int64_t>();
  return {data, data + best.numel()};
}

Evaluator::Evaluator(EvaluationTargets targets, at::Device device)
    : targets_(std::move(targets)),
      test_labels_(at::tensor(targets_.test_labels, at::kLong).to(device)) {}

Evaluator::Result Evaluator::evaluate(Trainable& model, std::int64_t step) const {
  const at::NoGradGuard no_grad;
  Result result;
  metrics::Evaluation& evaluation = result.evaluation;
  evaluation.step = step;
  result.test_logits = model.logits(EvaluationSplit::Test);
  result.test_predictions = argmaxOf(result.test_logits);
  const auto& predictions = result.test_predictions;
  evaluation.test.n = static_cast<std::int64_t>(predictions.size());
  evaluation.test.accuracy = metrics::shareOfEqual(predictions, targets_.test_labels);
  evaluation.test.loss = at::cross_entropy_loss(result.test_logits, test_labels_).item<double>();
  evaluation.confidence = confidenceOf(result.test_logits, predictions, targets_.test_labels);
  if (targets_.weak_test.empty()) {
    return result;
  }
  evaluation.test_agreement =
      metrics::agreementOf(targets_.weak_test, predictions, targets_.test_labels);
  const auto validation = argmaxOf(model.logits(EvaluationSplit::Validation));
  evaluation.validation_agreement = metrics::shareOfEqual(validation, targets_.weak_validation);
  if (!targets_.validation_labels.empty()) {
    evaluation.validation_accuracy = metrics::shareOfEqual(validation, targets_.validation_labels);
  }
  return result;
}

}  // namespace w2s::train
