#include "core/train/evaluator.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <ATen/core/grad_mode.h>
#include <ATen/ops/argmax.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/log_softmax.h>
#include <ATen/ops/nll_loss_nd.h>
#include <ATen/ops/tensor.h>
#include <ATen/ops/zeros_like.h>

#include "core/data/splits.h"
#include "core/metrics/agreement.h"
#include "core/metrics/calibration.h"
#include "core/train/row_scores.h"

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

bool isOnHost(const at::Tensor& scores) {
  return scores.is_cpu() && scores.scalar_type() == at::kFloat && scores.is_contiguous() &&
         scores.dim() == 2 && scores.numel() > 0;
}

LogitRows rowsOf(const at::Tensor& scores) {
  return {scores.const_data_ptr<float>(), scores.size(0), scores.size(1)};
}

}  // namespace

std::vector<std::int64_t> argmaxOf(const at::Tensor& scores) {
  if (isOnHost(scores)) {
    std::vector<std::int64_t> best(static_cast<std::size_t>(scores.size(0)));
    if (bestOfRows(rowsOf(scores), best.data())) {
      return best;
    }
  }
  const at::Tensor best = at::argmax(scores, 1).to(at::kCPU).contiguous();
  const auto* data = best.const_data_ptr<std::int64_t>();
  return {data, data + best.numel()};
}

Evaluator::Evaluator(EvaluationTargets targets, at::Device device)
    : targets_(std::move(targets)),
      test_labels_(at::tensor(targets_.test_labels, at::kLong).to(device)) {
  for (const std::int64_t label : targets_.test_labels) {
    fewest_classes_ =
        std::max(fewest_classes_, label < 0 ? std::numeric_limits<std::int64_t>::max() : label + 1);
  }
  only_class_ = at::zeros_like(test_labels_);
}

std::optional<double> Evaluator::judgeInOnePass(Result& result) const {
  const at::Tensor& logits = result.test_logits;
  if (!isOnHost(logits) || logits.size(0) != test_labels_.size(0) ||
      logits.size(1) < fewest_classes_) {
    return std::nullopt;
  }
  const auto order = scoreOrderOf(logits.size(1));
  if (!order) {
    return std::nullopt;
  }
  const at::Tensor label_log_p = at::empty({logits.size(0), 1}, logits.options());
  result.test_predictions.resize(targets_.test_labels.size());
  result.test_confidences.resize(targets_.test_labels.size());
  if (!scoreRows(rowsOf(logits), *order, targets_.test_labels.data(),
                 {.best = result.test_predictions.data(),
                  .best_log_p = result.test_confidences.data(),
                  .label_log_p = label_log_p.mutable_data_ptr<float>()})) {
    return std::nullopt;
  }
  for (float& confidence : result.test_confidences) {
    confidence = std::exp(confidence);
  }
  return at::nll_loss_nd(label_log_p, only_class_).item<double>();
}

double Evaluator::judgeTestRows(Result& result) const {
  if (const auto loss = judgeInOnePass(result)) {
    return *loss;
  }
  result.test_predictions = argmaxOf(result.test_logits);
  // The two halves of cross_entropy_loss, so that its softmax serves the confidences too.
  const at::Tensor log_probabilities = at::log_softmax(result.test_logits, 1);
  result.test_confidences = probabilitiesAt(log_probabilities, result.test_predictions);
  return at::nll_loss_nd(log_probabilities, test_labels_).item<double>();
}

Evaluator::Result Evaluator::evaluate(Trainable& model, std::int64_t step) const {
  const at::NoGradGuard no_grad;
  Result result;
  metrics::Evaluation& evaluation = result.evaluation;
  evaluation.step = step;
  result.test_logits = model.logits(data::split::kTest);
  evaluation.test.loss = judgeTestRows(result);
  const auto& predictions = result.test_predictions;
  evaluation.test.n = static_cast<std::int64_t>(predictions.size());
  evaluation.test.accuracy = metrics::shareOfEqual(predictions, targets_.test_labels);
  evaluation.confidence = confidenceOf(result.test_confidences, predictions, targets_.test_labels);
  if (!targets_.weak_test.empty()) {
    evaluation.test_agreement =
        metrics::agreementOf(targets_.weak_test, predictions, targets_.test_labels);
  }
  if (targets_.weak_validation.empty() && targets_.validation_labels.empty()) {
    return result;
  }
  const auto validation = argmaxOf(model.logits(data::split::kValidation));
  if (!targets_.weak_validation.empty()) {
    evaluation.validation_agreement = metrics::shareOfEqual(validation, targets_.weak_validation);
  }
  if (!targets_.validation_labels.empty()) {
    evaluation.validation_accuracy = metrics::shareOfEqual(validation, targets_.validation_labels);
  }
  return result;
}

}  // namespace w2s::train
