// What one evaluation tick says, as plain numbers. All shares are fractions in [0, 1]; NaN = not
// defined here.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

namespace w2s::metrics {

inline constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();

// Against ground truth, on `n` rows.
struct Performance {
  double accuracy = kUndefined;
  double loss = kUndefined;  // mean cross-entropy against ground truth, nats
  std::int64_t n = 0;
};

// How a student's predictions relate to the weak supervisor's, on test rows with ground truth.
// Right and wrong are the weak supervisor's. Identity (any number of classes): accuracy =
// weak_accuracy - harm * weak_accuracy + correction * (1 - weak_accuracy). Source: reference
// equations of Burns et al. 2023, section 5.1.3.
struct Agreement {
  double overall = kUndefined;  // share of rows with the same argmax
  double weak_right =
      kUndefined;  // the same, on rows where the weak supervisor is right (retention)
  double weak_wrong = kUndefined;  // the same, on rows where it is wrong (imitation of errors)
  double correction = kUndefined;  // share of weak-wrong rows the student gets right
  double harm = kUndefined;        // share of weak-right rows the student gets wrong
  std::int64_t weak_right_rows = 0;
  std::int64_t weak_wrong_rows = 0;
};

// Rows whose predicted class has a probability in one of kConfidenceBins equal bins of (0, 1]; bin
// b covers (b / B, (b + 1) / B], the first one 0 as well.
struct ConfidenceBin {
  std::int64_t n = 0;
  std::int64_t right = 0;   // of them, against ground truth
  double confidence = 0.0;  // their mean probability; 0 without rows
  friend bool operator==(const ConfidenceBin&, const ConfidenceBin&) = default;
};
inline constexpr int kConfidenceBins = 20;

struct Evaluation {
  std::int64_t step = 0;  // completed steps
  double seconds =
      0.0;  // since the stage (again) started, less pauses; wall clock, not reproducible
  Performance test;
  Agreement test_agreement;
  double validation_agreement =
      kUndefined;  // with weak labels on validation rows: honest, no ground truth
  double validation_accuracy =
      kUndefined;  // reads ground truth: drawn flagged, used by off_when_student_passes alone
  // Of the test rows; empty where it was not measured (runs of earlier versions).
  std::vector<ConfidenceBin> confidence = {};
};

}  // namespace w2s::metrics
