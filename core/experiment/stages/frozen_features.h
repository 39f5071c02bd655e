// Features of a frozen backbone: from the cache, or made together with every thread that wants the same ones.
// Engine-internal.
#pragma once

#include <functional>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/experiment/run_context.h"
#include "core/models/backbone.h"

namespace w2s::experiment {

struct CachedFeatures {
  at::Tensor values;  // [n,D] float32 on the run's device, unscaled
  bool from_cache = false;
};

struct FeatureHooks {
  std::function<Status()> before_chunk;                         // the levers; an Interrupted error means stopped
  std::function<Status(std::int64_t done_rows)> after_chunk = {};  // of this call's rows, by whichever thread
};

// Computed once for a set of rows and kept in the cache by backbone, data, rows and device; shared by every seed and run
// that asks for the same rows. Blocks until all are there; other callers who want the same share the work. Equal bits
// whoever does a chunk. Errors: Interrupted; the cache cannot be written.
[[nodiscard]] Result<CachedFeatures> frozenFeatures(const RunSetup& setup, const models::Backbone& backbone,
                                                    data::Part part, const std::vector<std::int64_t>& rows,
                                                    const FeatureHooks& hooks);

// The features that ceiling and student will ask for, made ahead of them or beside the stage that makes them, by a thread
// that has nothing else to do. Nothing to do where the strong backbone is trained.
[[nodiscard]] Status helpWithFeatures(const RunSetup& setup, const std::function<Status()>& before_chunk);

}  // namespace w2s::experiment
