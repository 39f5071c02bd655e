// Features of a frozen backbone: from the cache, or made together with every thread that wants the
// same ones. Engine-internal.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/models/backbone.h"
#include "core/pipeline/run_context.h"

namespace w2s::pipeline {

struct CachedFeatures {
  at::Tensor values;  // [n,D] float32 on the run's device, unscaled
  bool from_cache = false;
  std::string unsound = {};  // why the cache's were made anew; empty: they were not
};

// The backbone that features come from. Loads it on first use (5 to 12 ms), so that cached features
// cost no load. Used by one thread.
struct FeatureSource {
  std::string fingerprint;  // Backbone::fingerprint
  std::function<Result<std::shared_ptr<const models::Backbone>>()>
      backbone;  // loads it once, when first asked
};

// Of one that is there already, and outlives the source.
[[nodiscard]] FeatureSource sourceOf(const models::Backbone& backbone);
// Of the strong model. Loads the backbone only if no thread of this engine has done so before, or
// does so just now.
[[nodiscard]] Result<FeatureSource> strongSource(const RunSetup& setup);

struct FeatureHooks {
  std::function<Status()> before_chunk;  // the controls; an Interrupted error means stopped
  std::function<Status(std::int64_t done_rows)> after_chunk =
      {};  // of this call's rows, by whichever thread
};

// Computed once for a set of rows and kept in the cache by backbone, data, rows and device; shared
// by every seed and run that asks for the same rows. Blocks until all are there; other callers who
// want the same share the work. Equal bits whoever does a chunk. Errors: Interrupted; the cache
// cannot be written.
[[nodiscard]] Result<CachedFeatures> frozenFeatures(const RunSetup& setup,
                                                    const FeatureSource& source,
                                                    const data::Rows& rows,
                                                    const FeatureHooks& hooks);

// By which the engine's runs find features of the same rows that one of them has scaled already.
[[nodiscard]] Result<std::string> scaledKey(const RunSetup& setup, const FeatureSource& source);

// The features that ceiling and student will ask for, made ahead of them or beside the stage that
// makes them, by a thread that has nothing else to do. Nothing to do where the strong backbone is
// trained.
[[nodiscard]] Status helpWithFeatures(const RunSetup& setup,
                                      const std::function<Status()>& before_chunk);

// Whether all features that helpWithFeatures would make lie in the cache; true where it makes none.
[[nodiscard]] bool strongFeaturesAreCached(const RunSetup& setup);

}  // namespace w2s::pipeline
