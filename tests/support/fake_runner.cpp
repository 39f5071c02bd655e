#include "tests/support/fake_runner.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <condition_variable>
#include <stop_token>
#include <thread>

#include <fmt/format.h>

#include "core/base/seed.h"
#include "core/record/work_clock.h"
#include "tests/support/step_rows.h"

namespace w2s::test {

using record::DivergenceDecision;
using record::Event;
using record::Intervention;
using record::LiveParameter;
using record::RunRequest;
using record::StageId;
namespace stage = record::stage;
using record::StepUnit;
using record::StopMode;

namespace {

constexpr std::int64_t kTestRows = 10000;
constexpr double kWeakAccuracy = 0.668;
constexpr std::int64_t kStepsOfEpoch = 40;

double noise(std::uint64_t seed, std::string_view purpose, std::int64_t step) {
  SplitMix64 random(Seed{seed}.child(purpose).child(static_cast<std::uint64_t>(step)));
  return random.normal();
}

double effective(const config::Schedule& schedule, double s) {
  const double warmup = schedule.warmup > 0.0 ? std::min(1.0, s / schedule.warmup) : 1.0;
  const double shape = schedule.shape == config::ScheduleShape::Linear ? 1.0 - s
                       : schedule.shape == config::ScheduleShape::Cosine
                           ? 0.5 * (1.0 + std::cos(3.14159265358979 * s))
                           : 1.0;
  return schedule.base * warmup * shape;
}

}  // namespace

class FakeRun final : public engine::RunHandle {
 public:
  FakeRun(std::string id, RunRequest request, FakeRunnerOptions options, bool cached,
          record::EventSink& sink)
      : id_(std::move(id)),
        request_(std::move(request)),
        options_(options),
        cached_(cached),
        sink_(sink),
        config_(request_.config),
        seed_(static_cast<std::uint64_t>(request_.seed)),
        paused_(request_.start_paused),
        speed_(request_.steps_per_second),
        thread_([this](const std::stop_token& token) { work(token); }) {}

  [[nodiscard]] const std::string& id() const override {
    return id_;
  }
  void pause() override {
    change([this] {
      paused_ = true;
      allowed_ = kUnlimited;
    });
  }
  void resume() override {
    change([this] {
      paused_ = false;
      allowed_ = kUnlimited;
    });
  }
  void step(StepUnit unit) override {
    change([this, unit] {
      step_request_ = unit;
      paused_ = false;
    });
  }
  void stop(StopMode mode) override {
    change([this, mode] { stop_ = mode; });
  }
  void setSpeed(double steps_per_second) override {
    change([this, steps_per_second] { speed_ = steps_per_second; });
  }
  void set(LiveParameter parameter, double value) override {
    change([this, parameter, value] { changes_.emplace_back(parameter, value); });
  }
  void decide(DivergenceDecision decision) override {
    change([this, decision] { decision_ = decision; });
  }
  [[nodiscard]] bool isPaused() const override {
    const std::lock_guard lock(mutex_);
    return paused_;
  }
  [[nodiscard]] bool isOver() const override {
    const std::lock_guard lock(mutex_);
    return over_;
  }
  [[nodiscard]] double seconds() const override {
    return clock_.seconds();
  }
  void letPrepare() {
    change([this] { options_.hold_preparation = false; });
  }
  void waitUntilOver() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return over_; });
  }
  [[nodiscard]] std::vector<std::pair<LiveParameter, double>> receivedChanges() const {
    const std::lock_guard lock(mutex_);
    return received_;
  }

 private:
  static constexpr std::int64_t kUnlimited = -1;
  enum class Go { On, Stopped };

  template <class F>
  void change(F&& f) {
    {
      const std::lock_guard lock(mutex_);
      f();
    }
    changed_.notify_all();
  }

  void tell(const Event& event) {
    sink_.onEvent(id_, event);
  }

  void work(const std::stop_token& token) {
    token_ = token;
    const record::WorkShift shift(clock_);
    const Event end = waitForData() == Go::Stopped ? stoppedEvent() : train();
    // Over before the last event, as a listener may start the next run at once.
    change([this] { over_ = true; });
    tell(end);
  }

  // As a data source that takes long to load.
  Go waitForData() {
    std::unique_lock lock(mutex_);
    const auto stopped = [this] { return stop_.has_value() || token_.stop_requested(); };
    changed_.wait(lock, token_, [&] { return !options_.hold_preparation || stopped(); });
    return stopped() ? Go::Stopped : Go::On;
  }

  Event train() {
    tell(record::RunStarted{
        .name = config_.name,
        .seed = request_.seed,
        .device = "cpu",
        .stages = {plan(stage::kWeak, 0, cached_), plan(stage::kWeakLabels, 20000, cached_),
                   plan(stage::kFeatures, 25000, cached_),
                   plan(stage::kCeiling, config_.optimizer.steps, cached_),
                   plan(stage::kStudent, config_.optimizer.steps, false)}});
    if (request_.start_paused) {
      told_pause_ = true;
      tell(record::RunPaused{});
    }
    if (prepare() == Go::Stopped) {
      return stoppedEvent();
    }
    tell(record::StageStarted{.stage = stage::kStudent, .steps = config_.optimizer.steps});
    evaluate(stage::kStudent, 0);
    while (student_step_ < config_.optimizer.steps) {
      if (gate() == Go::Stopped) {
        return stoppedEvent();
      }
      adoptChanges();
      if (config_.optimizer.learning_rate.base > options_.diverges_above) {
        if (divergeAndWait() == Go::Stopped) {
          return stoppedEvent();
        }
        continue;
      }
      if (!cached_) {
        trainOne(stage::kCeiling, ceiling_step_, ceiling_skill_);
      }
      trainOne(stage::kStudent, student_step_, student_skill_);
      if (options_.fail_at_step > 0 && student_step_ >= options_.fail_at_step) {
        return record::RunFailed{
            .error = options_.failure.value_or(
                Error{ErrorCode::OutOfMemory,
                      fmt::format("The student ran out of memory at step {}: a batch of 128 rows "
                                  "needs 3.1 GiB. Choose a smaller batch.",
                                  student_step_),
                      "alloc: 3328599654 bytes"}),
            .stage = stage::kStudent,
            .step = student_step_};
      }
    }
    if (!cached_) {
      tell(record::StageFinished{
          .stage = stage::kCeiling, .seconds = 1.9, .test = performance(ceilingAccuracy())});
    }
    tell(record::StageFinished{
        .stage = stage::kStudent, .seconds = 2.1, .test = performance(studentAccuracy())});
    return record::RunFinished{.summary = summary()};
  }

  Event stoppedEvent() {
    const std::lock_guard lock(mutex_);
    return record::RunStopped{.kept = !stop_ || *stop_ == StopMode::Keep};
  }

  record::PlannedStage plan(const StageId& kind, std::int64_t steps, bool cached) const {
    record::PlannedStage planned = record::describedStage(kind);
    planned.fingerprint = fmt::format("{}-{}", kind, seed_);
    planned.steps = steps;
    planned.cached = cached;
    return planned;
  }

  Go prepare() {
    for (const StageId stage : {stage::kWeak, stage::kWeakLabels, stage::kFeatures}) {
      const std::int64_t rows = stage == stage::kWeak ? 0 : 20000;
      tell(record::StageStarted{.stage = stage, .steps = rows});
      for (std::int64_t done = 2000; !cached_ && done <= rows; done += 2000) {
        if (const std::lock_guard lock(mutex_); stop_ || token_.stop_requested()) {
          return Go::Stopped;
        }
        tell(record::StageProgressed{.stage = stage, .done = done, .total = rows, .unit = "rows"});
      }
      tell(record::StageFinished{
          .stage = stage,
          .seconds = 0.1,
          .from_cache = cached_,
          .test = stage == stage::kWeak ? performance(weakAccuracy()) : metrics::Performance{}});
    }
    tell(record::StageStarted{.stage = stage::kCeiling, .steps = config_.optimizer.steps});
    evaluate(stage::kCeiling, 0);
    if (cached_) {
      while (ceiling_step_ < config_.optimizer.steps) {
        trainOne(stage::kCeiling, ceiling_step_, ceiling_skill_);
      }
      tell(record::StageFinished{.stage = stage::kCeiling,
                                 .seconds = 1.9,
                                 .from_cache = true,
                                 .test = performance(ceilingAccuracy())});
    }
    return Go::On;
  }

  // Before each step: waits while paused, counts down what a step request allows, keeps the pace.
  Go gate() {
    std::unique_lock lock(mutex_);
    const auto stopped = [this] { return stop_.has_value() || token_.stop_requested(); };
    if (allowed_ == 0) {
      allowed_ = kUnlimited;
      paused_ = !step_request_;
    }
    if (paused_ && !told_pause_ && !stopped()) {
      told_pause_ = true;
      lock.unlock();
      tell(record::RunPaused{});
      lock.lock();
    }
    {
      const record::WorkBreak pause(clock_);
      changed_.wait(lock, token_, [&] { return !paused_ || stopped(); });
    }
    if (stopped()) {
      return Go::Stopped;
    }
    if (told_pause_) {
      told_pause_ = false;
      lock.unlock();
      tell(record::RunContinued{});
      lock.lock();
    }
    if (step_request_) {
      const auto up_to = [this](std::int64_t every) { return every - student_step_ % every; };
      allowed_ = *step_request_ == StepUnit::Batch        ? 1
                 : *step_request_ == StepUnit::Evaluation ? up_to(options_.evaluate_every)
                                                          : up_to(kStepsOfEpoch);
      step_request_.reset();
    }
    if (allowed_ > 0) {
      --allowed_;
    } else if (const double speed = speed_; speed > 0.0) {
      const auto pause = std::chrono::duration<double>(1.0 / speed);
      changed_.wait_for(lock, token_, pause,
                        [&] { return stopped() || paused_ || speed_ != speed; });
    }
    return stopped() ? Go::Stopped : Go::On;
  }

  void adoptChanges() {
    std::vector<std::pair<LiveParameter, double>> changes;
    {
      const std::lock_guard lock(mutex_);
      changes.swap(changes_);
      received_.insert(received_.end(), changes.begin(), changes.end());
    }
    for (const auto& [parameter, value] : changes) {
      intervene(parameter, value);
    }
    if (request_.common_changes != nullptr) {
      for (const auto& [parameter, value] : request_.common_changes->begin(student_step_, place_)) {
        intervene(parameter, value);
      }
    }
    for (const Intervention& again : request_.replay) {
      if (again.step == student_step_) {
        intervene(again.parameter, again.new_value);
      }
    }
  }

  void intervene(LiveParameter parameter, double value) {
    const double old = record::valueIn(config_, parameter);
    record::setValueIn(config_, parameter, value);
    tell(record::Intervened{Intervention{student_step_, parameter, old, value}});
  }

  Go divergeAndWait() {
    const std::int64_t good = student_step_ - student_step_ % options_.evaluate_every;
    tell(record::Diverged{
        .stage = stage::kStudent, .step = student_step_ + 1, .term = "kd", .last_good_step = good});
    DivergenceDecision decision{};
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, token_, [this] { return decision_ || stop_ || !changes_.empty(); });
      if (stop_ || token_.stop_requested()) {
        return Go::Stopped;
      }
      decision =
          std::exchange(decision_, std::nullopt).value_or(DivergenceDecision::RewindToLastGood);
    }
    student_step_ = good;
    tell(record::Rewound{.stage = stage::kStudent, .step = good});
    const double rate = config_.optimizer.learning_rate.base;
    // Going back alone would diverge again; the fake then trains at the highest rate it can.
    intervene(LiveParameter::LearningRate, decision == DivergenceDecision::HalveLearningRateAndRetry
                                               ? rate / 2.0
                                               : options_.diverges_above);
    return Go::On;
  }

  void trainOne(const StageId& stage, std::int64_t& step, double& skill) {
    if (step >= config_.optimizer.steps) {
      return;
    }
    const double s = static_cast<double>(step) / static_cast<double>(config_.optimizer.steps);
    ++step;
    const double rate = config_.optimizer.learning_rate.base / 3e-3;
    skill += (1.0 - skill) * std::min(0.5, 0.028 * rate);
    test::StepRow row;
    row.step = step;
    row.learning_rate = effective(config_.optimizer.learning_rate, s);
    row.temperature = config_.objective.temperature;
    const double jitter = noise(seed_, stage == stage::kStudent ? "student" : "ceiling", step);
    if (stage == stage::kCeiling) {
      row.ground_truth = 0.36 + 1.9 * (1.0 - skill) + 0.05 * jitter;
      row.ground_truth_weight = 1.0;
    } else {
      const double k = effective(config_.objective.kd_weight, s);
      const bool none = std::holds_alternative<config::NoConfidence>(config_.objective.confidence);
      const double a = none ? 0.0 : effective(config_.objective.confidence_weight, s);
      row.kd = 0.42 + 1.7 * (1.0 - skill) + 0.06 * jitter;
      row.confidence = 0.22 + 0.9 * (1.0 - skill) + 0.04 * noise(seed_, "confidence", step);
      row.ground_truth = 0.5 + 1.6 * (1.0 - skill) + 0.05 * jitter;
      row.kd_weight = k * (1.0 - a);
      row.confidence_weight = k * a;
      row.ground_truth_weight = effective(config_.objective.ground_truth_weight, s);
    }
    row.total = row.kd_weight * row.kd + row.confidence_weight * row.confidence +
                row.ground_truth_weight * row.ground_truth;
    tell(record::StepsMeasured{.stage = stage, .rows = test::blockOf(row)});
    if (step % options_.evaluate_every == 0 || step == config_.optimizer.steps) {
      evaluate(stage, step);
    }
  }

  [[nodiscard]] double weakAccuracy() const {
    return kWeakAccuracy + 0.004 * noise(seed_, "weak", 0);
  }
  [[nodiscard]] double ceilingAccuracy() const {
    return 0.1 + (options_.ceiling_accuracy - 0.1) * std::pow(ceiling_skill_, 0.6);
  }
  // The confidence term lifts the student, hard and cold distillation lowers it.
  [[nodiscard]] double studentAccuracy() const {
    const bool none = std::holds_alternative<config::NoConfidence>(config_.objective.confidence);
    const double a = none ? 0.0 : config_.objective.confidence_weight.base;
    const double g = std::min(1.0, config_.objective.ground_truth_weight.base);
    const double recovered = std::clamp(0.50 + 0.22 * a * (1.4 - a) + 0.2 * g, 0.0, 0.95);
    const double best = kWeakAccuracy + recovered * (0.861 - kWeakAccuracy);
    return 0.1 + (best - 0.1) * std::pow(student_skill_, 0.8);
  }
  static metrics::Performance performance(double accuracy) {
    return {.accuracy = std::round(accuracy * kTestRows) / kTestRows,
            .loss = 0.9 - 0.5 * accuracy,
            .n = kTestRows};
  }

  void evaluate(const StageId& stage, std::int64_t step) {
    const bool student = stage == stage::kStudent;
    const double accuracy = (student ? studentAccuracy() : ceilingAccuracy()) +
                            0.004 * noise(seed_, student ? "student eval" : "ceiling eval", step);
    metrics::Evaluation evaluation;
    evaluation.step = step;
    evaluation.seconds = static_cast<double>(step) * 0.004;
    evaluation.test = performance(accuracy);
    if (student) {
      evaluation.test_agreement = agreement();
      evaluation.validation_agreement = 0.1 + 0.6 * student_skill_;
      evaluation.confidence = confidence(evaluation.test.accuracy);
    }
    tell(record::Evaluated{.stage = stage, .evaluation = evaluation});
  }

  // Sure more and more often, and a little surer than it ought to be.
  [[nodiscard]] std::vector<metrics::ConfidenceBin> confidence(double accuracy) const {
    std::vector<metrics::ConfidenceBin> bins(metrics::kConfidenceBins);
    std::vector<double> share(bins.size());
    double all = 0.0;
    for (std::size_t b = 2; b < bins.size(); ++b) {
      const double p = (static_cast<double>(b) + 0.5) / metrics::kConfidenceBins;
      share[b] = std::exp(5.0 * accuracy * p);
      all += share[b];
    }
    for (std::size_t b = 2; b < bins.size(); ++b) {
      const double p = (static_cast<double>(b) + 0.5) / metrics::kConfidenceBins;
      bins[b].n = std::llround(share[b] / all * kTestRows);
      bins[b].confidence = p;
      bins[b].right = std::llround(static_cast<double>(bins[b].n) * p * (0.8 + 0.15 * p));
    }
    return bins;
  }

  [[nodiscard]] metrics::Agreement agreement() const {
    const double right = 0.1 + 0.84 * std::pow(student_skill_, 0.7);
    const double wrong = 0.1 + 0.42 * student_skill_;
    const double accuracy = studentAccuracy();
    return {.overall = kWeakAccuracy * right + (1.0 - kWeakAccuracy) * wrong,
            .weak_right = right,
            .weak_wrong = wrong,
            .correction = std::max(0.0, (accuracy - kWeakAccuracy * right) / (1.0 - kWeakAccuracy)),
            .harm = 1.0 - right,
            .weak_right_rows = 6680,
            .weak_wrong_rows = 3320};
  }

  [[nodiscard]] record::RunSummary summary() const {
    record::RunSummary summary;
    summary.weak = performance(weakAccuracy());
    summary.ceiling = performance(ceilingAccuracy());
    summary.student = performance(studentAccuracy());
    summary.agreement = agreement();
    summary.final_step = {config_.optimizer.steps, summary.student.accuracy};
    summary.best_agreement = summary.oracle = summary.final_step;
    const double gap = summary.ceiling.accuracy - summary.weak.accuracy;
    if (gap > 0.0) {
      const double pgr = (summary.student.accuracy - summary.weak.accuracy) / gap;
      summary.pgr = {
          .signed_value = pgr,
          .book_value = std::max(0.0, pgr),
          .ci95 = metrics::Interval{pgr - 0.04, pgr + 0.04},
          .status = gap < 0.01 ? metrics::PgrStatus::GapNotSignificant : metrics::PgrStatus::Ok};
    } else {
      summary.pgr.status = metrics::PgrStatus::CeilingNotAboveWeak;
    }
    summary.seconds = 4.2;
    return summary;
  }

  std::string id_;
  RunRequest request_;
  FakeRunnerOptions options_;
  bool cached_;
  record::EventSink& sink_;
  config::ExperimentConfig config_;
  std::uint64_t seed_;
  std::stop_token token_;

  // Of the worker.
  std::int64_t student_step_ = 0;
  std::int64_t ceiling_step_ = 0;
  double student_skill_ = 0.0;
  double ceiling_skill_ = 0.0;
  bool told_pause_ = false;
  record::CommonChanges::Place place_;

  mutable std::mutex mutex_;
  std::condition_variable_any changed_;
  bool paused_;
  std::optional<StepUnit> step_request_;
  std::int64_t allowed_ = kUnlimited;  // steps until the next pause
  double speed_;
  std::optional<StopMode> stop_;
  std::optional<DivergenceDecision> decision_;
  std::vector<std::pair<LiveParameter, double>> changes_;
  std::vector<std::pair<LiveParameter, double>> received_;
  bool over_ = false;
  record::WorkClock clock_;
  std::jthread thread_;  // last: starts when everything else is there
};

FakeRunner::FakeRunner(FakeRunnerOptions options) : options_(std::move(options)) {}

FakeRunner::~FakeRunner() = default;

Result<std::shared_ptr<engine::RunHandle>> FakeRunner::start(const RunRequest& request,
                                                             record::EventSink& sink) {
  const std::lock_guard lock(mutex_);
  requests_.push_back(request);
  if (options_.refuse_start) {
    return tl::unexpected<Error>(*options_.refuse_start);
  }
  const bool cached = !cached_seeds_.insert(request.seed).second;
  auto run = std::make_shared<FakeRun>(fmt::format("run-{:04}", requests_.size()), request,
                                       options_, cached, sink);
  runs_.push_back(run);
  return run;
}

void FakeRunner::letPrepare() {
  const std::lock_guard lock(mutex_);
  options_.hold_preparation = false;
  for (const auto& run : runs_) {
    run->letPrepare();
  }
}

void FakeRunner::prepare(const config::ExperimentConfig& config, std::int64_t seed) {
  const std::lock_guard lock(mutex_);
  prepared_.emplace_back(config, seed);
}

std::vector<std::pair<config::ExperimentConfig, std::int64_t>> FakeRunner::prepared() const {
  const std::lock_guard lock(mutex_);
  return prepared_;
}

void FakeRunner::wait(const std::vector<std::shared_ptr<engine::RunHandle>>& runs) {
  for (const auto& run : runs) {
    std::static_pointer_cast<FakeRun>(run)->waitUntilOver();
  }
}

std::vector<RunRequest> FakeRunner::requests() const {
  const std::lock_guard lock(mutex_);
  return requests_;
}

std::vector<std::pair<LiveParameter, double>> FakeRunner::receivedChanges() const {
  const std::lock_guard lock(mutex_);
  return runs_.empty() ? std::vector<std::pair<LiveParameter, double>>{}
                       : runs_.back()->receivedChanges();
}

}  // namespace w2s::test
