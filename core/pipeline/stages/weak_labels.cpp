// Stage "weak_labels": the weak supervisor's probabilities for transfer, validation and test rows,
// and its floor; made by its model, or by another program.
#include <algorithm>
#include <cmath>

#include <ATen/core/grad_mode.h>
#include <ATen/ops/amax.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/nll_loss_nd.h>
#include <ATen/ops/tensor.h>

#include "core/metrics/agreement.h"
#include "core/objective/terms.h"
#include "core/pipeline/stages/stage_parts.h"
#include "core/train/evaluator.h"
#include "core/train/input_batches.h"

namespace w2s::pipeline {
namespace {

constexpr std::int64_t kRowsAChunk = 1000;
// Keeps the floor's cross-entropy finite for a tree's empty leaves. The measure of that name
// (metrics/measures.cpp) has a smaller floor, so that the two differ for a supervisor that is sure of a
// wrong class; recorded runs have both numbers, which stay what they are.
constexpr double kSmallestProbability = 1e-12;
constexpr const char* kFile = "weak_labels.safetensors";

Result<at::Tensor> label(StageContext& context, const supervision::WeakModel& model,
                         const data::Split& split) {
  const auto& [source, rows] = split.rows;
  const at::NoGradGuard no_grad;
  std::vector<at::Tensor> parts;
  for (std::size_t first = 0; first < rows.size(); first += kRowsAChunk) {
    if (context.run().control.stopRequested()) {
      return fail(ErrorCode::Interrupted, "stopped");
    }
    const auto last = std::min(rows.size(), first + kRowsAChunk);
    W2S_TRY(const at::Tensor stored,
            storedRows(context.setup(),
                       {.source = source,
                        .index = {rows.begin() + static_cast<std::ptrdiff_t>(first),
                                  rows.begin() + static_cast<std::ptrdiff_t>(last)}},
                       config::featureSetOf(context.config().weak.front().backbone)));
    parts.push_back(model.probabilities(models::inputsOf(stored)).to(at::kCPU));
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
Status recordLabels(StageContext& context, const at::Tensor& probabilities) {
  const at::Tensor confidences = at::amax(probabilities, 1).to(at::kFloat).contiguous();
  const auto* data = confidences.const_data_ptr<float>();
  return context.recordPredictions(0, train::argmaxOf(probabilities),
                                   {data, data + confidences.numel()});
}

// Labels that another program gave the rows of a split; empty, [0,K], where some rows have none.
Result<at::Tensor> madeElsewhere(const StageContext& context, const data::Split& split) {
  W2S_TRY(const std::vector<float> labels,
          context.setup().dataset->weakLabels(context.config().weak.front().labels, split.rows));
  const std::int64_t classes = context.setup().dataset->card().classes();
  const at::Tensor all = at::tensor(labels, at::kFloat).view({split.size(), classes});
  return std::ranges::any_of(labels, [](float share) { return std::isnan(share); })
             ? at::empty({0, classes}, at::kFloat)
             : all;
}

// Whether what the configuration asks of validation rows can be had of these labels, [0,K] where there are
// none. No part of a fingerprint: asked of labels from the cache too.
Status checkValidation(const StageContext& context, const at::Tensor& validation) {
  if (validation.size(0) > 0) {
    return {};
  }
  const config::ExperimentConfig& config = context.config();
  if (objective::needsStudentPassed(config.objective)) {
    return fail(
        ErrorCode::InvalidArgument,
        sentence("A weight of the objective is off_when_student_passes, but validation rows "
                 "have no weak labels {} to pass; choose another shape.",
                 config.weak.front().labels));
  }
  if (config.evaluation.selection == config::Selection::BestAgreement) {
    return fail(ErrorCode::InvalidArgument,
                sentence("evaluation.selection is best_agreement, but validation rows have no weak "
                         "labels {}; choose evaluation.selection = \"final\".",
                         config.weak.front().labels));
  }
  return {};
}

Result<StageEnd> takeLabels(StageContext& context) {
  using namespace data::split;
  const double begin = context.run().clock.seconds();
  const auto& splits = context.setup().splits;
  W2S_CHECK(context.begin());
  LabelArtifact made;
  W2S_TRY(made.labels.transfer, madeElsewhere(context, splits.of(kTransfer)));
  W2S_TRY(made.labels.validation, madeElsewhere(context, splits.of(kValidation)));
  W2S_TRY(made.labels.test, madeElsewhere(context, splits.of(kTest)));
  W2S_CHECK(checkValidation(context, made.labels.validation));
  if (made.labels.test.size(0) > 0) {
    made.floor = floorOf(made.labels.test, splits.of(kTest).labels);
    W2S_CHECK(recordLabels(context, made.labels.test));
  }
  context.outcome.seconds = context.run().clock.seconds() - begin;
  context.outcome.test = made.floor;
  context.give(std::move(made));
  return StageEnd::Done;
}

Result<StageEnd> run(StageContext& context) {
  if (context.config().weak.front().isMadeElsewhere()) {
    return takeLabels(context);
  }
  const double begin = context.run().clock.seconds();
  const auto& splits = context.setup().splits;
  const auto& model = *context.input<ModelArtifact>("model").model;
  W2S_CHECK(context.begin());
  LabelArtifact made;
  const auto label_all = [&]() -> Status {
    W2S_TRY(made.labels.transfer, label(context, model, splits.of(data::split::kTransfer)));
    W2S_TRY(made.labels.validation, label(context, model, splits.of(data::split::kValidation)));
    W2S_TRY(made.labels.test, label(context, model, splits.of(data::split::kTest)));
    return {};
  };
  if (const Status status = label_all(); !status) {
    return endOf(status);
  }
  made.floor = floorOf(made.labels.test, splits.of(data::split::kTest).labels);
  W2S_CHECK(recordLabels(context, made.labels.test));
  context.outcome.seconds = context.run().clock.seconds() - begin;
  context.outcome.test = made.floor;
  context.give(std::move(made));
  return StageEnd::Done;
}

Status save(const StageContext& context, const store::StageWriter& entry) {
  return supervision::saveWeakLabels(entry.folder() / kFile,
                                     context.output<LabelArtifact>().labels);
}

Result<bool> load(StageContext& context, const store::StageEntry& entry) {
  if (!entry.read(kFile)) {  // damaged
    return false;
  }
  auto labels = supervision::loadWeakLabels(entry.folder / kFile);
  if (!labels) {
    return false;
  }
  W2S_CHECK(checkValidation(context, labels->validation));
  if (labels->test.size(0) > 0) {
    W2S_CHECK(recordLabels(context, labels->test));
  }
  context.give(LabelArtifact{.labels = std::move(*labels), .floor = entry.result.test});
  return true;
}

// Raise it whenever this file changes what it computes.
constexpr int kVersion = 2;

void plan(PlanDraft& draft) {
  if (draft.config.weak.front().isMadeElsewhere()) {
    draft.add(record::describedStage(record::stage::kWeakLabels),
              {.kind = record::stage::kWeakLabels,
               .version = kVersion,
               .settings = {draft.inputs.transfer_rows, draft.inputs.validation_rows,
                            draft.inputs.test_rows, draft.inputs.weak_labels}});
    return;
  }
  draft
      .add(record::describedStage(record::stage::kWeakLabels),
           {.kind = record::stage::kWeakLabels,
            .version = kVersion,
            .settings = {draft.inputs.transfer_rows, draft.inputs.validation_rows,
                         draft.inputs.test_rows},
            .made_of = {record::stage::kWeak}})
      .inputs = {{"model", record::stage::kWeak}};
}

}  // namespace

StageType weakLabelsStage() {
  return {.kind = record::stage::kWeakLabels,
          .plan = plan,
          .run = run,
          .save = save,
          .load = load,
          .part = SummaryPart::WeakLabels};
}

}  // namespace w2s::pipeline
