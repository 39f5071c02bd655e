// What both sides of the bench work on: rows, features and weak labels of the built-in experiment,
// seed 0.
#pragma once

#include <memory>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/base/result.h"
#include "core/base/seed.h"
#include "core/config/experiment_config.h"
#include "core/models/backbone.h"
#include "core/models/feature_scaling.h"

namespace w2s::bench {

struct Problem {
  config::ExperimentConfig config;  // of fashion-demo; sizes as asked for
  at::Tensor images;                // [N,1,28,28] uint8, transfer rows
  at::Tensor test_images;           // [M,1,28,28] uint8
  std::vector<std::int64_t> test_labels;
  at::Tensor weak;                 // [N,K] float32, a decision tree's
  at::Tensor features;             // [N,D] float32, scaled
  at::Tensor test_features;        // [M,D]
  at::Tensor validation_features;  // [V,D]
  // The weak model's classes of the test and validation rows.
  std::vector<std::int64_t> weak_test;
  std::vector<std::int64_t> weak_validation;
  models::FeatureScaling scaling;
};

struct ProblemSize {
  std::int64_t transfer_rows = 5000;
  std::int64_t validation_rows = 5000;
  std::int64_t test_rows = 10000;
};

// The same numbers as a run of fashion-demo gets. Errors: the data set or the backbone's weights
// are missing.
[[nodiscard]] Result<Problem> makeProblem(const ProblemSize& size);

// The strong backbone: frozen and folded (HeadOnly), or to be fine-tuned (Full).
[[nodiscard]] Result<std::shared_ptr<models::Backbone>> makeStrongBackbone(config::Tuning tuning);

}  // namespace w2s::bench
