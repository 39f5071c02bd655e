// The evaluations of a training: the last one, those that a selection rule may choose, and whether the
// student has passed the weak supervisor on the validation rows. Thread: the training's.
#pragma once

#include <cstdint>

#include "core/train/trainer.h"
#include "core/train/training_time.h"

namespace w2s::train {

class TrainingEvaluations {
 public:
  TrainingEvaluations(const TrainingSetup& setup, TrainingReport& report, const TrainingTime& time)
      : model_(*setup.model),
        evaluator_(*setup.evaluator),
        bar_(setup.weak_validation_accuracy),
        report_(report),
        time_(time) {}

  // Of the model that nobody has trained yet: measured, but no candidate of any selection.
  Status takeInitial() {
    auto result = evaluator_.evaluate(model_, 0);
    result.evaluation.seconds = time_.seconds();
    W2S_CHECK(report_.onPredictions(result));
    return report_.onEvaluation(result.evaluation);
  }

  Status take(std::int64_t step) {
    const auto result = judge(step);
    reported_step_ = step;
    W2S_CHECK(report_.onPredictions(result));
    return report_.onEvaluation(last_);
  }

  // Before the training ends after `step` steps: the last evaluation is of that model. One that was
  // reported before the training was continued is made again, without a report.
  Status completeAt(std::int64_t step) {
    if (step == judged_step_) {
      return {};
    }
    if (step != reported_step_) {
      return take(step);
    }
    judge(step);
    return {};
  }

  void putInto(TrainingState& state) const {
    state.evaluated_step = reported_step_;
    state.student_passed = student_passed_;
    state.best_agreement = best_agreement_;
    state.oracle = oracle_;
  }
  void load(const TrainingState& state) {
    reported_step_ = state.evaluated_step;
    student_passed_ = state.student_passed;
    best_agreement_ = state.best_agreement;
    oracle_ = state.oracle;
    judged_step_ = -1;
  }

  [[nodiscard]] const metrics::Evaluation& last() const {
    return last_;
  }
  [[nodiscard]] bool hasStudentPassed() const {
    return student_passed_;
  }

 private:
  Evaluator::Result judge(std::int64_t step) {
    auto result = evaluator_.evaluate(model_, step);
    last_ = result.evaluation;
    last_.seconds = time_.seconds();
    judged_step_ = step;
    takeIfBetter(best_agreement_, last_.validation_agreement, last_, result.test_logits);
    takeIfBetter(oracle_, last_.test.accuracy, last_, result.test_logits);
    student_passed_ = student_passed_ || last_.validation_accuracy > bar_;
    return result;
  }

  Trainable& model_;
  const Evaluator& evaluator_;
  const double bar_;
  TrainingReport& report_;
  const TrainingTime& time_;
  metrics::Evaluation last_;
  std::int64_t judged_step_ = -1;  // of the model that last_ describes
  std::int64_t reported_step_ = 0;
  bool student_passed_ = false;
  Candidate best_agreement_;
  Candidate oracle_;
};

}  // namespace w2s::train
