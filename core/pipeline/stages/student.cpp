// Stage "student": the strong model trained on the weak supervisor's outputs; what a person watches
// and steers.
#include <ATen/ops/tensor.h>

#include "core/config/fingerprint.h"
#include "core/data/label_noise.h"
#include "core/metrics/agreement.h"
#include "core/objective/terms.h"
#include "core/pipeline/stages/strong_model.h"
#include "core/supervision/delivery.h"
#include "core/supervision/weak_labels.h"
#include "core/train/input_batches.h"

namespace w2s::pipeline {
namespace {

at::Tensor storedLabels(StageContext& context) {
  const auto& supervision = context.config().supervision;
  at::Tensor labels = context.input<LabelArtifact>("labels").labels.transfer;
  if (supervision.labels == config::LabelKind::Hard) {
    labels = supervision::hardened(labels);
  }
  if (supervision.shuffle) {
    const auto order = data::shuffledLabelOrder(
        labels.size(0), Seed(static_cast<std::uint64_t>(context.setup().seed)));
    labels = labels.index_select(0, at::tensor(order, at::kLong));
  }
  return labels.to(context.setup().device);
}

train::Evaluator makeEvaluator(StageContext& context, double& weak_validation_accuracy) {
  const RunSetup& setup = context.setup();
  train::EvaluationTargets targets{
      .test_labels = setup.splits.of(data::split::kTest).labels,
      .weak_test = train::argmaxOf(context.input<LabelArtifact>("labels").labels.test),
      .weak_validation = train::argmaxOf(context.input<LabelArtifact>("labels").labels.validation),
      .validation_labels = {}};
  if (objective::needsStudentPassed(setup.config.objective)) {
    targets.validation_labels = setup.splits.of(data::split::kValidation).labels;
    if (!targets.weak_validation.empty()) {
      weak_validation_accuracy =
          metrics::shareOfEqual(targets.weak_validation, targets.validation_labels);
    }
  }
  return {std::move(targets), setup.device};
}

Result<StageEnd> run(StageContext& context) {
  const config::ExperimentConfig& config = context.config();
  StrongRole role = ownRole(context);
  role.judged_on = {data::split::kValidation, data::split::kTest};
  W2S_TRY(const StrongModel strong, makeStrongModel(context, role));
  train::TrainingSetup setup = strongSetup(context, role, *strong.trainable);
  setup.objective = config.objective;
  setup.targets = transferTargets(context, config.objective.ground_truth_fraction);
  setup.replay = context.setup().replay;
  setup.accepts_changes = !context.setup().is_replay;
  const train::Evaluator evaluator = makeEvaluator(context, setup.weak_validation_accuracy);
  setup.evaluator = &evaluator;

  const std::unique_ptr<train::Supervision> supervision =
      config.supervision.delivery == config::Delivery::Live
          ? supervision::liveSupervision(*context.input<ModelArtifact>("model").model,
                                         config.supervision.labels)
          : supervision::storedSupervision(storedLabels(context));
  setup.supervision = supervision.get();
  std::unique_ptr<train::InputBatches> inputs;
  if (strong.trainable->needs().inputs || supervision->needs().inputs) {
    const config::Backbone& reader =
        strong.trainable->needs().inputs ? config.strong.backbone : config.weak.front().backbone;
    W2S_TRY(const at::Tensor rows,
            storedRows(context.setup(), role.split.rows, config::featureSetOf(reader)));
    inputs = std::make_unique<train::InputBatches>(rows, config.supervision.augmentation,
                                                   context.seedOf("augmentation"));
    setup.batch_inputs = inputs.get();
  }

  W2S_TRY(const auto outcome, trainStage(context, std::move(setup)));
  if (outcome.stopped) {
    return StageEnd::Stopped;
  }
  // The end of the training, kept so that it can be extended.
  W2S_CHECK(context.run().checkFolder());
  W2S_CHECK(
      train::saveState(context.checkpointFile(), outcome.state, context.planned().fingerprint));
  context.outcome.note = outcome.ended_early;
  context.give(
      AnswerArtifact{.test_probabilities = probabilitiesOf(*strong.trainable, data::split::kTest),
                     .transfer_probabilities = probabilitiesOf(*strong.trainable, role.split.name),
                     .initial = initialOf(context.outcome.evaluations),
                     .last = outcome.last_evaluation,
                     .best_agreement = outcome.state.best_agreement,
                     .oracle = outcome.state.oracle,
                     .weights = strong.tensors});
  return StageEnd::Done;
}

// With its last state, from which a run that takes the student from the cache can be trained on.
constexpr const char* kState = "state.safetensors";

Status save(const StageContext& context, const store::StageWriter& entry) {
  W2S_CHECK(saveAnswers(context, entry));
  return copyFile(context.checkpointFile(), entry.folder() / kState);
}

Result<bool> load(StageContext& context, const store::StageEntry& entry) {
  auto answers = answersOf(entry);
  auto state = train::loadState(entry.folder / kState, context.planned().fingerprint);
  if (!answers || !state) {
    return false;
  }
  W2S_CHECK(copyFile(entry.folder / kState, context.checkpointFile()));
  answers->best_agreement = std::move(state->best_agreement);
  answers->oracle = std::move(state->oracle);
  context.give(std::move(*answers));
  return true;
}

// Raise it whenever the training of a student computes something else.
constexpr int kVersion = 3;

void plan(PlanDraft& draft) {
  const config::ExperimentConfig& config = draft.config;
  std::vector<record::StageInput> inputs = strongInputs(draft);
  Ingredients ingredients{
      .kind = record::stage::kStudent,
      .version = kVersion,
      .settings = {draft.inputs.strong_backbone, draft.inputs.transfer_rows,
                   draft.inputs.validation_rows, draft.inputs.test_rows,
                   config::canonicalText(config.strong), config::canonicalText(config.optimizer),
                   std::to_string(evaluationInterval(config.evaluation, config.strong,
                                                     config.optimizer.steps)),
                   config::canonicalText(config.supervision),
                   config::canonicalText(config.objective),
                   config::canonicalText(config.evaluation)},
      .made_of = {record::stage::kWeakLabels}};
  for (const record::StageInput& input : inputs) {
    ingredients.made_of.push_back(input.from);
  }
  inputs.push_back({"labels", record::stage::kWeakLabels});
  if (config.supervision.delivery == config::Delivery::Live) {
    inputs.push_back({"model", record::stage::kWeak});
  }
  record::PlannedStage& student =
      draft.add(record::describedStage(record::stage::kStudent), ingredients);
  setTraining(student, config.optimizer.steps, config.objective);
  student.inputs = std::move(inputs);
}

}  // namespace

StageType studentStage() {
  return {.kind = record::stage::kStudent,
          .plan = plan,
          .run = run,
          .save = save,
          .load = load,
          .follows_live_changes = true,
          .part = SummaryPart::Student};
}

}  // namespace w2s::pipeline
