// Stages that train a strong model on ground truth: "ceiling" (the student's model by the student's
// recipe, on the transfer rows), "common_ceiling" (a reference model, the same in every experiment
// that names it), and "weak_rows_reference" (the student's model on the labels that trained the
// weak supervisor).
#include <fmt/format.h>

#include <ATen/ops/tensor.h>

#include "core/config/fingerprint.h"
#include "core/data/label_noise.h"
#include "core/models/feature_scaling.h"
#include "core/objective/terms.h"
#include "core/pipeline/plan.h"
#include "core/pipeline/stages/strong_model.h"
#include "core/train/input_batches.h"

namespace w2s::pipeline {
namespace {

struct GroundTruth {
  at::Tensor targets;  // [rows] int64 on the device
  config::Augmentation augmentation = config::Augmentation::None;
};

Result<StageEnd> train(StageContext& context, const StrongRole& role, const GroundTruth& truth) {
  const RunSetup& run = context.setup();
  W2S_TRY(const StrongModel strong, makeStrongModel(context, role));
  const train::Evaluator evaluator({.test_labels = run.splits.of(data::split::kTest).labels,
                                    .weak_test = {},
                                    .weak_validation = {},
                                    .validation_labels = {}},
                                   run.device);
  train::TrainingSetup setup = strongSetup(context, role, *strong.trainable);
  setup.targets = truth.targets;
  setup.evaluator = &evaluator;
  std::unique_ptr<train::InputBatches> inputs;
  if (strong.trainable->needs().inputs) {
    W2S_TRY(const at::Tensor rows,
            storedRows(run, role.split.rows, config::featureSetOf(role.model.backbone)));
    inputs = std::make_unique<train::InputBatches>(rows, truth.augmentation,
                                                   context.seedOf("augmentation"));
    setup.batch_inputs = inputs.get();
  }
  W2S_TRY(const auto outcome, trainStage(context, std::move(setup)));
  if (outcome.stopped) {
    return StageEnd::Stopped;
  }
  context.give(
      AnswerArtifact{.test_probabilities = probabilitiesOf(*strong.trainable, data::split::kTest),
                     .transfer_probabilities = probabilitiesOf(*strong.trainable, role.split.name),
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
Result<train::SplitTensors> ownFeatures(StageContext& context, const config::ModelConfig& model,
                                        const data::Split& split) {
  const data::Split& test_rows = context.setup().splits.of(data::split::kTest);
  if (const std::vector<std::string_view> splits{split.name, test_rows.name};
      readsInBatches(context.setup(), model, splits)) {
    return featureReaders(context, model, split.name, splits);
  }
  W2S_TRY(const auto backbone, makeBackboneOf(context.setup(), model, "strong"));
  const std::int64_t first = split.size();
  const std::int64_t total = first + test_rows.size();
  W2S_TRY(const auto transfer,
          frozenFeatures(context, sourceOf(*backbone), {.rows = split.rows, .total = total}));
  W2S_TRY(const auto test,
          frozenFeatures(context, sourceOf(*backbone),
                         {.rows = test_rows.rows, .done_before = first, .total = total}));
  const auto scaling = models::FeatureScaling::fit(transfer.values);
  return train::SplitTensors{.trained_on = split.name,
                             .splits = {{split.name, scaling.apply(transfer.values)},
                                        {test_rows.name, scaling.apply(test.values)}}};
}

Result<StageEnd> trainOnOwnFeatures(StageContext& context, StrongRole role,
                                    const GroundTruth& truth) {
  train::SplitTensors features;
  if (usesFrozenFeatures(role.model)) {
    auto made = ownFeatures(context, role.model, role.split);
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
                             .split = context.setup().splits.of(data::split::kTransfer)},
                            {.targets = transferTargets(context, 1.0)});
}

Result<StageEnd> runReference(StageContext& context) {
  const RunSetup& setup = context.setup();
  const data::Labels labels = weakTrainingLabels(setup);
  return trainOnOwnFeatures(context,
                            {.model = setup.config.strong,
                             .optimizer = setup.config.optimizer,
                             .split = setup.splits.of(data::split::kWeak)},
                            {.targets = at::tensor(labels, at::kLong).to(setup.device)});
}

// --- plan ---

// Raise one whenever its training computes something else.
constexpr int kCeilingVersion = 4;
constexpr int kReferenceVersion = 1;

// How a strong model is trained on ground truth. No such model meets validation rows. Images are
// augmented as the student's are, where the model reads images at all. Features follow from what is
// listed, so their fingerprint is not: references have no features stage.
struct GroundTruthModel {
  const config::ModelConfig& model;
  const std::string& stored_weights;
  const config::OptimizerConfig& optimizer;
  const std::string& rows;
  config::Augmentation augmentation = config::Augmentation::None;
};

std::vector<std::string> settingsOf(const GroundTruthModel& trained, const PlanDraft& draft) {
  return {trained.stored_weights,
          trained.rows,
          draft.inputs.test_rows,
          config::canonicalText(trained.model),
          config::canonicalText(trained.optimizer),
          std::to_string(
              evaluationInterval(draft.config.evaluation, trained.model, trained.optimizer.steps)),
          usesFrozenFeatures(trained.model) ? std::to_string(kFeaturesVersion)
                                            : std::string(config::nameOf(trained.augmentation))};
}

void planCeiling(PlanDraft& draft) {
  const config::OptimizerConfig recipe = draft.ceilingRecipe();
  record::PlannedStage& ceiling =
      draft.add(record::describedStage(record::stage::kCeiling),
                {.kind = record::stage::kCeiling,
                 .version = kCeilingVersion,
                 .settings = settingsOf({.model = draft.config.strong,
                                         .stored_weights = draft.inputs.strong_backbone,
                                         .optimizer = recipe,
                                         .rows = draft.inputs.transfer_rows,
                                         .augmentation = draft.config.supervision.augmentation},
                                        draft)});
  setTraining(ceiling, recipe.steps, objective::groundTruthAlone());
  ceiling.inputs = strongInputs(draft);
}

void planReference(PlanDraft& draft) {
  if (!draft.config.reference.weak_rows) {
    return;
  }
  const config::OptimizerConfig recipe = draft.ceilingRecipe();
  Ingredients ingredients{.kind = record::stage::kReference,
                          .version = kReferenceVersion,
                          .settings = settingsOf({.model = draft.config.strong,
                                                  .stored_weights = draft.inputs.strong_backbone,
                                                  .optimizer = recipe,
                                                  .rows = draft.inputs.weak_rows},
                                                 draft)};
  ingredients.settings.push_back(fmt::format("{}", draft.config.task.label_noise));
  const auto before = beforeYardsticks(draft);
  record::PlannedStage& reference =
      draft.add(record::describedStage(record::stage::kReference), ingredients);
  setTraining(reference, recipe.steps, objective::groundTruthAlone());
  reference.after = before;
}

// None where it would be the run's own ceiling.
void planCommonCeiling(PlanDraft& draft) {
  if (!draft.config.common_ceiling.train) {
    return;
  }
  // A recipe of its own has a length of its own.
  const bool is_own = std::holds_alternative<config::OwnRecipe>(draft.config.common_ceiling.recipe);
  const config::OptimizerConfig recipe =
      is_own ? commonRecipe(draft.config) : draft.ceilingRecipe();
  const Ingredients ingredients{
      .kind = record::stage::kCeiling,
      .version = kCeilingVersion,
      .settings = settingsOf({.model = draft.config.common_ceiling.model,
                              .stored_weights = draft.inputs.common_backbone,
                              .optimizer = recipe,
                              .rows = draft.inputs.transfer_rows},
                             draft)};
  const record::PlannedStage* const own = draft.find(record::stage::kCeiling);
  if (own != nullptr && own->fingerprint == draft.fingerprintOf(ingredients)) {
    return;
  }
  const auto before = beforeYardsticks(draft);
  record::PlannedStage& common =
      draft.add(record::describedStage(record::stage::kCommonCeiling), ingredients);
  setTraining(common, recipe.steps, objective::groundTruthAlone());
  common.after = before;
}

}  // namespace

StageType ceilingStage() {
  return {.kind = record::stage::kCeiling,
          .plan = planCeiling,
          .run = runCeiling,
          .save = saveAnswers,
          .load = load,
          .part = SummaryPart::Ceiling,
          .is_yardstick = true};
}
StageType commonCeilingStage() {
  return {.kind = record::stage::kCommonCeiling,
          .plan = planCommonCeiling,
          .run = runCommonCeiling,
          .save = saveAnswers,
          .load = load,
          .is_yardstick = true};
}
StageType referenceStage() {
  return {.kind = record::stage::kReference,
          .plan = planReference,
          .run = runReference,
          .save = saveAnswers,
          .load = load,
          .is_yardstick = true};
}

}  // namespace w2s::pipeline
