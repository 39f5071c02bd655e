// Accuracy, and what a student does with the weak supervisor's right and wrong answers.
//
// With acc_w and acc_s the accuracies of weak supervisor and student,
//
//   acc_s = acc_w (1 - harm) + (1 - acc_w) correction
//
// holds exactly for any number of classes. weak_wrong is the imitation of errors: a student that
// only copies its supervisor has weak_wrong = 1 and correction = 0.
// Source: Burns et al. 2023, section 5.1 (student-supervisor agreement).
#pragma once

#include <cassert>
#include <concepts>
#include <cstdint>
#include <ranges>

#include "core/metrics/evaluation.h"

namespace w2s::metrics {

// Class indices in one run of memory: std::vector or std::span of int64, int32, uint8, ...
template <class R>
concept ClassIndices = std::ranges::contiguous_range<R> && std::ranges::sized_range<R> &&
    std::integral<std::ranges::range_value_t<R>>;

namespace agreement_detail {

struct Counts {
  std::int64_t rows = 0;
  std::int64_t right = 0;       // weak right
  std::int64_t right_same = 0;  // weak right and student the same, so right too
  std::int64_t wrong_same = 0;  // weak wrong, student gives the same wrong answer
  std::int64_t corrected = 0;   // weak wrong, student right
};

[[nodiscard]] Agreement agreementFromCounts(const Counts& counts);

}  // namespace agreement_detail

// Predicted classes of both models and ground truth, [N] each, the same rows in the same order.
// Shares of an empty set of rows are NaN.
template <ClassIndices W, ClassIndices S, ClassIndices Y>
[[nodiscard]] Agreement agreementOf(const W& weak, const S& student, const Y& labels) {
  assert(std::ranges::size(weak) == std::ranges::size(labels));
  assert(std::ranges::size(student) == std::ranges::size(labels));
  const auto* const w = std::ranges::data(weak);
  const auto* const s = std::ranges::data(student);
  const auto* const y = std::ranges::data(labels);
  agreement_detail::Counts counts;
  counts.rows = static_cast<std::int64_t>(std::ranges::size(labels));
  for (std::int64_t i = 0; i < counts.rows; ++i) {
    const auto weak_class = static_cast<std::int64_t>(w[i]);
    const auto student_class = static_cast<std::int64_t>(s[i]);
    const auto label = static_cast<std::int64_t>(y[i]);
    const bool weak_right = weak_class == label;
    const bool same = weak_class == student_class;
    counts.right += weak_right;
    counts.right_same += weak_right && same;
    counts.wrong_same += !weak_right && same;
    counts.corrected += !weak_right && student_class == label;
  }
  return agreement_detail::agreementFromCounts(counts);
}

// Share of equal entries; NaN without rows. With labels: accuracy. With weak labels: agreement.
template <ClassIndices P, ClassIndices Q>
[[nodiscard]] double shareOfEqual(const P& first, const Q& second) {
  assert(std::ranges::size(first) == std::ranges::size(second));
  const auto* const a = std::ranges::data(first);
  const auto* const b = std::ranges::data(second);
  const auto rows = static_cast<std::int64_t>(std::ranges::size(first));
  std::int64_t equal = 0;
  for (std::int64_t i = 0; i < rows; ++i) {
    equal += static_cast<std::int64_t>(a[i]) == static_cast<std::int64_t>(b[i]);
  }
  return rows > 0 ? static_cast<double>(equal) / static_cast<double>(rows) : kUndefined;
}

// Predicted classes [N] against ground truth [N]; `loss` is the caller's mean cross-entropy, if it
// has one.
template <ClassIndices P, ClassIndices Y>
[[nodiscard]] Performance performanceOf(const P& predictions, const Y& labels,
                                        double loss = kUndefined) {
  return {.accuracy = shareOfEqual(predictions, labels),
          .loss = loss,
          .n = static_cast<std::int64_t>(std::ranges::size(labels))};
}

}  // namespace w2s::metrics
