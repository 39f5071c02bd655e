#include "tests/bench/our_side.h"

#include <algorithm>
#include <chrono>

#include <ATen/core/grad_mode.h>
#include <ATen/ops/zeros.h>

#include "core/models/head.h"
#include "core/objective/objective.h"
#include "core/record/run_control.h"
#include "core/supervision/delivery.h"
#include "core/train/batch_order.h"
#include "core/train/input_batches.h"
#include "core/train/linear_probe.h"
#include "core/train/network.h"
#include "core/train/trainer.h"

namespace w2s::bench {
namespace {

using Clock = std::chrono::steady_clock;

constexpr Seed kSeed{0};
constexpr std::int64_t kRowsAChunk = 250;  // as the features stage takes them

double secondsBetween(Clock::time_point begin, Clock::time_point end) {
  return std::chrono::duration<double>(end - begin).count();
}

// Asked once a step, so the calls' times are the steps' times.
class ClockedSupervision final : public train::Supervision {
 public:
  ClockedSupervision(const at::Tensor& weak, std::int64_t steps)
      : stored_(supervision::storedSupervision(weak)) {
    ticks_.reserve(static_cast<std::size_t>(steps));
  }

  [[nodiscard]] at::Tensor weakProbabilities(const train::Batch& batch) override {
    ticks_.push_back(Clock::now());
    return stored_->weakProbabilities(batch);
  }
  [[nodiscard]] const std::vector<Clock::time_point>& ticks() const {
    return ticks_;
  }

 private:
  std::unique_ptr<train::Supervision> stored_;
  std::vector<Clock::time_point> ticks_;
};

// Keeps the losses; a run would write them to its folder.
class KeepLosses final : public train::TrainingReport {
 public:
  std::vector<double> losses;

  Status onSteps(record::StepBlock rows) override {
    const auto& totals = rows.column("total");
    losses.insert(losses.end(), totals.begin(), totals.end());
    return {};
  }
  Status onEvaluation(const metrics::Evaluation&) override {
    return {};
  }
  Status onIntervention(const record::Intervention&) override {
    return {};
  }
  Status onPaused() override {
    return {};
  }
  Status onContinued() override {
    return {};
  }
  Status onCheckpoint(const train::TrainingState&) override {
    return {};
  }
  Result<std::optional<record::DivergenceDecision>> onDivergence(std::int64_t,
                                                                 const std::string& term,
                                                                 std::int64_t) override {
    return fail(ErrorCode::NonFinite, "The bench's training diverged: " + term + " is not finite.");
  }
  Status onRewound(std::int64_t) override {
    return {};
  }
};

// The steps of a training, timed from the first step that is not a warm-up. The evaluation after
// the last step is not among them, as it is not on the other side.
Result<Training> timedTraining(const Problem& problem, const TrainingTask& task,
                               train::Trainable& model, std::int64_t warm_up) {
  ClockedSupervision supervision(problem.weak, task.optimizer.steps);
  const train::Evaluator evaluator({.test_labels = problem.test_labels,
                                    .weak_test = {},
                                    .weak_validation = {},
                                    .validation_labels = {}},
                                   at::kCPU);
  train::TrainingSetup setup;
  setup.objective = task.objective;
  setup.optimizer = task.optimizer;
  setup.evaluate_every = task.optimizer.steps;
  setup.rows = problem.images.size(0);
  setup.seed = kSeed;
  setup.model = &model;
  setup.supervision = &supervision;
  setup.evaluator = &evaluator;
  train::InputBatches inputs(problem.images, config::Augmentation::None, kSeed);
  if (model.needs().inputs) {
    setup.batch_inputs = &inputs;
  }
  record::RunControl control;
  KeepLosses report;
  train::Trainer trainer(std::move(setup), control, report);
  W2S_TRY(const auto outcome, trainer.run());

  const auto& ticks = supervision.ticks();
  const auto first =
      static_cast<std::size_t>(std::min<std::int64_t>(warm_up, task.optimizer.steps - 2));
  std::vector<double> durations;
  for (std::size_t i = first; i + 1 < ticks.size(); ++i) {
    durations.push_back(secondsBetween(ticks[i], ticks[i + 1]));
  }
  const auto middle = durations.begin() + static_cast<std::ptrdiff_t>(durations.size() / 2);
  std::nth_element(durations.begin(), middle, durations.end());
  return Training{.steps_per_second = static_cast<double>(durations.size()) /
                                      secondsBetween(ticks[first], ticks.back()),
                  .median_step_seconds = *middle,
                  .losses = std::move(report.losses)};
}

}  // namespace

std::vector<std::vector<std::int64_t>> batchOrder(const Problem& problem,
                                                  const TrainingTask& task) {
  // The seed that the loop derives for its order (trainer.cpp).
  train::BatchOrder order(problem.images.size(0), task.optimizer.batch_rows,
                          kSeed.child("batch_order"));
  std::vector<std::vector<std::int64_t>> batches;
  for (std::int64_t step = 0; step < task.optimizer.steps; ++step) {
    const auto rows = order.next();
    batches.emplace_back(rows.begin(), rows.end());
  }
  return batches;
}

Result<Training> trainLinearHead(const Problem& problem, const TrainingTask& task) {
  train::LinearProbe probe({.trained_on = "transfer",
                            .splits = {{"transfer", problem.features},
                                       {"validation", problem.features},
                                       {"test", problem.test_features}}},
                           problem.weak.size(1));
  return timedTraining(problem, task, probe, /*warm_up=*/10);
}

Result<Training> fineTune(const Problem& problem, const TrainingTask& task) {
  W2S_TRY(const auto backbone, makeStrongBackbone(config::Tuning::Full));
  const auto few = std::min<std::int64_t>(problem.test_images.size(0), 500);
  Problem judged = problem;  // the evaluation is not timed, so it may be short
  judged.test_labels.resize(static_cast<std::size_t>(few));
  train::FineTuned model({.trained_on = "transfer",
                          .splits = {{"transfer", problem.images},
                                     {"validation", problem.images},
                                     {"test", problem.test_images.narrow(0, 0, few)}}},
                         backbone, problem.scaling,
                         models::Head::linear(backbone->width(), problem.weak.size(1)));
  return timedTraining(judged, task, model, /*warm_up=*/5);
}

Result<double> extractionRate(const Problem& problem) {
  const at::NoGradGuard no_grad;
  W2S_TRY(const auto backbone, makeStrongBackbone(config::Tuning::HeadOnly));
  const auto extract = [&](std::int64_t first) {
    const auto count = std::min(kRowsAChunk, problem.images.size(0) - first);
    return backbone->features(models::inputsOf(problem.images.narrow(0, first, count)),
                              models::Mode::Inference);
  };
  extract(0);
  std::vector<at::Tensor> parts;
  const auto begin = Clock::now();
  for (std::int64_t first = 0; first < problem.images.size(0); first += kRowsAChunk) {
    parts.push_back(extract(first));
  }
  return static_cast<double>(problem.images.size(0)) / secondsBetween(begin, Clock::now());
}

std::vector<ObjectiveTime> objectiveTimes(const Problem& problem, int calls) {
  struct Case {
    const char* name;
    config::Divergence divergence;
    config::Confidence confidence;
    double temperature;
  };
  const std::vector<Case> cases{
      {"forward KL", config::ForwardKl{}, config::NoConfidence{}, 1.0},
      {"forward KL, T = 2", config::ForwardKl{}, config::NoConfidence{}, 2.0},
      {"forward KL + threshold confidence", config::ForwardKl{}, config::ThresholdConfidence{},
       1.0},
      {"reverse KL", config::ReverseKl{}, config::NoConfidence{}, 1.0},
      {"Jensen-Shannon", config::JensenShannon{}, config::NoConfidence{}, 1.0},
  };
  const auto rows = std::min<std::int64_t>(problem.weak.size(0), 128);
  const at::Tensor weak = problem.weak.narrow(0, 0, rows).contiguous();
  const at::Tensor logits =
      problem.features.narrow(0, 0, rows).narrow(1, 0, weak.size(1)).contiguous();
  std::vector<ObjectiveTime> times;
  for (const Case& some : cases) {
    const objective::Objective objective(
        {.divergence = some.divergence, .confidence = some.confidence});
    std::vector<double> durations;
    for (int i = 0; i < calls; ++i) {
      const auto begin = Clock::now();
      const auto output =
          objective.evaluate({.logits = logits, .weak = weak, .targets = {}, .row_weights = {}},
                             std::vector{0.5, 0.5, 0.0, 0.0}, some.temperature);
      durations.push_back(secondsBetween(begin, Clock::now()));
    }
    const auto middle = durations.begin() + calls / 2;
    std::nth_element(durations.begin(), middle, durations.end());
    times.push_back({.name = some.name, .microseconds = *middle * 1e6});
  }
  return times;
}

}  // namespace w2s::bench
