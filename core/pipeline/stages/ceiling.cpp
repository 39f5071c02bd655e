// Stages "ceiling" and "common_ceiling": a strong model trained on the transfer rows' ground truth.
// The ceiling is the student's model by the student's recipe; the common ceiling is a reference,
// the same in every experiment that names it.
#include "core/models/feature_scaling.h"
#include "core/pipeline/plan.h"
#include "core/pipeline/stages/strong_model.h"
#include "core/train/image_batches.h"
#include "core/weights/safetensors.h"

namespace w2s::pipeline {
namespace {

// The predictions of a cached ceiling, or nothing if the entry cannot be used.
bool loadCached(ModelResult& result, const store::StageEntry& entry) {
  const auto file = readSafetensors(entry.folder / "predictions.safetensors");
  if (!file) {
    return false;
  }
  const at::Tensor* test = findTensor(file->tensors, "test");
  const at::Tensor* transfer = findTensor(file->tensors, "transfer");
  if (test == nullptr || transfer == nullptr) {
    return false;
  }
  result.test_probabilities = *test;
  result.transfer_probabilities = *transfer;
  result.last.test = entry.result.test;
  return true;
}

// False: the stage is not in the cache and has to be run.
Result<bool> takeFromCache(RunContext& context, const record::StageId& stage, ModelResult& result) {
  const auto entry = context.setup.cache.find(context.planned(stage).fingerprint);
  if (!entry || !loadCached(result, *entry)) {
    return false;
  }
  W2S_CHECK(tellRecorded(context, stage, *entry));
  return true;
}

Status trainOnGroundTruth(RunContext& context, const StrongRole& role,
                          config::Augmentation augmentation, ModelResult& result) {
  W2S_TRY(const StrongModel strong, makeStrongModel(context, role));
  const train::Evaluator evaluator(
      {.test_labels = data::labelsAt(context.setup.test_labels, context.setup.splits.test),
       .weak_test = {},
       .weak_validation = {},
       .validation_labels = {}},
      context.setup.device);
  train::TrainingSetup setup = strongSetup(context, role, *strong.trainable);
  setup.targets = transferTargets(context, 1.0);
  setup.evaluator = &evaluator;
  std::unique_ptr<train::ImageBatches> images;
  if (strong.trainable->needsImages()) {
    W2S_TRY(const at::Tensor rows,
            imageRows(context.setup, data::Part::Train, context.setup.splits.transfer));
    images =
        std::make_unique<train::ImageBatches>(rows, augmentation, context.seedOf("augmentation"));
    setup.batch_images = images.get();
  }
  W2S_TRY(const TrainedStage trained, trainStage(context, std::move(setup)));
  if (trained.outcome.stopped) {
    return {};
  }
  result.test_probabilities = probabilitiesOf(*strong.trainable, train::EvaluationSplit::Test);
  result.transfer_probabilities =
      probabilitiesOf(*strong.trainable, train::EvaluationSplit::Transfer);
  result.last = trained.outcome.last_evaluation;
  W2S_CHECK(cacheTrained(
      context, role.stage, trained,
      {{"test", result.test_probabilities}, {"transfer", result.transfer_probabilities}},
      strong.tensors));
  return context.emitOf(role.stage, record::StageFinished{.stage = role.stage,
                                                          .seconds = trained.outcome.seconds,
                                                          .from_cache = false,
                                                          .test = result.last.test});
}

// What the reference's frozen backbone makes of the rows a ceiling meets, scaled as the features
// stage scales its own.
Result<train::SplitFeatures> commonFeatures(RunContext& context) {
  const auto& splits = context.setup.splits;
  W2S_TRY(const auto backbone,
          makeBackboneOf(context.setup, context.setup.config.common_ceiling.model, "strong"));
  const auto transfer_rows = static_cast<std::int64_t>(splits.transfer.size());
  const auto total = transfer_rows + static_cast<std::int64_t>(splits.test.size());
  W2S_TRY(const auto transfer, frozenFeatures(context, sourceOf(*backbone),
                                              {.stage = record::stage::kCommonCeiling,
                                               .part = data::Part::Train,
                                               .rows = splits.transfer,
                                               .total = total}));
  W2S_TRY(const auto test, frozenFeatures(context, sourceOf(*backbone),
                                          {.stage = record::stage::kCommonCeiling,
                                           .part = data::Part::Test,
                                           .rows = splits.test,
                                           .done_before = transfer_rows,
                                           .total = total}));
  const auto scaling = models::FeatureScaling::fit(transfer.values);
  train::SplitFeatures features;
  features.transfer = scaling.apply(transfer.values);
  features.test = scaling.apply(test.values);
  features.validation = features.test.slice(0, 0, 0);  // a ceiling never meets any
  return features;
}

}  // namespace

Status runCeiling(RunContext& context) {
  constexpr auto& kStage = record::stage::kCeiling;
  W2S_TRY(const bool cached, takeFromCache(context, kStage, context.ceiling));
  if (cached) {
    return {};
  }
  if (!context.planned(kStage).inputs.empty() && !context.features.test.defined()) {
    return {};  // stopped while the features were computed
  }
  return trainOnGroundTruth(context, ownRole(context, kStage),
                            context.setup.config.supervision.augmentation, context.ceiling);
}

Status runCommonCeiling(RunContext& context) {
  W2S_TRY(const bool cached,
          takeFromCache(context, record::stage::kCommonCeiling, context.common_ceiling));
  if (cached) {
    return {};
  }
  train::SplitFeatures features;
  if (usesFrozenFeatures(context.setup.config.common_ceiling.model)) {
    W2S_TRY(features, commonFeatures(context));
  }
  return trainOnGroundTruth(context, commonRole(context, features), config::Augmentation::None,
                            context.common_ceiling);
}

}  // namespace w2s::pipeline
