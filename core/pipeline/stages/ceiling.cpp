// Stages that train a strong model on ground truth: "ceiling" (the student's model by the student's
// recipe, on the transfer rows), "common_ceiling" (a reference model, the same in every experiment
// that names it), and "weak_rows_reference" (the student's model on the labels that trained the
// weak supervisor).
#include <ATen/ops/tensor.h>

#include "core/data/label_noise.h"
#include "core/models/feature_scaling.h"
#include "core/pipeline/plan.h"
#include "core/pipeline/stages/strong_model.h"
#include "core/train/image_batches.h"

namespace w2s::pipeline {
namespace {

struct GroundTruth {
  at::Tensor targets;  // [rows] int64 on the device
  config::Augmentation augmentation = config::Augmentation::None;
};

Result<StageEnd> train(StageContext& context, const StrongRole& role, const GroundTruth& truth) {
  const RunSetup& run = context.setup();
  W2S_TRY(const StrongModel strong, makeStrongModel(context, role));
  const train::Evaluator evaluator({.test_labels = data::labelsAt(run.test_labels, run.splits.test),
                                    .weak_test = {},
                                    .weak_validation = {},
                                    .validation_labels = {}},
                                   run.device);
  train::TrainingSetup setup = strongSetup(context, role, *strong.trainable);
  setup.targets = truth.targets;
  setup.evaluator = &evaluator;
  std::unique_ptr<train::ImageBatches> images;
  if (strong.trainable->needsImages()) {
    W2S_TRY(const at::Tensor rows, imageRows(run, data::Part::Train, role.rows));
    images = std::make_unique<train::ImageBatches>(rows, truth.augmentation,
                                                   context.seedOf("augmentation"));
    setup.batch_images = images.get();
  }
  W2S_TRY(const auto outcome, trainStage(context, std::move(setup)));
  if (outcome.stopped) {
    return StageEnd::Stopped;
  }
  context.give(AnswerArtifact{
      .test_probabilities = probabilitiesOf(*strong.trainable, train::EvaluationSplit::Test),
      .transfer_probabilities =
          probabilitiesOf(*strong.trainable, train::EvaluationSplit::Transfer),
      .initial = initialOf(context.outcome.evaluations),
      .last = outcome.last_evaluation,
      .weights = strong.tensors});
  return StageEnd::Done;
}

Result<bool> load(StageContext& context, const store::StageEntry& entry) {
  auto answers = answersOf(entry);
  if (answers) {
    context.give(std::move(*answers));
  }
  return answers.has_value();
}

// What the frozen backbone of `model` makes of the training rows and the test rows, scaled as the
// features stage scales its own.
Result<train::SplitFeatures> ownFeatures(StageContext& context, const config::ModelConfig& model,
                                         const std::vector<std::int64_t>& rows) {
  const auto& test_rows = context.setup().splits.test;
  W2S_TRY(const auto backbone, makeBackboneOf(context.setup(), model, "strong"));
  const auto first = static_cast<std::int64_t>(rows.size());
  const auto total = first + static_cast<std::int64_t>(test_rows.size());
  W2S_TRY(const auto transfer,
          frozenFeatures(context, sourceOf(*backbone),
                         {.part = data::Part::Train, .rows = rows, .total = total}));
  W2S_TRY(const auto test,
          frozenFeatures(
              context, sourceOf(*backbone),
              {.part = data::Part::Test, .rows = test_rows, .done_before = first, .total = total}));
  const auto scaling = models::FeatureScaling::fit(transfer.values);
  train::SplitFeatures features;
  features.transfer = scaling.apply(transfer.values);
  features.test = scaling.apply(test.values);
  features.validation = features.test.slice(0, 0, 0);  // a ceiling never meets any
  return features;
}

Result<StageEnd> trainOnOwnFeatures(StageContext& context, StrongRole role,
                                    const GroundTruth& truth) {
  train::SplitFeatures features;
  if (usesFrozenFeatures(role.model)) {
    auto made = ownFeatures(context, role.model, role.rows);
    if (!made) {
      return endOf(tl::unexpected(made.error()));
    }
    features = std::move(*made);
  }
  role.features = &features;
  return train(context, role, truth);
}

Result<StageEnd> runCeiling(StageContext& context) {
  return train(context, ownRole(context),
               {.targets = transferTargets(context, 1.0),
                .augmentation = context.config().supervision.augmentation});
}

Result<StageEnd> runCommonCeiling(StageContext& context) {
  return trainOnOwnFeatures(context,
                            {.model = context.config().common_ceiling.model,
                             .optimizer = commonRecipe(context.config()),
                             .rows = context.setup().splits.transfer},
                            {.targets = transferTargets(context, 1.0)});
}

Result<StageEnd> runReference(StageContext& context) {
  const RunSetup& setup = context.setup();
  const data::Labels labels = weakTrainingLabels(setup);
  return trainOnOwnFeatures(context,
                            {.model = setup.config.strong,
                             .optimizer = setup.config.optimizer,
                             .rows = setup.splits.weak},
                            {.targets = at::tensor(labels, at::kLong).to(setup.device)});
}

}  // namespace

const StageType kCeilingStage{
    .kind = record::stage::kCeiling, .run = runCeiling, .save = saveAnswers, .load = load};
const StageType kCommonCeilingStage{.kind = record::stage::kCommonCeiling,
                                    .run = runCommonCeiling,
                                    .save = saveAnswers,
                                    .load = load};
const StageType kReferenceStage{
    .kind = record::stage::kReference, .run = runReference, .save = saveAnswers, .load = load};

}  // namespace w2s::pipeline
