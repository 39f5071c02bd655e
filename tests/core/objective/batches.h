// Batches for the objective's tests: random ones and the two-class batch of the golden values.
#pragma once

#include <array>
#include <vector>

#include <ATen/core/Tensor.h>
#include <ATen/ops/_softmax.h>
#include <ATen/ops/empty.h>

#include "core/base/seed.h"
#include "core/objective/objective.h"

namespace w2s::test {

inline at::Tensor matrix(std::int64_t rows, std::int64_t classes, const double* values) {
  at::Tensor tensor = at::empty({rows, classes}, at::kDouble);
  std::copy_n(values, rows * classes, tensor.mutable_data_ptr<double>());
  return tensor;
}

inline at::Tensor randomNormal(std::int64_t rows, std::int64_t classes, Seed seed) {
  SplitMix64 random(seed);
  at::Tensor tensor = at::empty({rows, classes}, at::kDouble);
  std::generate_n(tensor.mutable_data_ptr<double>(), rows * classes,
                  [&] { return random.normal(); });
  return tensor;
}

struct BatchOfTest {
  at::Tensor logits;
  at::Tensor weak;
  at::Tensor targets;
  at::Tensor row_weights = {};
  [[nodiscard]] objective::ObjectiveInput input() const {
    return {.logits = logits, .weak = weak, .targets = targets, .row_weights = row_weights};
  }
};

// Student and weak supervisor differ; every fourth row's ground truth must not be used.
inline BatchOfTest randomBatch(std::int64_t rows, std::int64_t classes, std::uint64_t seed) {
  SplitMix64 random(Seed(seed).child("targets"));
  BatchOfTest batch{
      .logits = randomNormal(rows, classes, Seed(seed).child("logits")).mul(1.5),
      .weak = at::_softmax(randomNormal(rows, classes, Seed(seed).child("weak")), 1, false),
      .targets = at::empty({rows}, at::kLong)};
  auto* targets = batch.targets.mutable_data_ptr<std::int64_t>();
  for (std::int64_t i = 0; i < rows; ++i) {
    targets[i] = i % 4 == 3
                     ? -1
                     : static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(classes)));
  }
  return batch;
}

// Weights of the default four terms, by name.
struct TermWeights {
  double kd = 0.0;
  double confidence = 0.0;
  double ground_truth = 0.0;
  double entropy = 0.0;
  [[nodiscard]] std::vector<double> list() const {
    return {kd, confidence, ground_truth, entropy};
  }
};

inline BatchOfTest goldenBatch() {
  constexpr std::array<double, 8> kLogits{1.2, -.3, .1, .4, -.8, .9, .5, .2};
  constexpr std::array<double, 8> kWeak{.8, .2, .6, .4, .1, .9, .3, .7};
  return {
      .logits = matrix(4, 2, kLogits.data()), .weak = matrix(4, 2, kWeak.data()), .targets = {}};
}

}  // namespace w2s::test
