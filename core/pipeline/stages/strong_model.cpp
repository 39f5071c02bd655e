#include "core/pipeline/stages/strong_model.h"

#include <cmath>

#include <ATen/core/grad_mode.h>
#include <ATen/ops/softmax.h>
#include <ATen/ops/tensor.h>

#include "core/data/label_noise.h"
#include "core/models/feature_scaling.h"
#include "core/models/head.h"
#include "core/pipeline/plan.h"
#include "core/train/network.h"

namespace w2s::pipeline {
namespace {

constexpr std::string_view kPurpose = "strong";  // one seed for ceilings and student

Result<models::Head> makeStrongHead(StageContext& context, const StrongRole& role,
                                    std::int64_t features) {
  W2S_TRY(auto head, models::makeHead(role.model.head, features, context.classes(),
                                      context.seedOf(kPurpose).child("head")));
  head.moveTo(context.setup().device);
  return head;
}

Result<StrongModel> makeOnFeatures(StageContext& context, const StrongRole& role) {
  StrongModel strong;
  if (std::holds_alternative<config::LinearHead>(role.model.head)) {
    strong.trainable = std::make_unique<train::LinearProbe>(*role.features, context.classes());
    strong.tensors = {{"head", strong.trainable->parameters().values()}};
    return strong;
  }
  W2S_TRY(const auto head, makeStrongHead(context, role, role.features->width()));
  strong.trainable = std::make_unique<train::HeadOnFeatures>(*role.features, head);
  strong.tensors = head.parameters();
  return strong;
}

Result<StrongModel> makeFineTuned(StageContext& context, const StrongRole& role) {
  const auto& splits = context.setup().splits;
  W2S_TRY(const auto backbone, makeBackboneOf(context.setup(), role.model, kPurpose));
  std::optional<models::FeatureScaling> scaling;
  if (role.model.tuning == config::Tuning::Full) {
    // The head starts from features of the same scale as a frozen backbone's.
    W2S_TRY(const auto features,
            frozenFeatures(context, sourceOf(*backbone), {.rows = role.split.rows}));
    scaling = models::FeatureScaling::fit(features.values);
  }
  W2S_TRY(const auto head, makeStrongHead(context, role, backbone->width()));
  train::SplitTensors rows{.trained_on = role.split.name, .splits = {}};
  W2S_TRY(rows.splits[role.split.name],
          storedRows(context.setup(), role.split.rows, backbone->featureSet()));
  for (const std::string_view name : role.judged_on) {
    W2S_TRY(rows.splits[std::string(name)],
            storedRows(context.setup(), splits.of(name).rows, backbone->featureSet()));
  }
  StrongModel strong;
  strong.tensors = backbone->parameters();
  for (const NamedTensors& more : {backbone->buffers(), head.parameters()}) {
    strong.tensors.insert(strong.tensors.end(), more.begin(), more.end());
  }
  strong.trainable = std::make_unique<train::FineTuned>(std::move(rows), backbone, scaling, head);
  return strong;
}

}  // namespace

std::vector<record::StageInput> strongInputs(const PlanDraft& draft) {
  if (draft.find(record::stage::kFeatures) == nullptr) {
    return {};
  }
  return {{"features", record::stage::kFeatures}};
}

StrongRole ownRole(const StageContext& context) {
  const config::ExperimentConfig& config = context.config();
  return {.model = config.strong,
          .optimizer = config.optimizer,
          .split = context.setup().splits.of(data::split::kTransfer),
          .features = context.hasInput("features")
                          ? &context.input<FeatureArtifact>("features").features
                          : nullptr};
}

Result<StrongModel> makeStrongModel(StageContext& context, const StrongRole& role) {
  return usesFrozenFeatures(role.model) ? makeOnFeatures(context, role)
                                        : makeFineTuned(context, role);
}

train::TrainingSetup strongSetup(StageContext& context, const StrongRole& role,
                                 train::Trainable& model) {
  train::TrainingSetup setup;
  setup.optimizer = role.optimizer;
  setup.optimizer.steps = context.planned().steps;
  setup.evaluate_every =
      evaluationInterval(context.setup().config.evaluation, role.model, context.planned().steps);
  setup.rows = role.split.size();
  setup.evaluates_initial = true;
  setup.seed = context.seedOf(kPurpose);
  setup.device = context.setup().device;
  setup.model = &model;
  return setup;
}

at::Tensor probabilitiesOf(train::Trainable& model, std::string_view split) {
  const at::NoGradGuard no_grad;
  return at::softmax(model.logits(split), 1).to(at::kCPU);
}

data::Labels weakTrainingLabels(const RunSetup& setup) {
  return data::noisyLabels(setup.splits.of(data::split::kWeak).labels,
                           setup.config.task.label_noise, setup.dataset->card().classes(),
                           Seed(static_cast<std::uint64_t>(setup.seed)));
}

at::Tensor transferTargets(StageContext& context, double fraction) {
  data::Labels labels = context.setup().splits.of(data::split::kTransfer).labels;
  const auto rows = static_cast<std::int64_t>(labels.size());
  const auto allowed = std::llround(fraction * static_cast<double>(rows));
  const auto order = permutation(rows, context.seedOf("ground_truth_rows"));
  for (std::int64_t i = allowed; i < rows; ++i) {
    labels[static_cast<std::size_t>(order[static_cast<std::size_t>(i)])] = -1;
  }
  return at::tensor(labels, at::kLong).to(context.setup().device);
}

}  // namespace w2s::pipeline
