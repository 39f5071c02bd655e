#include "core/train/trainer.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>

#include <ATen/core/grad_mode.h>
#include <ATen/ops/index_select.h>
#include <ATen/ops/isfinite.h>

#include "core/objective/objective.h"
#include "core/objective/schedule.h"
#include "core/objective/terms.h"
#include "core/train/device_order.h"
#include "core/train/last_good_state.h"
#include "core/train/live_settings.h"
#include "core/train/optimizer.h"
#include "core/train/step_recorder.h"
#include "core/train/training_evaluations.h"
#include "core/train/training_intervals.h"
#include "core/train/training_pauses.h"
#include "core/train/training_time.h"

namespace w2s::train {

using record::DivergenceDecision;
using record::LiveParameter;
using record::RunControl;
using Clock = std::chrono::steady_clock;

namespace {

constexpr std::int64_t kMaxRowsHeld = 1024;

}  // namespace

class Trainer::Loop {
 public:
  Loop(TrainingSetup setup, RunControl& control, TrainingReport& report)
      : setup_(std::move(setup)),
        report_(report),
        objective_(setup_.supervision == nullptr ? objective::groundTruthAlone()
                                                 : setup_.objective),
        optimizer_(setup_.optimizer, setup_.model->parameters().values()),
        order_({setup_.rows, setup_.optimizer.batch_rows, setup_.seed.child("batch_order")},
               setup_.device),
        recorder_(objective::namesOf(objective_.terms()), setup_.device,
                  std::min(setup_.evaluate_every, kMaxRowsHeld)),
        live_(setup_, control),
        time_(report),
        evaluations_(setup_, report, time_),
        pauses_(control, report, time_),
        intervals_(setup_.evaluate_every, /*reports_by_time=*/setup_.device.is_cpu()),
        last_good_(setup_.last_good) {}

  Status restore(const TrainingState& stored) {
    W2S_CHECK(checkFits(stored, state()));
    load(stored);
    is_resumed_ = true;
    return {};
  }

  Result<TrainingOutcome> run() {
    time_.start();
    intervals_.start(Clock::now());
    if (setup_.evaluates_initial && !is_resumed_) {
      W2S_CHECK(evaluations_.takeInitial());
    }
    W2S_CHECK(last_good_.keep(state()));
    while (true) {
      W2S_TRY(Next next, beforeStep());
      if (next == Next::Step) {
        takeStep();
        W2S_TRY(next, afterStep());
      }
      if (next == Next::Stop) {
        return outcome(/*stopped=*/true);
      }
      if (next == Next::End) {
        return end();
      }
    }
  }

 private:
  // What the training does next. Look: whatever is due is looked at again.
  enum class Next { Step, Look, Stop, End };

  Result<Next> beforeStep() {
    if (isDone()) {
      W2S_CHECK(adoptChanges());  // the number of steps may have been raised
      if (isDone()) {
        return Next::End;
      }
    }
    W2S_TRY(const RunControl::Turn turn, waitForTurn());
    if (turn == RunControl::Turn::Stop) {
      W2S_CHECK(flush());
      W2S_CHECK(checkpoint());
      return Next::Stop;
    }
    if (recorder_.nonFinite()) {  // a GPU's values are known only when they are fetched
      return goBack();
    }
    W2S_CHECK(adoptChanges());
    if (isDone()) {
      return Next::Look;  // the change ended the training here
    }
    return lossIsOver() ? Next::End : Next::Step;
  }

  Result<TrainingOutcome> end() {
    W2S_CHECK(flush());
    W2S_CHECK(evaluations_.completeAt(step_));
    TrainingOutcome ended = outcome(/*stopped=*/false);
    if (!isDone()) {
      ended.ended_early = sentence(
          "All weights of the objective switch off when the student passes the weak supervisor, "
          "and it has; without a loss "
          "the training ended after step {} of {}.",
          step_, live_.optimizer().steps);
    }
    return ended;
  }

  [[nodiscard]] bool isDone() const {
    return step_ >= live_.optimizer().steps;
  }

  // --- state ---

  // Shares the tensors of model and optimiser, which the next step changes.
  TrainingState state() const {
    TrainingState state;
    state.step = step_;
    state.position = order_.position();
    for (const auto& [parameter, value] : record::liveValuesOf(live_.config())) {
      state.live_values.emplace(parameter.key(), value);
    }
    evaluations_.putInto(state);
    state.parameters = setup_.model->parameters().values();
    state.buffers = setup_.model->buffers();
    state.optimizer = optimizer_.state();
    return state;
  }

  void load(const TrainingState& state) {
    const at::NoGradGuard no_grad;
    step_ = state.step;
    order_.moveTo(state.position);
    evaluations_.load(state);
    at::Tensor values = setup_.model->parameters().values();
    values.copy_(state.parameters);
    const NamedTensors buffers = setup_.model->buffers();
    for (const auto& [name, tensor] : buffers) {
      if (const at::Tensor* stored = findTensor(state.buffers, name)) {
        at::Tensor target = tensor;
        target.copy_(*stored);
      }
    }
    optimizer_.load(state.optimizer);
    recorder_.clear();
    live_.goTo(step_, state.live_values);
  }

  TrainingOutcome outcome(bool stopped) {
    return {.stopped = stopped,
            .state = state(),
            .last_evaluation = evaluations_.last(),
            .seconds = time_.seconds()};
  }

  // --- control ---

  Result<RunControl::Turn> waitForTurn() {
    return pauses_.waitForTurn(
        gate_, [this] { return flush(); }, [this] { return checkpoint(); });
  }

  Status adoptChanges() {
    for (const auto& [parameter, value] : live_.due(step_)) {
      W2S_CHECK(adopt(parameter, value));
    }
    return {};
  }

  Status adopt(const LiveParameter& parameter, double value) {
    const auto change = live_.adopt(parameter, value, step_);
    if (!change) {
      return {};
    }
    W2S_CHECK(flush());  // the rows before the change are reported before it
    return report_.onIntervention(*change);
  }

  // --- one step ---

  [[nodiscard]] std::vector<double> weights() const {
    return objective::weightsAt(
        setup_.supervision == nullptr ? ground_truth_alone_ : live_.objective(), step_,
        live_.optimizer().steps, evaluations_.hasStudentPassed());
  }

  [[nodiscard]] bool readsTargets(const std::vector<double>& weights) const {
    for (std::size_t i = 0; i < weights.size(); ++i) {
      if (weights[i] != 0.0 &&
          std::holds_alternative<config::GroundTruth>(objective_.terms()[i].kind)) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool lossIsOver() const {
    return setup_.supervision != nullptr &&
           objective::isSwitchedOff(live_.objective(), evaluations_.hasStudentPassed());
  }

  void takeStep() {
    Batch batch{.rows = order_.next()};
    if (setup_.batch_inputs != nullptr) {
      batch.inputs = setup_.batch_inputs->inputs(batch.rows, step_);
    }
    const std::vector<double> term_weights = weights();
    const double learning_rate =
        objective::scheduledValue(live_.optimizer().learning_rate, step_, live_.optimizer().steps);
    const double temperature = setup_.supervision == nullptr ? 1.0 : live_.objective().temperature;
    at::Tensor weak;
    if (setup_.supervision != nullptr) {
      weak = setup_.supervision->weakProbabilities(batch);
    }
    at::Tensor targets;  // ground truth stays out of reach while no term with weight reads it
    if (readsTargets(term_weights)) {
      const at::NoGradGuard no_grad;
      targets = at::index_select(setup_.targets, 0, batch.rows);
    }
    if (setup_.row_weights.defined()) {
      const at::NoGradGuard no_grad;
      batch.row_weights = at::index_select(setup_.row_weights, 0, batch.rows);
    }
    const at::Tensor logits = setup_.model->forward(batch);
    const auto result = objective_.evaluate(
        {.logits = logits, .weak = weak, .targets = targets, .row_weights = batch.row_weights},
        term_weights, temperature);
    if (std::ranges::any_of(term_weights, [](double weight) { return weight != 0.0; })) {
      setup_.model->backward(result.gradient);
      optimizer_.step(setup_.model->parameters().gradient(), learning_rate);
    }
    ++step_;
    recorder_.record(step_, result.measured, term_weights, learning_rate, temperature);
  }

  Result<Next> afterStep() {
    gate_.epoch_ended = order_.epochEnded();
    const auto due = intervals_.after(step_, live_.optimizer().steps, Clock::now());
    if (due.evaluation || due.report || recorder_.isFull() || recorder_.nonFinite()) {
      W2S_CHECK(flush());
    }
    if (recorder_.nonFinite()) {
      return goBack();
    }
    if (due.evaluation) {
      W2S_CHECK(evaluations_.take(step_));
      gate_.evaluated = true;
      // The loss of this step was finite, but its update may have overflowed: the training does not
      // go back to such a state.
      if (at::isfinite(setup_.model->parameters().values()).all().item<bool>()) {
        W2S_CHECK(last_good_.keep(state()));
      }
    }
    if (due.checkpoint) {
      W2S_CHECK(flush());
      if (recorder_.nonFinite()) {
        return goBack();
      }
      W2S_CHECK(checkpoint());
    }
    return Next::Look;
  }

  // --- reporting ---

  Status flush() {
    auto rows = recorder_.flush();
    intervals_.noteReport(Clock::now());
    if (rows.empty()) {
      return {};
    }
    return report_.onSteps(std::move(rows));
  }

  // After flush(), so that a loss that is not finite is known: such a state is not kept.
  Status checkpoint() {
    if (recorder_.nonFinite()) {
      return {};
    }
    const auto begin = Clock::now();
    W2S_CHECK(report_.onCheckpoint(state()));
    intervals_.noteCheckpoint(begin, Clock::now());
    return {};
  }

  // A loss is not finite: asks what to do, goes back to the last good state, and acts on it.
  Result<Next> goBack() {
    const NonFinite bad = *recorder_.nonFinite();
    const auto decided = [&] {
      const TrainingTime::Break waiting(time_);
      return report_.onDivergence(bad.step, bad.term, last_good_.step());
    }();
    W2S_TRY(const auto decision, decided);
    const config::ExperimentConfig wanted = live_.config();
    W2S_TRY(const TrainingState good, last_good_.state());
    load(good);
    // A checkpoint of the abandoned steps must not outlive them: replaced before the record says
    // that they are void.
    W2S_CHECK(checkpoint());
    W2S_CHECK(report_.onRewound(step_));
    if (!decision) {
      return Next::Stop;
    }
    // What the person had changed since the good state still holds; it is recorded anew at the step
    // gone back to.
    for (auto [parameter, value] : record::liveValuesOf(wanted)) {
      if (parameter == LiveParameter::LearningRate &&
          decision == DivergenceDecision::HalveLearningRateAndRetry) {
        value /= 2.0;
      }
      W2S_CHECK(adopt(parameter, value));
    }
    return Next::Look;
  }

  TrainingSetup setup_;
  TrainingReport& report_;
  config::ObjectiveConfig ground_truth_alone_ = objective::groundTruthAlone();
  objective::Objective objective_;
  Optimizer optimizer_;
  DeviceOrder order_;
  StepRecorder recorder_;
  LiveSettings live_;
  RunControl::Gate gate_;
  std::int64_t step_ = 0;
  bool is_resumed_ = false;
  TrainingTime time_;
  TrainingEvaluations evaluations_;
  TrainingPauses pauses_;
  TrainingIntervals intervals_;
  LastGoodState last_good_;
};

Trainer::Trainer(TrainingSetup setup, RunControl& control, TrainingReport& report)
    : loop_(std::make_unique<Loop>(std::move(setup), control, report)) {}

Trainer::~Trainer() = default;

Status Trainer::restore(const TrainingState& state) {
  return loop_->restore(state);
}

Result<TrainingOutcome> Trainer::run() {
  return loop_->run();
}

}  // namespace w2s::train
