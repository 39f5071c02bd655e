// Stage "weak_labels": the weak supervisor's probabilities for transfer, validation and test rows,
// and its floor.
#include <ATen/core/grad_mode.h>
#include <ATen/ops/amax.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/nll_loss_nd.h>
#include <ATen/ops/tensor.h>

#include "core/metrics/agreement.h"
#include "core/pipeline/stages/stage_parts.h"
#include "core/train/evaluator.h"
#include "core/train/image_batches.h"

namespace w2s::pipeline {
namespace {

constexpr std::int64_t kRowsAChunk = 1000;
constexpr double kSmallestProbability =
    1e-12;  // keeps the floor's cross-entropy finite for a tree's empty leaves
constexpr const char* kFile = "weak_labels.safetensors";

Result<at::Tensor> label(RunContext& context, data::Part part,
                         const std::vector<std::int64_t>& rows) {
  const at::NoGradGuard no_grad;
  std::vector<at::Tensor> parts;
  for (std::size_t first = 0; first < rows.size(); first += kRowsAChunk) {
    if (context.control.stopRequested()) {
      return fail(ErrorCode::Interrupted, "stopped");
    }
    const auto last = std::min(rows.size(), first + kRowsAChunk);
    W2S_TRY(const at::Tensor images,
            imageRows(context.setup, part,
                      std::vector(rows.begin() + static_cast<std::ptrdiff_t>(first),
                                  rows.begin() + static_cast<std::ptrdiff_t>(last))));
    parts.push_back(context.weak_model->probabilities(train::unitImages(images)).to(at::kCPU));
  }
  return at::cat(parts);
}

metrics::Performance floorOf(const at::Tensor& probabilities, const data::Labels& labels) {
  const double loss = at::nll_loss_nd(probabilities.clamp_min(kSmallestProbability).log(),
                                      at::tensor(labels, at::kLong))
                          .item<double>();
  return metrics::performanceOf(train::argmaxOf(probabilities), labels, loss);
}

// The weak supervisor as the examples show it: one record, of the labels that make the floor.
Status recordLabels(RunContext& context) {
  const at::Tensor& probabilities = context.weak_labels.test;
  const at::Tensor confidences = at::amax(probabilities, 1).to(at::kFloat).contiguous();
  const auto* data = confidences.const_data_ptr<float>();
  return context.recordPredictions(record::stage::kWeakLabels, 0, train::argmaxOf(probabilities),
                                   {data, data + confidences.numel()});
}

}  // namespace

Status runWeakLabels(RunContext& context) {
  constexpr auto& kStage = record::stage::kWeakLabels;
  const double begin = context.clock.seconds();
  const auto& splits = context.setup.splits;
  const auto test_labels = data::labelsAt(context.setup.test_labels, splits.test);
  const auto& cache = context.setup.cache;
  const std::string& fingerprint = context.planned(kStage).fingerprint;

  if (const auto entry = cache.find(fingerprint)) {
    if (auto labels = supervision::loadWeakLabels(entry->folder / kFile)) {
      context.weak_labels = std::move(*labels);
      context.weak_test = floorOf(context.weak_labels.test, test_labels);
      W2S_CHECK(recordLabels(context));
      return tellRecorded(context, kStage, *entry);
    }
  }
  if (context.weak_model == nullptr) {
    return {};  // stopped while the weak supervisor was trained
  }
  W2S_CHECK(context.emitOf(kStage, record::StageStarted{.stage = kStage}));
  W2S_TRY(context.weak_labels.transfer, label(context, data::Part::Train, splits.transfer));
  W2S_TRY(context.weak_labels.validation, label(context, data::Part::Train, splits.validation));
  W2S_TRY(context.weak_labels.test, label(context, data::Part::Test, splits.test));
  context.weak_test = floorOf(context.weak_labels.test, test_labels);
  const double seconds = context.clock.seconds() - begin;

  W2S_CHECK(recordLabels(context));
  W2S_TRY(auto writer, cache.begin(fingerprint));
  W2S_CHECK(supervision::saveWeakLabels(writer.folder() / kFile, context.weak_labels));
  W2S_TRY(const auto entry,
          writer.commit({.stage = kStage, .seconds = seconds, .test = context.weak_test}));
  return context.emitOf(
      kStage,
      record::StageFinished{
          .stage = kStage, .seconds = seconds, .from_cache = false, .test = context.weak_test});
}

}  // namespace w2s::pipeline
