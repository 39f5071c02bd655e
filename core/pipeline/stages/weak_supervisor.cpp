// Stage "weak_supervisor": the small model trained on the ground truth of the weak split. Its
// result is the model itself, kept in the cache, because live supervision runs it inside the
// student's steps.
#include <fmt/format.h>

#include <ATen/ops/tensor.h>

#include "core/config/fingerprint.h"
#include "core/objective/terms.h"
#include "core/pipeline/plan.h"
#include "core/pipeline/stages/strong_model.h"
#include "core/supervision/network_model.h"
#include "core/supervision/tree_model.h"
#include "core/train/input_batches.h"
#include "core/train/network.h"
#include "core/weights/safetensors.h"

namespace w2s::pipeline {
namespace {

constexpr std::string_view kPurpose = "weak";
constexpr const char* kFile = "model.safetensors";

// --- a decision tree ---

Result<StageEnd> fitTree(StageContext& context) {
  const double begin = context.run().clock.seconds();
  const RunSetup& setup = context.setup();
  const auto& head = std::get<config::TreeHead>(setup.config.weak.front().head);
  W2S_TRY(const auto backbone, makeBackboneOf(setup, setup.config.weak.front(), kPurpose));
  W2S_CHECK(context.begin());
  W2S_TRY(const at::Tensor stored,
          storedRows(setup, setup.splits.of(data::split::kWeak).rows, backbone->featureSet()));
  const at::Tensor features = backbone->features(models::inputsOf(stored), models::Mode::Inference);
  W2S_TRY(auto tree,
          supervision::TreeModel::fit(
              features, weakTrainingLabels(setup), context.classes(),
              {.depth = head.depth, .min_leaf_rows = head.min_leaf_rows, .laplace = head.laplace}));
  context.outcome.seconds = context.run().clock.seconds() - begin;
  context.give(ModelArtifact{std::make_shared<supervision::TreeModel>(backbone, std::move(tree))});
  return StageEnd::Done;
}

Result<bool> loadTree(StageContext& context, const NamedTensors& tensors) {
  auto tree = supervision::TreeModel::treeOf(tensors, context.classes());
  if (!tree) {
    return false;
  }
  W2S_TRY(const auto backbone,
          makeBackboneOf(context.setup(), context.config().weak.front(), kPurpose));
  context.give(ModelArtifact{std::make_shared<supervision::TreeModel>(backbone, std::move(*tree))});
  return true;
}

// --- a neural network ---

struct WeakNetwork {
  std::shared_ptr<models::Backbone> backbone;
  std::optional<models::FeatureScaling> scaling;
  models::Head head;
};

Result<WeakNetwork> makeNetwork(const StageContext& context) {
  const config::ModelConfig& config = context.config().weak.front();
  WeakNetwork network;
  W2S_TRY(network.backbone, makeBackboneOf(context.setup(), config, kPurpose));
  W2S_TRY(network.head, models::makeHead(config.head, network.backbone->width(), context.classes(),
                                         context.seedOf(kPurpose).child("head")));
  network.head.moveTo(context.setup().device);
  return network;
}

// What is trained: the head on cached features, or everything on the rows. Fits the scaling of frozen
// features.
Result<std::unique_ptr<train::Trainable>> makeTrainable(StageContext& context,
                                                        WeakNetwork& network) {
  const data::Split& weak_rows = context.setup().splits.of(data::split::kWeak);
  const data::Split& test_rows = context.setup().splits.of(data::split::kTest);
  if (!usesFrozenFeatures(context.config().weak.front())) {
    train::SplitTensors rows{.trained_on = weak_rows.name, .splits = {}};
    W2S_TRY(rows.splits[weak_rows.name],
            storedRows(context.setup(), weak_rows.rows, network.backbone->featureSet()));
    W2S_TRY(rows.splits[test_rows.name],
            storedRows(context.setup(), test_rows.rows, network.backbone->featureSet()));
    return std::make_unique<train::FineTuned>(std::move(rows), network.backbone, network.scaling,
                                              network.head);
  }
  const config::ModelConfig& model = context.config().weak.front();
  if (const std::vector<std::string_view> splits{weak_rows.name, test_rows.name};
      readsInBatches(context.setup(), model, splits)) {
    W2S_TRY(auto readers, featureReaders(context, model, weak_rows.name, splits));
    network.scaling = scalingOf(readers);
    return std::make_unique<train::HeadOnFeatures>(std::move(readers), network.head);
  }
  const std::int64_t first = weak_rows.size();
  const std::int64_t total = first + test_rows.size();
  const FeatureSource source = sourceOf(*network.backbone);
  W2S_TRY(auto weak, frozenFeatures(context, source, {.rows = weak_rows.rows, .total = total}));
  W2S_TRY(auto test,
          frozenFeatures(context, source,
                         {.rows = test_rows.rows, .done_before = first, .total = total}));
  network.scaling = models::FeatureScaling::fit(weak.values);
  train::SplitTensors features{.trained_on = weak_rows.name,
                               .splits = {{weak_rows.name, network.scaling->apply(weak.values)},
                                          {test_rows.name, network.scaling->apply(test.values)}}};
  return std::make_unique<train::HeadOnFeatures>(std::move(features), network.head);
}

Result<StageEnd> trainNetwork(StageContext& context) {
  const RunSetup& run = context.setup();
  W2S_TRY(WeakNetwork network, makeNetwork(context));
  auto trainable = makeTrainable(context, network);
  if (!trainable) {
    return endOf(tl::unexpected(trainable.error()));
  }
  const train::Evaluator evaluator({.test_labels = run.splits.of(data::split::kTest).labels,
                                    .weak_test = {},
                                    .weak_validation = {},
                                    .validation_labels = {}},
                                   run.device);
  train::TrainingSetup setup;
  setup.optimizer = run.config.weak_optimizer;
  setup.evaluate_every = evaluationInterval(run.config.evaluation, run.config.weak.front(),
                                            run.config.weak_optimizer.steps);
  setup.rows = run.splits.of(data::split::kWeak).size();
  setup.seed = context.seedOf(kPurpose);
  setup.device = run.device;
  setup.model = trainable->get();
  setup.targets = at::tensor(weakTrainingLabels(run), at::kLong).to(run.device);
  setup.evaluator = &evaluator;
  std::unique_ptr<train::InputBatches> inputs;
  if ((*trainable)->needs().inputs) {
    W2S_TRY(const at::Tensor rows, storedRows(run, run.splits.of(data::split::kWeak).rows,
                                              network.backbone->featureSet()));
    inputs = std::make_unique<train::InputBatches>(rows, config::Augmentation::None,
                                                   context.seedOf(kPurpose));
    setup.batch_inputs = inputs.get();
  }
  W2S_TRY(const auto outcome, trainStage(context, std::move(setup)));
  if (outcome.stopped) {
    return StageEnd::Stopped;
  }
  context.give(ModelArtifact{std::make_shared<supervision::NetworkModel>(
      network.backbone, network.scaling, network.head)});
  return StageEnd::Done;
}

Result<bool> loadNetwork(StageContext& context, const NamedTensors& tensors) {
  W2S_TRY(WeakNetwork network, makeNetwork(context));
  if (usesFrozenFeatures(context.config().weak.front())) {
    NamedTensors on_device;
    for (const auto& [name, tensor] : tensors) {
      on_device.emplace_back(name, tensor.to(context.setup().device));
    }
    auto scaling = models::FeatureScaling::fromTensors(on_device);
    if (!scaling) {
      return false;
    }
    network.scaling = std::move(*scaling);
  }
  auto model =
      std::make_shared<supervision::NetworkModel>(network.backbone, network.scaling, network.head);
  if (!model->load(tensors)) {
    return false;
  }
  context.give(ModelArtifact{std::move(model)});
  return true;
}

Result<StageEnd> run(StageContext& context) {
  return isTree(context.config().weak.front()) ? fitTree(context) : trainNetwork(context);
}

Status save(const StageContext& context, const store::StageWriter& entry) {
  return writeSafetensors(entry.folder() / kFile, context.output<ModelArtifact>().model->state());
}

Result<bool> load(StageContext& context, const store::StageEntry& entry) {
  const NamedTensors tensors = tensorsOf(entry, kFile);
  return isTree(context.config().weak.front()) ? loadTree(context, tensors)
                                               : loadNetwork(context, tensors);
}

// Raise it whenever this file changes what it computes; older cache entries then no longer apply.
constexpr int kVersion = 3;

void plan(PlanDraft& draft) {
  const config::ExperimentConfig& config = draft.config;
  const config::SupervisorConfig& weak = config.weak.front();
  if (weak.isMadeElsewhere()) {
    return;
  }
  Ingredients ingredients{
      .kind = record::stage::kWeak,
      .version = kVersion,
      .settings = {draft.inputs.weak_rows, draft.inputs.test_rows, draft.inputs.weak_backbone,
                   fmt::format("{}", config.task.label_noise), config::canonicalText(weak)}};
  if (!isTree(weak)) {
    ingredients.settings.push_back(config::canonicalText(config.weak_optimizer));
    ingredients.settings.push_back(
        std::to_string(evaluationInterval(config.evaluation, weak, config.weak_optimizer.steps)));
  }
  setTraining(draft.add(record::describedStage(record::stage::kWeak), ingredients),
              isTree(weak) ? 0 : config.weak_optimizer.steps, objective::groundTruthAlone());
}

}  // namespace

StageType weakSupervisorStage() {
  return {.kind = record::stage::kWeak, .plan = plan, .run = run, .save = save, .load = load};
}

}  // namespace w2s::pipeline
