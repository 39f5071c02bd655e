#include "core/objective/terms.h"

#include <algorithm>

#include "core/objective/schedule.h"

namespace w2s::objective {
namespace {

AnyKind anyKind(const auto& alternative) {
  return std::visit([](const auto& kind) -> AnyKind { return kind; }, alternative);
}

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

// The schedules that decide whether a term trains at all. The confidence weight shares out the KD
// weight.
std::vector<const config::Schedule*> schedulesOf(const config::ObjectiveConfig& config) {
  std::vector<const config::Schedule*> schedules{&config.kd_weight, &config.ground_truth_weight,
                                                 &config.entropy_weight};
  for (const config::TermConfig& term : config.terms) {
    schedules.push_back(&term.weight);
  }
  return schedules;
}

}  // namespace

std::vector<std::string> namesOf(const std::vector<Term>& terms) {
  std::vector<std::string> names;
  names.reserve(terms.size());
  for (const Term& term : terms) {
    names.push_back(term.name);
  }
  return names;
}

std::vector<Term> termsOf(const config::ObjectiveConfig& config) {
  std::vector<Term> terms{{"kd", anyKind(config.divergence)},
                          {"confidence", anyKind(config.confidence)},
                          {"ground_truth", config::GroundTruth{}},
                          {"entropy", config::Entropy{}}};
  for (const config::TermConfig& term : config.terms) {
    terms.push_back({term.name, anyKind(term.kind)});
  }
  return terms;
}

config::ObjectiveConfig groundTruthAlone() {
  config::ObjectiveConfig config;
  config.kd_weight.base = 0.0;
  config.confidence = config::NoConfidence{};
  config.ground_truth_weight.base = 1.0;
  return config;
}

std::vector<double> weightsAt(const config::ObjectiveConfig& config, std::int64_t step,
                              std::int64_t steps, bool student_passed) {
  const auto valueOf = [&](const config::Schedule& schedule) {
    return scheduledValue(schedule, step, steps, student_passed);
  };
  const double k = valueOf(config.kd_weight);
  const double a = confidenceShare(config, step, steps, student_passed);
  std::vector<double> weights{k * (1.0 - a), k * a, valueOf(config.ground_truth_weight),
                              valueOf(config.entropy_weight)};
  for (const config::TermConfig& term : config.terms) {
    weights.push_back(valueOf(term.weight));
  }
  return weights;
}

double totalOf(std::span<const double> values, std::span<const double> weights) {
  double total = 0.0;
  for (std::size_t term = 0; term < values.size(); ++term) {
    if (weights[term] != 0.0) {
      total += weights[term] * values[term];
    }
  }
  return total;
}

bool isSwitchedOff(const config::ObjectiveConfig& config, bool student_passed) {
  const auto schedules = schedulesOf(config);
  const auto has_weight = [](const config::Schedule* weight) { return weight->base != 0.0; };
  return student_passed && std::ranges::any_of(schedules, has_weight) &&
         std::ranges::all_of(schedules, [&](const config::Schedule* weight) {
           return !has_weight(weight) || needsStudentPassed(*weight);
         });
}

bool needsStudentPassed(const config::ObjectiveConfig& config) {
  const bool has_confidence = !std::holds_alternative<config::NoConfidence>(config.confidence);
  return (has_confidence && needsStudentPassed(config.confidence_weight)) ||
         std::ranges::any_of(schedulesOf(config), [](const config::Schedule* weight) {
           return needsStudentPassed(*weight);
         });
}

bool readsGroundTruth(const config::ObjectiveConfig& config) {
  bool has_weight = config.ground_truth_weight.base > 0.0;
  for (const config::TermConfig& term : config.terms) {
    has_weight = has_weight || (std::holds_alternative<config::GroundTruth>(term.kind) &&
                                term.weight.base != 0.0);
  }
  return (has_weight && config.ground_truth_fraction > 0.0) || needsStudentPassed(config);
}

bool weighsGroundTruth(const config::ObjectiveConfig& config, std::string_view key) {
  return key == "objective.ground_truth_weight.base" ||
         std::ranges::any_of(config.terms, [&](const config::TermConfig& term) {
           return std::holds_alternative<config::GroundTruth>(term.kind) &&
                  key == "objective.term." + term.name + ".weight.base";
         });
}

}  // namespace w2s::objective
