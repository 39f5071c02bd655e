// What stages begin with: rows of the data set as tensors, and the backbone that a configuration names.
// Engine-internal; any thread.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/models/backbone.h"
#include "core/pipeline/run_context.h"

namespace w2s::pipeline {

// The rows as they are stored, on the run's device: [n, ...] of the modality's shape and type
// ([n,1,H,W] uint8 for pictures). `feature_set`: what a backbone reads (Backbone::featureSet); empty:
// the row itself.
[[nodiscard]] Result<at::Tensor> storedRows(const RunSetup& setup, const data::Rows& rows,
                                            std::string_view feature_set);

// The type of values in memory as ATen calls it.
[[nodiscard]] at::ScalarType tensorTypeOf(data::ValueType type);

// The model's backbone on the run's device; trained ones start from the seed of `purpose`.
[[nodiscard]] Result<std::shared_ptr<models::Backbone>> makeBackboneOf(
    const RunSetup& setup, const config::ModelConfig& model, std::string_view purpose);

}  // namespace w2s::pipeline
