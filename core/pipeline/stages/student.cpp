// Stage "student": the strong model trained on the weak supervisor's outputs. Always run, never
// cached: it is what a person watches and steers.
#include <ATen/ops/tensor.h>

#include "core/data/label_noise.h"
#include "core/metrics/agreement.h"
#include "core/objective/term_weights.h"
#include "core/pipeline/stages/strong_model.h"
#include "core/supervision/delivery.h"
#include "core/supervision/weak_labels.h"
#include "core/train/image_batches.h"

namespace w2s::pipeline {
namespace {

constexpr auto& kStage = record::stage::kStudent;

at::Tensor storedLabels(RunContext& context) {
  const auto& supervision = context.setup.config.supervision;
  at::Tensor labels = context.weak_labels.transfer;
  if (supervision.labels == config::LabelKind::Hard) {
    labels = supervision::hardened(labels);
  }
  if (supervision.shuffle) {
    const auto order = data::shuffledLabelOrder(
        labels.size(0), Seed(static_cast<std::uint64_t>(context.setup.seed)));
    labels = labels.index_select(0, at::tensor(order, at::kLong));
  }
  return labels.to(context.setup.device);
}

train::Evaluator makeEvaluator(RunContext& context, double& weak_validation_accuracy) {
  const RunSetup& setup = context.setup;
  train::EvaluationTargets targets{
      .test_labels = data::labelsAt(setup.test_labels, setup.splits.test),
      .weak_test = train::argmaxOf(context.weak_labels.test),
      .weak_validation = train::argmaxOf(context.weak_labels.validation),
      .validation_labels = {}};
  if (objective::needsStudentPassed(setup.config.objective)) {
    targets.validation_labels = data::labelsAt(setup.train_labels, setup.splits.validation);
    weak_validation_accuracy =
        metrics::shareOfEqual(targets.weak_validation, targets.validation_labels);
  }
  return {std::move(targets), setup.device};
}

}  // namespace

Status runStudent(RunContext& context) {
  if (!context.weak_labels.test.defined() ||
      (context.planned(kStage).inputs.size() > 1 && !context.features.test.defined())) {
    return {};  // stopped before its needs were met
  }
  const config::ExperimentConfig& config = context.setup.config;
  const StrongRole role = ownRole(context, kStage);
  W2S_TRY(const StrongModel strong, makeStrongModel(context, role));
  train::TrainingSetup setup = strongSetup(context, role, *strong.trainable);
  setup.objective = config.objective;
  setup.targets = transferTargets(context, config.objective.ground_truth_fraction);
  setup.replay = context.setup.replay;
  setup.accepts_changes = !context.setup.is_replay;
  const train::Evaluator evaluator = makeEvaluator(context, setup.weak_validation_accuracy);
  setup.evaluator = &evaluator;

  const std::unique_ptr<train::Supervision> supervision =
      config.supervision.delivery == config::Delivery::Live
          ? supervision::liveSupervision(*context.weak_model, config.supervision.labels)
          : supervision::storedSupervision(storedLabels(context));
  setup.supervision = supervision.get();
  std::unique_ptr<train::ImageBatches> images;
  if (strong.trainable->needsImages() || supervision->needsImages()) {
    W2S_TRY(const at::Tensor rows,
            imageRows(context.setup, data::Part::Train, context.setup.splits.transfer));
    images = std::make_unique<train::ImageBatches>(rows, config.supervision.augmentation,
                                                   context.seedOf("augmentation"));
    setup.batch_images = images.get();
  }

  W2S_TRY(TrainedStage trained, trainStage(context, std::move(setup)));
  if (trained.outcome.stopped) {
    return {};
  }
  // The end of the training, kept so that it can be extended.
  W2S_CHECK(train::saveState(context.checkpointFile(kStage), trained.outcome.state,
                             context.planned(kStage).fingerprint));
  context.student.test_probabilities =
      probabilitiesOf(*strong.trainable, train::EvaluationSplit::Test);
  context.student.transfer_probabilities =
      probabilitiesOf(*strong.trainable, train::EvaluationSplit::Transfer);
  context.student.last = trained.outcome.last_evaluation;
  context.student.best_agreement = trained.outcome.state.best_agreement;
  context.student.oracle = trained.outcome.state.oracle;
  return context.emitOf(kStage, record::StageFinished{.stage = kStage,
                                                      .seconds = trained.outcome.seconds,
                                                      .from_cache = false,
                                                      .test = context.student.last.test,
                                                      .note = trained.outcome.ended_early});
}

}  // namespace w2s::pipeline
