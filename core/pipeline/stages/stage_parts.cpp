#include "core/pipeline/stages/stage_parts.h"

#include <map>

#include <fmt/format.h>

#include "core/base/log.h"
#include "core/pipeline/stage_report.h"
#include "core/train/training_state.h"
#include "core/weights/safetensors.h"

namespace w2s::pipeline {
namespace {

constexpr std::int64_t kProgressReports = 50;  // a stage's share in the log of events

// Waits while the run is paused; one for each thread that works on the run's features.
class FeatureGate {
 public:
  explicit FeatureGate(RunContext& context) : context_(context) {}

  Status wait() {
    Status told;
    std::optional<record::WorkBreak> pause;
    const auto before_wait = [&](bool paused) {
      if (!paused) {  // a speed alone, which counts as work
        pause.reset();
        told = told ? tellContinued() : told;
        return;
      }
      if (!stood_still_) {
        stood_still_ = true;
        told = context_.tellPaused();
      }
      if (!pause) {
        pause.emplace(context_.clock);
      }
    };
    if (context_.control.waitForTurn(gate_, before_wait) == record::RunControl::Turn::Stop) {
      return fail(ErrorCode::Interrupted, "stopped");
    }
    pause.reset();
    W2S_CHECK(told);
    return tellContinued();
  }

 private:
  Status tellContinued() {
    if (!stood_still_ || context_.control.isPaused()) {
      return {};
    }
    stood_still_ = false;
    return context_.tellContinued();
  }

  RunContext& context_;
  record::RunControl::Gate gate_;
  bool stood_still_ = false;
};

}  // namespace

Result<CachedFeatures> frozenFeatures(RunContext& context, const FeatureSource& source,
                                      const FeatureRequest& request) {
  FeatureGate gate(context);
  std::int64_t told_rows = 0;
  const auto rows = static_cast<std::int64_t>(request.rows.size());
  const auto tell = [&](std::int64_t done) -> Status {
    if (request.total == 0 ||
        (done < rows && done - told_rows < request.total / kProgressReports)) {
      return {};
    }
    told_rows = done;
    return context.emitOf(request.stage, record::StageProgressed{.stage = request.stage,
                                                                 .done = request.done_before + done,
                                                                 .total = request.total,
                                                                 .unit = "rows"});
  };
  W2S_TRY(
      CachedFeatures features,
      frozenFeatures(
          context.setup, source, request.part, request.rows,
          {.before_chunk = [&] { return gate.wait(); },
           .after_chunk = [&](std::int64_t done) { return done < rows ? tell(done) : Status{}; }}));
  if (!features.from_cache) {
    W2S_CHECK(tell(rows));
  }
  return features;
}

Status helpRun(RunContext& context) {
  FeatureGate gate(context);
  const auto before_chunk = [&]() -> Status {
    return context.hasFailed() || context.isOver() ? fail(ErrorCode::Interrupted, "stopped")
                                                   : gate.wait();
  };
  return context.isOver() ? Status{} : helpWithFeatures(context.setup, before_chunk);
}

Result<TrainedStage> trainStage(RunContext& context, train::TrainingSetup setup) {
  const record::StageId stage = setup.stage;
  std::optional<train::TrainingState> checkpoint;
  const auto file = context.checkpointFile(stage);
  if (std::filesystem::exists(file)) {
    W2S_TRY(checkpoint, train::loadState(file, context.planned(stage).fingerprint));
  }
  StageReport report(context, stage, checkpoint ? checkpoint->step : 0);
  W2S_CHECK(
      context.emitOf(stage, record::StageStarted{.stage = stage,
                                                 .steps = setup.optimizer.steps,
                                                 .resumed_at = checkpoint ? checkpoint->step : 0}));
  train::Trainer trainer(std::move(setup), context.control, report);
  if (checkpoint) {
    trainer.restore(*checkpoint);
  }
  W2S_TRY(auto outcome, trainer.run());
  return TrainedStage{.outcome = std::move(outcome), .evaluations = report.evaluations()};
}

Status tellRecorded(RunContext& context, const record::StageId& stage,
                    const store::StageEntry& entry) {
  W2S_TRY(const store::Series series, entry.readSeries());
  W2S_TRY(const auto evaluations, entry.readEvaluations());
  W2S_CHECK(context.takePredictions(stage, entry));
  W2S_CHECK(context.emitOf(
      stage, record::StageStarted{.stage = stage, .steps = context.planned(stage).steps}));
  if (!series.empty()) {
    W2S_CHECK(context.emitOf(stage, record::StepsMeasured{.stage = stage, .rows = series.rows()}));
  }
  for (const auto& evaluation : evaluations) {
    W2S_CHECK(context.emitOf(stage, record::Evaluated{.stage = stage, .evaluation = evaluation}));
  }
  return context.emitOf(stage, record::StageFinished{.stage = stage,
                                                     .seconds = entry.result.seconds,
                                                     .from_cache = true,
                                                     .test = entry.result.test});
}

Status cacheTrained(RunContext& context, const record::StageId& stage, const TrainedStage& trained,
                    const NamedTensors& predictions, const NamedTensors& model) {
  W2S_TRY(auto writer, context.setup.cache.begin(context.planned(stage).fingerprint));
  W2S_TRY(const store::Series series,
          store::readSeries(context.folder() / "series" / fmt::format("{}.csv", stage)));
  W2S_CHECK(writer.writeSeries(series));
  W2S_CHECK(writer.writeEvaluations(stage, trained.evaluations));
  W2S_CHECK(context.givePredictions(stage, writer));
  if (!predictions.empty()) {
    W2S_CHECK(writeSafetensors(writer.folder() / "predictions.safetensors", predictions));
  }
  W2S_CHECK(writeSafetensors(writer.folder() / "model.safetensors", model));
  return writer
      .commit({.stage = stage,
               .seconds = trained.outcome.seconds,
               .test = trained.outcome.last_evaluation.test})
      .map([](const auto&) {});
}

Status runStage(RunContext& context, const record::StageId& stage) {
  static const std::map<record::StageId, Status (*)(RunContext&)> kStages{
      {record::stage::kWeak, runWeakSupervisor},
      {record::stage::kWeakLabels, runWeakLabels},
      {record::stage::kFeatures, runFeatures},
      {record::stage::kCeiling, runCeiling},
      {record::stage::kCommonCeiling, runCommonCeiling},
      {record::stage::kStudent, runStudent}};
  return kStages.at(stage)(context);
}

}  // namespace w2s::pipeline
