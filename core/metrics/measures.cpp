#include "core/metrics/measures.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/metrics/agreement.h"
#include "core/metrics/calibration.h"

namespace w2s::metrics {
namespace {

double accuracyOf(const Answers& answers) {
  return shareOfEqual(answers.predicted, answers.labels);
}

double crossEntropyOf(const Answers& answers) {
  double sum = 0.0;
  for (std::size_t i = 0; i < answers.rows(); ++i) {
    const float probability = answers.row(i)[static_cast<std::size_t>(answers.labels[i])];
    // A probability below it is no number of this kind with full precision; a tree's is 0. One that is
    // not a number stays so: a model that overflowed has no cross-entropy.
    constexpr float kSmallest = std::numeric_limits<float>::min();
    sum -= std::log(probability < kSmallest ? kSmallest : probability);
  }
  return answers.rows() > 0 ? sum / static_cast<double>(answers.rows()) : kUndefined;
}

double calibrationErrorOf(const Answers& answers) {
  std::vector<float> confidence;
  std::vector<std::uint8_t> right;
  for (std::size_t i = 0; i < answers.rows(); ++i) {
    confidence.push_back(answers.row(i)[static_cast<std::size_t>(answers.predicted[i])]);
    right.push_back(answers.predicted[i] == answers.labels[i] ? 1 : 0);
  }
  return calibrationOf(confidenceBinsOf(confidence, right)).expected_error;
}

}  // namespace

std::span<const Measure> measures() {
  static const std::vector<Measure> kMeasures{
      {.name = "accuracy",
       .title = sentence("accuracy"),
       .how = sentence("The share of test rows whose most probable class is the right one."),
       .unit = "",
       .better = Better::Higher,
       .of = accuracyOf},
      {.name = "cross_entropy",
       .title = sentence("cross-entropy"),
       .how = sentence("The mean of -log p over the test rows, p the probability of the right "
                       "class."),
       .unit = "nats",
       .better = Better::Lower,
       .of = crossEntropyOf},
      {.name = "calibration_error",
       .title = sentence("calibration error"),
       .how = sentence("The mean distance of confidence and accuracy over bins of equal width "
                       "(expected calibration error)."),
       .unit = "",
       .better = Better::Lower,
       .of = calibrationErrorOf},
  };
  return kMeasures;
}

std::string_view nameOf(Better better) {
  return better == Better::Higher ? "higher" : "lower";
}

const Measure* findMeasure(std::string_view name) {
  const auto all = measures();
  const auto found = std::ranges::find(all, name, &Measure::name);
  return found == all.end() ? nullptr : &*found;
}

std::vector<MeasuredGap> measureGap(const Answers& weak, const Answers& student,
                                    const Answers& ceiling) {
  std::vector<MeasuredGap> gap;
  for (const Measure& measure : measures()) {
    gap.push_back({.measure = std::string(measure.name),
                   .weak = measure.of(weak),
                   .student = measure.of(student),
                   .ceiling = measure.of(ceiling)});
  }
  return gap;
}

}  // namespace w2s::metrics
