#include "core/train/evaluator.h"

#include <cmath>

#include <ATen/core/grad_mode.h>
#include <ATen/ops/argmax.h>
#include <ATen/ops/log_softmax.h>
#include <ATen/ops/nll_loss_nd.h>
#include <ATen/ops/tensor.h>

#include "core/data/splits.h"
#include "core/metrics/agreement.h"
#include "core/metrics/calibration.h"

namespace w2s::train {
namespace {

// exp(log p) of one class a row. [N,K], N -> N
std::vector<float> probabilitiesAt(const at::Tensor& log_probabilities,
                                   const std::vector<std::int64_t>& classes) {
  const at::Tensor host = log_probabilities.to(at::kCPU, at::kFloat).contiguous();
  const auto* data = host.const_data_ptr<float>();
  const std::int64_t count = host.size(1);
  std::vector<float> probabilities(classes.size());
  for (std::size_t i = 0; i < classes.size(); ++i) {
    probabilities[i] = std::exp(data[static_cast<std::int64_t>(i) * count + classes[i]]);
  }
  return probabilities;
}

// Of a classifier's predictions: the probability of the predicted class. [N] -> bins
std::vector<metrics::ConfidenceBin> confidenceOf(const std::vector<float>& confidences,
                                                 const std::vector<std::int64_t>& predictions,
                                                 const std::vector<std::int64_t>& labels) {
  std::vector<std::uint8_t> right(predictions.size());
  for (std::size_t i = 0; i < right.size(); ++i) {
    right[i] = predictions[i] == labels[i] ? 1 : 0;
  }
  return metrics::confidenceBinsOf(confidences, right);
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
  result.test_logits = model.logits(data::split::kTest);
  result.test_predictions = argmaxOf(result.test_logits);
  const auto& predictions = result.test_predictions;
  evaluation.test.n = static_cast<std::int64_t>(predictions.size());
  evaluation.test.accuracy = metrics::shareOfEqual(predictions, targets_.test_labels);
  // The two halves of cross_entropy_loss, so that its softmax serves the confidences too.
  const at::Tensor log_probabilities = at::log_softmax(result.test_logits, 1);
  evaluation.test.loss = at::nll_loss_nd(log_probabilities, test_labels_).item<double>();
  result.test_confidences = probabilitiesAt(log_probabilities, predictions);
  evaluation.confidence = confidenceOf(result.test_confidences, predictions, targets_.test_labels);
  if (targets_.weak_test.empty()) {
    return result;
  }
  evaluation.test_agreement =
      metrics::agreementOf(targets_.weak_test, predictions, targets_.test_labels);
  const auto validation = argmaxOf(model.logits(data::split::kValidation));
  evaluation.validation_agreement = metrics::shareOfEqual(validation, targets_.weak_validation);
  if (!targets_.validation_labels.empty()) {
    evaluation.validation_accuracy = metrics::shareOfEqual(validation, targets_.validation_labels);
  }
  return result;
}

}  // namespace w2s::train
