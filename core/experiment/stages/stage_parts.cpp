#include "core/experiment/stages/stage_parts.h"

#include <cstring>

#include <fmt/format.h>

#include <ATen/core/grad_mode.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/empty.h>

#include "core/base/hash.h"
#include "core/base/log.h"
#include "core/experiment/stage_report.h"
#include "core/train/image_batches.h"
#include "core/train/training_state.h"
#include "core/weights/safetensors.h"

namespace w2s::experiment {
namespace {

constexpr std::int64_t kProgressReports = 50;  // a stage's share in the log of events
constexpr std::int64_t kRowsAChunk = 250;  // between two looks at the levers: some 50 ms of a core

Result<at::Tensor> computeFeatures(RunContext& context, const models::Backbone& backbone, const FeatureRequest& request) {
  const at::NoGradGuard no_grad;
  const auto total = static_cast<std::int64_t>(request.rows.size());
  RunControl::Gate gate;
  bool stood_still = false;
  std::int64_t told_rows = 0;
  std::vector<at::Tensor> parts;
  for (std::int64_t first = 0; first < total; first += kRowsAChunk) {
    Status told;
    const auto before_wait = [&](bool paused) {
      if (paused) {
        stood_still = true;
        told = context.tellPaused();
      }
    };
    if (context.control.waitForTurn(gate, before_wait) == RunControl::Turn::Stop) {
      return fail(ErrorCode::Interrupted, "stopped");
    }
    W2S_CHECK(told);
    if (stood_still && !context.control.isPaused()) {
      stood_still = false;
      W2S_CHECK(context.tellContinued());
    }
    const auto count = std::min(kRowsAChunk, total - first);
    const std::vector<std::int64_t> rows(request.rows.begin() + first, request.rows.begin() + first + count);
    W2S_TRY(const at::Tensor images, imageRows(context, request.part, rows));
    parts.push_back(backbone.features(train::unitImages(images), models::Mode::Inference));
    const std::int64_t done = first + count;
    if (request.total > 0 && (done == total || done - told_rows >= request.total / kProgressReports)) {
      told_rows = done;
      W2S_CHECK(context.emitOf(request.stage, StageProgressed{.stage = request.stage,
                                                              .done = request.done_before + done,
                                                              .total = request.total,
                                                              .unit = "rows"}));
    }
  }
  return at::cat(parts);
}

}  // namespace

Result<at::Tensor> imageRows(RunContext& context, data::Part part, const std::vector<std::int64_t>& rows) {
  W2S_TRY(const auto images, context.setup.source->images(part));
  at::Tensor gathered =
      at::empty({static_cast<std::int64_t>(rows.size()), 1, images->height, images->width}, at::kByte);
  auto* target = gathered.mutable_data_ptr<std::uint8_t>();
  for (const std::int64_t row : rows) {
    const auto source = images->row(row);
    std::memcpy(target, source.data(), source.size());
    target += source.size();
  }
  return gathered.to(context.setup.device);
}

Result<std::shared_ptr<models::Backbone>> makeBackboneOf(RunContext& context, const config::ModelConfig& model,
                                                         std::string_view purpose) {
  const data::DataSetCard& card = context.setup.source->card();
  W2S_TRY(auto backbone,
          models::makeBackbone(model.backbone, {.input = {.height = card.height, .width = card.width},
                                                .seed = context.seedOf(purpose).child("backbone"),
                                                .tuning = model.tuning,
                                                .device = context.setup.device}));
  return std::shared_ptr<models::Backbone>(std::move(backbone));
}

Result<CachedFeatures> frozenFeatures(RunContext& context, const models::Backbone& backbone,
                                      const FeatureRequest& request) {
  W2S_TRY(const std::string data, context.setup.source->fingerprint());
  const std::string fingerprint = Hasher()
                                      .add("features 2")  // raise the number when a frozen backbone computes otherwise
                                      .add(backbone.fingerprint())
                                      .add(data)
                                      .add(request.part == data::Part::Train ? "train" : "test")
                                      .add(data::hashOfRows(request.rows))
                                      .add(context.setup.device.str())
                                      .hex();
  const auto rows = static_cast<std::int64_t>(request.rows.size());
  const std::lock_guard lock(context.features_mutex);
  if (const auto entry = context.setup.cache.find(fingerprint)) {
    if (auto file = readSafetensors(entry->folder / "features.safetensors")) {
      const at::Tensor* values = findTensor(file->tensors, "features");
      if (values != nullptr && values->dim() == 2 && values->size(0) == rows) {
        return CachedFeatures{.values = values->to(context.setup.device), .from_cache = true};
      }
    }
  }
  W2S_TRY(const at::Tensor values, computeFeatures(context, backbone, request));
  W2S_TRY(auto writer, context.setup.cache.begin(fingerprint));
  W2S_CHECK(writeSafetensors(writer.folder() / "features.safetensors", {{"features", values}}));
  W2S_TRY(const auto entry, writer.commit({.stage = StageKind::Features}));
  return CachedFeatures{.values = values, .from_cache = false};
}

Result<TrainedStage> trainStage(RunContext& context, train::TrainingSetup setup) {
  const StageKind stage = setup.stage;
  const auto begin = RunControl::Clock::now();
  std::optional<train::TrainingState> checkpoint;
  const auto file = context.checkpointFile(stage);
  if (std::filesystem::exists(file)) {
    W2S_TRY(checkpoint, train::loadState(file, context.planned(stage).fingerprint));
  }
  StageReport report(context, stage, checkpoint ? checkpoint->step : 0);
  W2S_CHECK(context.emitOf(stage, StageStarted{.stage = stage,
                                               .steps = setup.optimizer.steps,
                                               .resumed_at = checkpoint ? checkpoint->step : 0}));
  train::Trainer trainer(std::move(setup), context.control, report);
  if (checkpoint) {
    trainer.restore(*checkpoint);
  }
  W2S_TRY(auto outcome, trainer.run());
  return TrainedStage{.outcome = std::move(outcome),
                      .evaluations = report.evaluations(),
                      .seconds = std::chrono::duration<double>(RunControl::Clock::now() - begin).count()};
}

Status tellRecorded(RunContext& context, StageKind stage, const store::StageEntry& entry) {
  W2S_TRY(const store::Series series, entry.readSeries());
  W2S_TRY(const auto evaluations, entry.readEvaluations());
  W2S_CHECK(context.takePredictions(stage, entry));
  W2S_CHECK(context.emitOf(stage, StageStarted{.stage = stage, .steps = context.planned(stage).steps}));
  if (!series.empty()) {
    W2S_CHECK(context.emitOf(stage, StepsMeasured{.stage = stage, .rows = series.rows()}));
  }
  for (const auto& evaluation : evaluations) {
    W2S_CHECK(context.emitOf(stage, Evaluated{.stage = stage, .evaluation = evaluation}));
  }
  return context.emitOf(stage, StageFinished{.stage = stage,
                                             .seconds = entry.result.seconds,
                                             .from_cache = true,
                                             .test = entry.result.test});
}

Status cacheTrained(RunContext& context, StageKind stage, const TrainedStage& trained,
                    const NamedTensors& predictions, const NamedTensors& model) {
  W2S_TRY(auto writer, context.setup.cache.begin(context.planned(stage).fingerprint));
  W2S_TRY(const store::Series series,
          store::readSeries(context.folder() / "series" / fmt::format("{}.csv", nameOf(stage))));
  W2S_CHECK(writer.writeSeries(series));
  W2S_CHECK(writer.writeEvaluations(stage, trained.evaluations));
  W2S_CHECK(context.givePredictions(stage, writer));
  if (!predictions.empty()) {
    W2S_CHECK(writeSafetensors(writer.folder() / "predictions.safetensors", predictions));
  }
  W2S_CHECK(writeSafetensors(writer.folder() / "model.safetensors", model));
  return writer.commit({.stage = stage, .seconds = trained.seconds, .test = trained.outcome.last_evaluation.test})
      .map([](const auto&) {});
}

Status runStage(RunContext& context, StageKind stage) {
  switch (stage) {
    case StageKind::WeakSupervisor:
      return runWeakSupervisor(context);
    case StageKind::WeakLabels:
      return runWeakLabels(context);
    case StageKind::Features:
      return runFeatures(context);
    case StageKind::Ceiling:
      return runCeiling(context);
    case StageKind::Student:
      return runStudent(context);
  }
  return {};
}

}  // namespace w2s::experiment
