// Stage "ceiling": the strong model trained on the transfer rows' ground truth, by the student's recipe.
#include "core/experiment/stages/strong_model.h"
#include "core/train/image_batches.h"
#include "core/weights/safetensors.h"

namespace w2s::experiment {
namespace {

constexpr StageKind kStage = StageKind::Ceiling;

// The predictions of a cached ceiling, or nothing if the entry cannot be used.
bool loadCached(RunContext& context, const store::StageEntry& entry) {
  const auto file = readSafetensors(entry.folder / "predictions.safetensors");
  if (!file) {
    return false;
  }
  const at::Tensor* test = findTensor(file->tensors, "test");
  const at::Tensor* transfer = findTensor(file->tensors, "transfer");
  if (test == nullptr || transfer == nullptr) {
    return false;
  }
  context.ceiling.test_probabilities = *test;
  context.ceiling.transfer_probabilities = *transfer;
  context.ceiling.last.test = entry.result.test;
  return true;
}

}  // namespace

Status runCeiling(RunContext& context) {
  if (const auto entry = context.setup.cache.find(context.planned(kStage).fingerprint)) {
    if (loadCached(context, *entry)) {
      return tellRecorded(context, kStage, *entry);
    }
  }
  if (!context.planned(kStage).needs.empty() && !context.features.test.defined()) {
    return {};  // stopped while the features were computed
  }
  W2S_TRY(const StrongModel strong, makeStrongModel(context));
  const train::Evaluator evaluator({.test_labels = data::labelsAt(context.setup.test_labels, context.setup.splits.test),
                                    .weak_test = {},
                                    .weak_validation = {},
                                    .validation_labels = {}},
                                   context.setup.device);
  train::TrainingSetup setup = strongSetup(context, kStage, *strong.trainable);
  setup.targets = transferTargets(context, 1.0);
  setup.evaluator = &evaluator;
  std::unique_ptr<train::ImageBatches> images;
  if (strong.trainable->needsImages()) {
    W2S_TRY(const at::Tensor rows, imageRows(context.setup, data::Part::Train, context.setup.splits.transfer));
    images = std::make_unique<train::ImageBatches>(rows, context.setup.config.supervision.augmentation,
                                                   context.seedOf("augmentation"));
    setup.batch_images = images.get();
  }
  W2S_TRY(const TrainedStage trained, trainStage(context, std::move(setup)));
  if (trained.outcome.stopped) {
    return {};
  }
  context.ceiling.test_probabilities = probabilitiesOf(*strong.trainable, train::EvaluationSplit::Test);
  context.ceiling.transfer_probabilities = probabilitiesOf(*strong.trainable, train::EvaluationSplit::Transfer);
  context.ceiling.last = trained.outcome.last_evaluation;
  W2S_CHECK(cacheTrained(context, kStage, trained,
                         {{"test", context.ceiling.test_probabilities},
                          {"transfer", context.ceiling.transfer_probabilities}},
                         strong.tensors));
  return context.emitOf(kStage, StageFinished{.stage = kStage,
                                              .seconds = trained.seconds,
                                              .from_cache = false,
                                              .test = context.ceiling.last.test});
}

}  // namespace w2s::experiment
