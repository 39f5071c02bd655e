#include "core/objective/term_weights.h"

#include <variant>

#include "core/objective/schedule.h"

namespace w2s::objective {
namespace {

// The released script multiplies by s itself instead of s / warmup, so the weight creeps to
// `warmup` times its base and then jumps (openai/weak-to-strong, weak_to_strong/loss.py,
// logconf_loss_fn; pull request 33 would mend it).
double openaiReferenceWeight(const config::Schedule& schedule, std::int64_t step,
                             std::int64_t steps, bool student_passed) {
  const double share = shareOfRun(step, steps);
  const double ramp = share > schedule.warmup ? 1.0 : share;
  return schedule.base * shapeAt(schedule, share, student_passed) * ramp;
}

double confidenceShare(const config::ObjectiveConfig& config, std::int64_t step, std::int64_t steps,
                       bool student_passed) {
  if (std::holds_alternative<config::NoConfidence>(config.confidence)) {
    return 0.0;
  }
  if (std::holds_alternative<config::OpenaiReferenceConfidence>(config.confidence)) {
    return openaiReferenceWeight(config.confidence_weight, step, steps, student_passed);
  }
  return scheduledValue(config.confidence_weight, step, steps, student_passed);
}

}  // namespace

TermWeights weightsAt(const config::ObjectiveConfig& config, std::int64_t step, std::int64_t steps,
                      bool student_passed) {
  const double k = scheduledValue(config.kd_weight, step, steps, student_passed);
  const double a = confidenceShare(config, step, steps, student_passed);
  return {.kd = k * (1.0 - a),
          .confidence = k * a,
          .ground_truth = scheduledValue(config.ground_truth_weight, step, steps, student_passed),
          .entropy = scheduledValue(config.entropy_weight, step, steps, student_passed)};
}

double totalOf(const TermValues& values, const TermWeights& weights) {
  const std::array<double, kTermCount> factors{weights.kd, weights.confidence, weights.ground_truth,
                                               weights.entropy};
  double total = 0.0;
  for (std::size_t term = 0; term < kTermCount; ++term) {
    if (factors[term] != 0.0) {
      total += factors[term] * values[term];
    }
  }
  return total;
}

bool isSwitchedOff(const config::ObjectiveConfig& config, bool student_passed) {
  // The confidence weight shares out the KD weight, so it decides nothing here.
  bool switches_off = false;
  for (const config::Schedule* weight :
       {&config.kd_weight, &config.ground_truth_weight, &config.entropy_weight}) {
    if (weight->base != 0.0 && !needsStudentPassed(*weight)) {
      return false;
    }
    switches_off = switches_off || weight->base != 0.0;
  }
  return switches_off && student_passed;
}

bool needsStudentPassed(const config::ObjectiveConfig& config) {
  const bool has_confidence = !std::holds_alternative<config::NoConfidence>(config.confidence);
  return needsStudentPassed(config.kd_weight) ||
         (has_confidence && needsStudentPassed(config.confidence_weight)) ||
         needsStudentPassed(config.ground_truth_weight) ||
         needsStudentPassed(config.entropy_weight);
}

bool readsGroundTruth(const config::ObjectiveConfig& config) {
  const bool sees_transfer_rows =
      config.ground_truth_weight.base > 0.0 && config.ground_truth_fraction > 0.0;
  return sees_transfer_rows || needsStudentPassed(config);
}

}  // namespace w2s::objective
