#include "core/pipeline/run_context.h"

#include <algorithm>
#include <cmath>
#include <system_error>
#include <utility>

#include <ATen/ops/tensor.h>

#include "core/base/file_io.h"
#include "core/base/log.h"
#include "core/metrics/agreement.h"
#include "core/metrics/intervals.h"
#include "core/objective/term_weights.h"
#include "core/store/run_list.h"
#include "core/train/evaluator.h"
#include "core/weights/safetensors.h"

namespace w2s::pipeline {
namespace {

constexpr int kBootstrapResamples = 2000;
const std::string kPredictionLog = "evaluations.predictions.bin";  // in a cache entry

std::vector<std::uint8_t> rightOnes(const std::vector<std::int64_t>& predictions,
                                    const std::vector<std::int64_t>& labels) {
  std::vector<std::uint8_t> right(labels.size());
  for (std::size_t i = 0; i < labels.size(); ++i) {
    right[i] = predictions[i] == labels[i] ? 1 : 0;
  }
  return right;
}

}  // namespace

RunContext::RunContext(RunSetup run_setup, store::RunWriter writer, record::EventSink& sink)
    : setup(std::move(run_setup)),
      clock(setup.worked_seconds),
      id_(writer.id()),
      writer_(std::move(writer)),
      predicted_rows_{.rows = {setup.splits.test.begin(), setup.splits.test.end()},
                      .classes = static_cast<std::uint32_t>(setup.source->card().classes())},
      sink_(sink),
      used_ground_truth_(setup.ground_truth_was_raised) {
  for (const record::PlannedStage& stage : setup.stages) {
    last_steps_[stage.id] = 0;
  }
}

const record::PlannedStage& RunContext::planned(const record::StageId& stage) const {
  return *std::find_if(
      setup.stages.begin(), setup.stages.end(),
      [stage](const record::PlannedStage& planned) { return planned.id == stage; });
}

bool RunContext::isPlanned(const record::StageId& stage) const {
  return std::ranges::find(setup.stages, stage, &record::PlannedStage::id) != setup.stages.end();
}

Status RunContext::emit(const record::Event& event) {
  const std::lock_guard lock(emit_mutex_);
  return emitLocked(event);
}

Status RunContext::emitLocked(const record::Event& event) {
  if (is_over_) {
    // A helping thread that nobody waits for came too late; the terminal event was the last.
    return w2s::fail(ErrorCode::Interrupted, "stopped");
  }
  W2S_CHECK(writer_.write(event, clock.seconds()));
  sink_.onEvent(id_, event);
  return {};
}

Status RunContext::tellPaused() {
  const std::lock_guard lock(emit_mutex_);
  if (pause_told_) {
    return {};
  }
  pause_told_ = true;
  return emitLocked(record::RunPaused{});
}

Status RunContext::tellContinued() {
  const std::lock_guard lock(emit_mutex_);
  if (!pause_told_) {
    return {};
  }
  pause_told_ = false;
  return emitLocked(record::RunContinued{});
}

void RunContext::abandon() {
  const std::filesystem::path folder = writer_.folder();
  (void)writer_.finish();  // gives the lock back; what was written goes with the folder
  std::error_code ignored;
  std::filesystem::remove_all(folder, ignored);
}

Status RunContext::emitOf(const record::StageId& stage, const record::Event& event) {
  return setup.recorded_whole.contains(stage) ? Status{} : emit(event);
}

Status RunContext::recordPredictions(const record::StageId& stage, std::int64_t step,
                                     const std::vector<std::int64_t>& classes,
                                     const std::vector<float>& confidences) {
  if (setup.recorded_whole.contains(stage)) {
    return {};
  }
  return writer_.writePredictions(
      stage, predicted_rows_,
      {.step = step, .classes = {classes.begin(), classes.end()}, .confidences = confidences});
}

Status RunContext::takePredictions(const record::StageId& stage, const store::StageEntry& entry) {
  if (setup.recorded_whole.contains(stage) || !entry.has(kPredictionLog)) {
    return {};
  }
  return writer_.copyPredictions(stage, entry.folder / kPredictionLog);
}

Status RunContext::givePredictions(const record::StageId& stage, const store::StageWriter& entry) {
  const std::filesystem::path file = writer_.predictionsFile(stage);
  std::error_code error;
  if (std::filesystem::exists(file, error)) {
    std::filesystem::copy_file(file, entry.folder() / kPredictionLog, error);
  }
  return error ? Status(systemError(sentence("copy"), file, error.value())) : Status{};
}

void RunContext::fail(const Error& error, std::optional<record::StageId> stage) {
  {
    const std::lock_guard lock(failure_mutex_);
    if (failure_) {
      return;
    }
    const std::int64_t step = stage ? last_steps_.at(*stage).load() : 0;
    failure_ = record::RunFailed{.error = error, .stage = stage, .step = step};
  }
  control.stop(record::StopMode::Keep);
}

bool RunContext::hasFailed() const {
  const std::lock_guard lock(failure_mutex_);
  return failure_.has_value();
}

std::filesystem::path RunContext::checkpointFile(const record::StageId& stage) {
  return writer_.checkpointFile(stage);
}

std::filesystem::path RunContext::folder() {
  return writer_.folder();
}

Status RunContext::sync() {
  const std::lock_guard lock(emit_mutex_);
  return writer_.sync();
}

Result<record::RunSummary> RunContext::summarise() {
  const auto labels = data::labelsAt(setup.test_labels, setup.splits.test);
  const auto weak = train::argmaxOf(weak_labels.test);
  const auto ceiling_predictions = train::argmaxOf(ceiling.test_probabilities);

  record::RunSummary summary;
  summary.weak = weak_test;
  summary.ceiling = ceiling.last.test;
  summary.final_step = {.step = student.last.step, .accuracy = student.last.test.accuracy};
  summary.best_agreement = {.step = student.best_agreement.step,
                            .accuracy = student.best_agreement.accuracy};
  summary.oracle = {.step = student.oracle.step, .accuracy = student.oracle.accuracy};

  const at::Tensor* selected = &student.test_probabilities;
  if (setup.config.evaluation.selection == config::Selection::BestAgreement) {
    selected = &student.best_agreement.test_probabilities;
  } else if (setup.config.evaluation.selection == config::Selection::Oracle) {
    selected = &student.oracle.test_probabilities;
  }
  const auto predictions = train::argmaxOf(*selected);
  summary.student = metrics::performanceOf(predictions, labels);
  if (selected == &student.test_probabilities) {
    summary.student.loss = student.last.test.loss;
  }
  summary.agreement = metrics::agreementOf(weak, predictions, labels);
  summary.student_used_ground_truth =
      used_ground_truth_ || objective::readsGroundTruth(setup.config.objective) ||
      setup.config.evaluation.selection == config::Selection::Oracle;

  const auto weak_right = rightOnes(weak, labels);
  const auto student_right = rightOnes(predictions, labels);
  const auto ceiling_right = rightOnes(ceiling_predictions, labels);
  const auto pgr_against = [&](const std::vector<std::uint8_t>& right) {
    return metrics::pgrOfRows({.weak_right = weak_right,
                               .student_right = student_right,
                               .ceiling_right = right,
                               .majority_share = metrics::majorityShare(labels, classes())},
                              kBootstrapResamples, seedOf("pgr_bootstrap"));
  };
  summary.pgr = pgr_against(ceiling_right);
  if (const ModelResult* common = commonCeiling()) {
    summary.common = {
        .ceiling = common->last.test,
        .pgr = pgr_against(rightOnes(train::argmaxOf(common->test_probabilities), labels))};
  }
  summary.seconds = clock.seconds();
  W2S_CHECK(savePredictions());
  W2S_CHECK(writer_.writeSummary(summary));
  return summary;
}

const ModelResult* RunContext::commonCeiling() const {
  if (!setup.config.common_ceiling.train) {
    return nullptr;
  }
  return isPlanned(record::stage::kCommonCeiling) ? &common_ceiling : &ceiling;
}

Status RunContext::savePredictions() {
  const auto labelsOf = [](const data::Labels& labels, const std::vector<std::int64_t>& rows) {
    return at::tensor(data::labelsAt(labels, rows), at::kLong);
  };
  NamedTensors tensors{
      {"weak.test", weak_labels.test},
      {"weak.transfer", weak_labels.transfer},
      {"ceiling.test", ceiling.test_probabilities},
      {"ceiling.transfer", ceiling.transfer_probabilities},
      {"student.test", student.test_probabilities},
      {"student.transfer", student.transfer_probabilities},
      {"test.rows", at::tensor(setup.splits.test, at::kLong)},
      {"test.labels", labelsOf(setup.test_labels, setup.splits.test)},
      {"transfer.rows", at::tensor(setup.splits.transfer, at::kLong)},
      {"transfer.labels", labelsOf(setup.train_labels, setup.splits.transfer)},
  };
  if (isPlanned(record::stage::kCommonCeiling)) {
    tensors.emplace_back("common_ceiling.test", common_ceiling.test_probabilities);
    tensors.emplace_back("common_ceiling.transfer", common_ceiling.transfer_probabilities);
  }
  return writeSafetensors(writer_.folder() / "predictions.safetensors", tensors,
                          {{"format", "w2s-predictions-1"}});
}

void RunContext::conclude(const std::optional<record::RunSummary>& summary) {
  record::Event terminal = record::RunStopped{.kept = control.stopMode() == record::StopMode::Keep};
  if (summary) {
    terminal = record::RunFinished{.summary = *summary};
  }
  std::optional<record::RunFailed> failure;
  {
    const std::lock_guard lock(failure_mutex_);
    failure = failure_;
  }
  if (failure) {
    terminal = *failure;
  }
  const bool discard = std::holds_alternative<record::RunStopped>(terminal) &&
                       control.stopMode() == record::StopMode::Discard;
  {
    const std::lock_guard lock(emit_mutex_);
    if (const Status written = writer_.write(terminal, clock.seconds()); !written) {
      // The run stays "interrupted" on disk and can be continued; whoever watches still learns how it ended.
      logger("w2s.run")->error("{}", written.error().message);
    }
    const Status closed = discard ? store::discardRun(std::move(writer_)) : writer_.finish();
    if (!closed) {
      logger("w2s.run")->error("{}", closed.error().message);
    }
    is_over_ = true;
    sink_.onEvent(id_, terminal);
  }
  // Whoever keeps the run's handle keeps no tensors with it.
  weak_model.reset();
  weak_labels = {};
  features = {};
  ceiling = {};
  common_ceiling = {};
  student = {};
}

}  // namespace w2s::pipeline
