#include "core/pipeline/stages/stage_parts.h"

#include <utility>

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
    Status reported;
    std::optional<PausedWork> pause;
    const auto before_wait = [&](bool paused) {
      if (!paused) {  // a speed alone, which counts as work
        pause.reset();
        reported = reported ? reportResumed() : reported;
        if (!std::exchange(is_slow_, true)) {
          context_.slowDown();
        }
        return;
      }
      if (!was_paused_) {
        was_paused_ = true;
        reported = context_.reportPaused();
      }
      if (!pause) {
        pause.emplace(context_);
      }
    };
    if (context_.control.waitForTurn(gate_, before_wait) == record::RunControl::Turn::Stop) {
      return fail(ErrorCode::Interrupted, "stopped");
    }
    pause.reset();
    W2S_CHECK(reported);
    return reportResumed();
  }

 private:
  Status reportResumed() {
    if (!was_paused_ || context_.control.isPaused()) {
      return {};
    }
    was_paused_ = false;
    return context_.reportResumed();
  }

  RunContext& context_;
  record::RunControl::Gate gate_;
  bool was_paused_ = false;
  bool is_slow_ = false;
};

}  // namespace

Result<CachedFeatures> frozenFeatures(StageContext& context, const FeatureSource& source,
                                      const FeatureRequest& request) {
  FeatureGate gate(context.run());
  std::int64_t reported_rows = 0;
  const std::int64_t rows = request.rows.size();
  const auto report = [&](std::int64_t done) -> Status {
    if (request.total == 0 ||
        (done < rows && done - reported_rows < request.total / kProgressReports)) {
      return {};
    }
    reported_rows = done;
    return context.emit(record::StageProgressed{.stage = context.id(),
                                                .done = request.done_before + done,
                                                .total = request.total,
                                                .unit = "rows"});
  };
  W2S_TRY(CachedFeatures features,
          frozenFeatures(
              context.setup(), source, request.rows,
              {.before_chunk = [&] { return gate.wait(); },
               .after_chunk =
                   [&](std::int64_t done) { return done < rows ? report(done) : Status{}; }}));
  if (!features.unsound.empty()) {
    W2S_CHECK(context.run().note(features.unsound));
  }
  if (!features.from_cache) {
    W2S_CHECK(report(rows));
  }
  return features;
}

Result<train::SplitTensors> featureReaders(StageContext& context, const config::ModelConfig& model,
                                           std::string_view trained_on,
                                           const std::vector<std::string_view>& splits) {
  FeatureGate gate(context.run());
  const std::int64_t total = context.setup().splits.of(trained_on).size();
  std::int64_t reported_rows = 0;
  return featureReaders(context.setup(), model, trained_on, splits,
                        [&](std::int64_t done) -> Status {
                          W2S_CHECK(gate.wait());
                          if (done < total && done - reported_rows < total / kProgressReports) {
                            return {};
                          }
                          reported_rows = done;
                          return context.emit(record::StageProgressed{
                              .stage = context.id(), .done = done, .total = total, .unit = "rows"});
                        });
}

Status helpRun(RunContext& run) {
  FeatureGate gate(run);
  const auto before_chunk = [&]() -> Status {
    return run.hasFailed() || run.isOver() ? fail(ErrorCode::Interrupted, "stopped") : gate.wait();
  };
  return run.isOver() ? Status{} : helpWithFeatures(run.setup, before_chunk);
}

namespace {

constexpr const char* kAnswers = "predictions.safetensors";
constexpr const char* kModel = "model.safetensors";

}  // namespace

Result<train::TrainingOutcome> trainStage(StageContext& context, train::TrainingSetup setup) {
  RunContext& run = context.run();
  setup.stage = context.id();
  std::optional<train::TrainingState> checkpoint;
  const auto file = run.checkpointFile(context.id());
  setup.last_good.file = std::filesystem::path(file).replace_extension(".last_good");
  if (std::filesystem::exists(file)) {
    W2S_TRY(checkpoint, train::loadState(file, context.planned().fingerprint));
  }
  const std::int64_t completed = checkpoint ? checkpoint->step : 0;
  StageReport report(run, context.planned(), completed);
  W2S_CHECK(run.prepareSeries(context.planned()));
  W2S_CHECK(context.begin(setup.optimizer.steps, completed));
  train::Trainer trainer(std::move(setup), run.control, report);
  if (checkpoint) {
    W2S_CHECK(trainer.restore(*checkpoint));
    checkpoint.reset();  // the trainer has its own copy of the tensors
  }
  W2S_TRY(auto outcome, trainer.run());
  context.outcome.seconds = outcome.seconds;
  context.outcome.test = outcome.last_evaluation.test;
  context.outcome.evaluations = report.evaluations();
  return outcome;
}

NamedTensors tensorsOf(const store::StageEntry& entry, const char* file) {
  const auto bytes = entry.read(file);
  auto read = bytes ? parseSafetensors(*bytes, (entry.folder / file).string())
                    : Result<SafetensorsFile>(tl::unexpected(bytes.error()));
  return read ? std::move(read->tensors) : NamedTensors{};
}

Status saveAnswers(const StageContext& context, const store::StageWriter& entry) {
  const auto& answers = context.output<AnswerArtifact>();
  W2S_CHECK(writeSafetensors(
      entry.folder() / kAnswers,
      {{"test", answers.test_probabilities}, {"transfer", answers.transfer_probabilities}}));
  return writeSafetensors(entry.folder() / kModel, answers.weights);
}

std::optional<AnswerArtifact> answersOf(const store::StageEntry& entry) {
  const NamedTensors tensors = tensorsOf(entry, kAnswers);
  const at::Tensor* test = findTensor(tensors, "test");
  const at::Tensor* transfer = findTensor(tensors, "transfer");
  const auto evaluations = entry.readEvaluations();
  if (test == nullptr || transfer == nullptr || !evaluations || evaluations->empty()) {
    return std::nullopt;
  }
  return AnswerArtifact{.test_probabilities = *test,
                        .transfer_probabilities = *transfer,
                        .initial = initialOf(*evaluations),
                        .last = evaluations->back()};
}

metrics::Performance initialOf(const std::vector<metrics::Evaluation>& evaluations) {
  return !evaluations.empty() && evaluations.front().step == 0 ? evaluations.front().test
                                                               : metrics::Performance{};
}

}  // namespace w2s::pipeline
