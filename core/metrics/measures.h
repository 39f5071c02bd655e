// What the answers of a model are measured by: each measure is one description, and the list in
// measures.cpp is where one is added. At the end of a run each is computed for weak supervisor,
// student and ceiling on the test rows; summary.json, `w2s run --json`, `w2s runs show` and the cards
// of the window have it from there. A measure of a later version is kept under its name.
//
// Threads: any.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/sentence.h"

namespace w2s::metrics {

// What a model answers on rows whose ground truth is known.
struct Answers {
  std::span<const float> probabilities;     // [N,K], row after row
  std::span<const std::int64_t> labels;     // [N] in [0, K)
  std::span<const std::int64_t> predicted;  // [N] the class of the largest probability

  [[nodiscard]] std::size_t rows() const {
    return labels.size();
  }
  [[nodiscard]] std::size_t classes() const {
    return labels.empty() ? 0 : probabilities.size() / labels.size();
  }
  [[nodiscard]] std::span<const float> row(std::size_t i) const {
    return probabilities.subspan(i * classes(), classes());
  }
};

enum class Better { Higher, Lower };
// "higher", "lower"
[[nodiscard]] std::string_view nameOf(Better better);

struct Measure {
  std::string_view name;  // in files: lower-case letters and "_"; never changed
  Sentence title;         // "accuracy"
  Sentence how;           // how it is computed, in one sentence
  std::string_view unit;  // "nats"; empty: a share, shown in percent
  Better better = Better::Higher;
  double (*of)(const Answers& answers) = nullptr;  // NaN where it is not defined
};

[[nodiscard]] std::span<const Measure> measures();
// Null: no such measure in this version.
[[nodiscard]] const Measure* findMeasure(std::string_view name);

// A measure of the three models of a run.
struct MeasuredGap {
  std::string measure;
  double weak = 0.0;
  double student = 0.0;
  double ceiling = 0.0;
  friend bool operator==(const MeasuredGap&, const MeasuredGap&) = default;
};
// Every measure in the order of the list; NaN for a model without answers (no rows).
[[nodiscard]] std::vector<MeasuredGap> measureGap(const Answers& weak, const Answers& student,
                                                  const Answers& ceiling);

}  // namespace w2s::metrics
