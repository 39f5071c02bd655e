// Weak labels: the weak supervisor's class probabilities for the rows a student meets, and what is
// made of them.
//
// Rows are in the order of the run's splits, so a label belongs to its row by construction. [N,K]
// float32 on the CPU, rows sum to 1. [0,K] for validation or test where another program made the
// labels and gave some of the rows none.
#pragma once

#include <filesystem>

#include <ATen/core/Tensor.h>

#include "core/base/result.h"

namespace w2s::supervision {

struct WeakLabels {
  at::Tensor transfer;    // what the student learns from
  at::Tensor validation;  // for honest selection
  at::Tensor test;        // for agreement and the weak floor
};

[[nodiscard]] Status saveWeakLabels(const std::filesystem::path& path, const WeakLabels& labels);
// Errors: missing or damaged file, tensors of another shape or type.
[[nodiscard]] Result<WeakLabels> loadWeakLabels(const std::filesystem::path& path);

// One-hot rows at each row's largest probability (the first of equal ones).
[[nodiscard]] at::Tensor hardened(const at::Tensor& probabilities);

}  // namespace w2s::supervision
