// Stage "weak_supervisor": the small model trained on the ground truth of the weak split. Its
// result is the model itself, kept in the cache, because live supervision runs it inside the
// student's steps.
#include <ATen/ops/tensor.h>

#include "core/data/label_noise.h"
#include "core/pipeline/plan.h"
#include "core/pipeline/stages/stage_parts.h"
#include "core/supervision/network_model.h"
#include "core/supervision/tree_model.h"
#include "core/train/image_batches.h"
#include "core/train/network.h"
#include "core/weights/safetensors.h"

namespace w2s::pipeline {
namespace {

constexpr auto& kStage = record::stage::kWeak;
constexpr std::string_view kPurpose = "weak";
constexpr const char* kFile = "model.safetensors";

data::Labels weakLabels(RunContext& context) {
  const RunSetup& setup = context.setup;
  const auto labels = data::labelsAt(setup.train_labels, setup.splits.weak);
  return data::noisyLabels(labels, setup.config.task.label_noise, context.classes(),
                           Seed(static_cast<std::uint64_t>(setup.seed)));
}

// --- a decision tree ---

Status fitTree(RunContext& context) {
  const double begin = context.clock.seconds();
  const auto& head = std::get<config::TreeHead>(context.setup.config.weak.head);
  W2S_TRY(const auto backbone, makeBackboneOf(context.setup, context.setup.config.weak, kPurpose));
  const auto& cache = context.setup.cache;
  const std::string& fingerprint = context.planned(kStage).fingerprint;
  if (const auto entry = cache.find(fingerprint)) {
    if (const auto file = readSafetensors(entry->folder / kFile)) {
      if (auto tree = supervision::TreeModel::treeOf(file->tensors, context.classes())) {
        context.weak_model = std::make_shared<supervision::TreeModel>(backbone, std::move(*tree));
        return tellRecorded(context, kStage, *entry);
      }
    }
  }
  W2S_CHECK(context.emitOf(kStage, record::StageStarted{.stage = kStage}));
  W2S_TRY(const at::Tensor images,
          imageRows(context.setup, data::Part::Train, context.setup.splits.weak));
  const at::Tensor features =
      backbone->features(train::unitImages(images), models::Mode::Inference);
  W2S_TRY(auto tree,
          supervision::TreeModel::fit(
              features, weakLabels(context), context.classes(),
              {.depth = head.depth, .min_leaf_rows = head.min_leaf_rows, .laplace = head.laplace}));
  auto model = std::make_shared<supervision::TreeModel>(backbone, std::move(tree));
  const double seconds = context.clock.seconds() - begin;
  W2S_TRY(auto writer, cache.begin(fingerprint));
  W2S_CHECK(writeSafetensors(writer.folder() / kFile, model->state()));
  W2S_TRY(const auto entry, writer.commit({.stage = kStage, .seconds = seconds}));
  context.weak_model = std::move(model);
  return context.emitOf(
      kStage,
      record::StageFinished{.stage = kStage, .seconds = seconds, .from_cache = false, .test = {}});
}

// --- a neural network ---

struct WeakNetwork {
  std::shared_ptr<models::Backbone> backbone;
  std::optional<models::FeatureScaling> scaling;
  models::Head head;
  std::unique_ptr<train::Trainable> trainable;
};

Result<WeakNetwork> makeNetwork(RunContext& context) {
  const config::ModelConfig& config = context.setup.config.weak;
  const auto& splits = context.setup.splits;
  W2S_TRY(auto backbone, makeBackboneOf(context.setup, config, kPurpose));
  W2S_TRY(models::Head head,
          models::makeHead(config.head, backbone->featureCount(), context.classes(),
                           context.seedOf(kPurpose).child("head")));
  head.moveTo(context.setup.device);
  std::optional<models::FeatureScaling> scaling;
  std::unique_ptr<train::Trainable> trainable;
  if (usesFrozenFeatures(config)) {
    const auto total = static_cast<std::int64_t>(splits.weak.size() + splits.test.size());
    W2S_TRY(auto weak,
            frozenFeatures(
                context, sourceOf(*backbone),
                {.stage = kStage, .part = data::Part::Train, .rows = splits.weak, .total = total}));
    W2S_TRY(auto test, frozenFeatures(context, sourceOf(*backbone),
                                      {.stage = kStage,
                                       .part = data::Part::Test,
                                       .rows = splits.test,
                                       .done_before = static_cast<std::int64_t>(splits.weak.size()),
                                       .total = total}));
    scaling = models::FeatureScaling::fit(weak.values);
    train::SplitFeatures features{.transfer = scaling->apply(weak.values),
                                  .validation = {},
                                  .test = scaling->apply(test.values)};
    trainable = std::make_unique<train::HeadOnFeatures>(std::move(features), head);
  } else {
    train::SplitImages images;
    W2S_TRY(images.transfer, imageRows(context.setup, data::Part::Train, splits.weak));
    W2S_TRY(images.test, imageRows(context.setup, data::Part::Test, splits.test));
    trainable = std::make_unique<train::FineTuned>(std::move(images), backbone, scaling, head);
  }
  return WeakNetwork{.backbone = std::move(backbone),
                     .scaling = std::move(scaling),
                     .head = std::move(head),
                     .trainable = std::move(trainable)};
}

Status trainNetwork(RunContext& context) {
  const config::ExperimentConfig& config = context.setup.config;
  auto network = makeNetwork(context);
  if (!network) {
    return network.error().code == ErrorCode::Interrupted ? Status{}
                                                          : tl::unexpected(network.error());
  }
  auto model = std::make_shared<supervision::NetworkModel>(network->backbone, network->scaling,
                                                           network->head);
  if (const auto entry = context.setup.cache.find(context.planned(kStage).fingerprint)) {
    if (const auto file = readSafetensors(entry->folder / kFile);
        file && model->load(file->tensors)) {
      context.weak_model = std::move(model);
      return tellRecorded(context, kStage, *entry);
    }
  }
  const train::Evaluator evaluator(
      {.test_labels = data::labelsAt(context.setup.test_labels, context.setup.splits.test),
       .weak_test = {},
       .weak_validation = {},
       .validation_labels = {}},
      context.setup.device);
  train::TrainingSetup setup;
  setup.stage = kStage;
  setup.optimizer = config.weak_optimizer;
  setup.evaluate_every =
      evaluationInterval(config.evaluation, config.weak, config.weak_optimizer.steps);
  setup.rows = static_cast<std::int64_t>(context.setup.splits.weak.size());
  setup.seed = context.seedOf(kPurpose);
  setup.device = context.setup.device;
  setup.model = network->trainable.get();
  setup.targets = at::tensor(weakLabels(context), at::kLong).to(context.setup.device);
  setup.evaluator = &evaluator;
  std::unique_ptr<train::ImageBatches> images;
  if (network->trainable->needsImages()) {
    W2S_TRY(const at::Tensor rows,
            imageRows(context.setup, data::Part::Train, context.setup.splits.weak));
    images = std::make_unique<train::ImageBatches>(rows, config::Augmentation::None,
                                                   context.seedOf(kPurpose));
    setup.batch_images = images.get();
  }
  W2S_TRY(const TrainedStage trained, trainStage(context, std::move(setup)));
  if (trained.outcome.stopped) {
    return {};
  }
  W2S_CHECK(cacheTrained(context, kStage, trained, {}, model->state()));
  context.weak_model = std::move(model);
  return context.emitOf(kStage,
                        record::StageFinished{.stage = kStage,
                                              .seconds = trained.outcome.seconds,
                                              .from_cache = false,
                                              .test = trained.outcome.last_evaluation.test});
}

}  // namespace

Status runWeakSupervisor(RunContext& context) {
  return isTree(context.setup.config.weak) ? fitTree(context) : trainNetwork(context);
}

}  // namespace w2s::pipeline
