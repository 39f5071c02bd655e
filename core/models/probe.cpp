#include "core/models/probe.h"

#include <algorithm>
#include <vector>

#include <ATen/core/grad_mode.h>
#include <ATen/ops/from_blob.h>
#include <ATen/ops/matmul.h>
#include <ATen/ops/ones.h>
#include <ATen/ops/softmax.h>

#include "core/models/adamw.h"
#include "core/models/feature_scaling.h"
#include "core/models/head.h"

namespace w2s::models {
namespace {

// Gradient of the mean cross-entropy with respect to a linear head's weight and bias.
void setGradient(const Head& head, const at::Tensor& features, const at::Tensor& labels) {
  const std::int64_t rows = features.size(0);
  at::Tensor slope = at::softmax(head.logits(features), 1);
  slope.scatter_add_(1, labels.unsqueeze(1), at::ones({rows, 1}).neg_());
  slope.div_(static_cast<double>(rows));
  at::Tensor weight = head.weight();
  at::Tensor bias = head.bias();
  weight.mutable_grad() = at::matmul(slope.t(), features);
  bias.mutable_grad() = slope.sum(0);
}

}  // namespace

double probeAccuracy(const LabelledFeatures& training, const LabelledFeatures& judged,
                     const ProbeOptions& options) {
  const at::NoGradGuard no_grad;
  const FeatureScaling scaling = FeatureScaling::fit(training.features);
  const at::Tensor features = scaling.apply(training.features);
  const std::int64_t rows = features.size(0);
  const std::int64_t batch = std::min(options.batch_rows, rows);
  const std::int64_t batches = rows / batch;

  const Head head = Head::linear(features.size(1), options.classes);
  AdamW optimizer(head.parameters(), {.weight_decay = options.weight_decay});
  std::vector<std::int64_t> order;
  for (std::int64_t step = 0; step < options.steps; ++step) {
    if (step % batches == 0) {
      order = permutation(rows, options.seed.child(static_cast<std::uint64_t>(step / batches)));
    }
    const at::Tensor chosen =
        at::from_blob(order.data() + step % batches * batch, {batch}, at::kLong);
    setGradient(head, features.index_select(0, chosen), training.labels.index_select(0, chosen));
    optimizer.step(options.learning_rate);
  }
  const at::Tensor predicted = head.logits(scaling.apply(judged.features)).argmax(1);
  return predicted.eq(judged.labels).to(at::kDouble).mean().item<double>();
}

}  // namespace w2s::models
