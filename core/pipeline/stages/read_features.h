// Feature sets that are too large for memory: read from their file a batch at a time, while the
// models train. Engine-internal.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "core/models/feature_scaling.h"
#include "core/pipeline/run_context.h"
#include "core/train/split_tensors.h"

namespace w2s::pipeline {

// Features beyond this are not kept in memory.
inline constexpr std::int64_t kMostFeatureBytes = std::int64_t{256} << 20U;

// Whether a model that meets these splits reads its features a batch at a time: those of a card,
// more than kMostFeatureBytes of them as float32.
[[nodiscard]] bool readsInBatches(const RunSetup& setup, const config::ModelConfig& model,
                                  const std::vector<std::string_view>& splits);

// Readers of these splits, whose features are scaled as those of `trained_on` want it (two passes
// over them). Errors: of reading; Interrupted.
[[nodiscard]] Result<train::SplitTensors> featureReaders(
    const RunSetup& setup, const config::ModelConfig& model, std::string_view trained_on,
    const std::vector<std::string_view>& splits,
    const std::function<Status(std::int64_t done_rows)>& after_block);

// The scaling of readers that featureReaders() made.
[[nodiscard]] const models::FeatureScaling& scalingOf(const train::SplitTensors& readers);

}  // namespace w2s::pipeline
