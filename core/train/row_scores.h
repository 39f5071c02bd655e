// What an evaluation keeps of each row of logits, in one pass over them on a CPU: the class of the
// highest score, and log-probabilities of that class and of the label.
//
// The numbers are those of at::argmax and at::log_softmax to the last bit. ATen's exponential and
// logarithm are those of SLEEF (1.0 ULP); the same steps are taken here, so only the order in which
// ATen adds a row's exponentials depends on the processor: scoreOrderOf() finds it by comparing.
// ATen handles a row of a few classes as a part of one vector, which costs ten times as much.
// No allocation. Thread-safe.
#pragma once

#include <cstdint>
#include <optional>

namespace w2s::train {

// How the exponentials of a row are added.
enum class ScoreOrder { InTurn, EightLanes };

// Contiguous row-major [rows, classes].
struct LogitRows {
  const float* data = nullptr;
  std::int64_t rows = 0;
  std::int64_t classes = 0;
};

// [rows] each.
struct RowScores {
  std::int64_t* best = nullptr;  // class of the highest score; of equal ones the first
  float* best_log_p = nullptr;   // log-probability of that class
  float* label_log_p = nullptr;  // log-probability of the label
};

// False: a score is NaN or a row's highest one infinite, or this processor has no such kernel; the output is of no
// use.
// `labels`: [rows] classes. `classes` is one that scoreOrderOf() answers.
[[nodiscard]] bool scoreRows(const LogitRows& logits, ScoreOrder order, const std::int64_t* labels,
                             const RowScores& scores);

// The classes alone; any number of them. False: a score is NaN, or there is no such kernel.
[[nodiscard]] bool bestOfRows(const LogitRows& logits, std::int64_t* best);

// The order that gives what at::log_softmax gives on this processor; empty: neither does, or the
// processor or the number of classes (2 to 15) has no kernel. Compares once a number of classes.
[[nodiscard]] std::optional<ScoreOrder> scoreOrderOf(std::int64_t classes);

}  // namespace w2s::train
