// Stage "features": what the frozen strong backbone makes of every row that student and ceiling
// meet. Each list of rows has a cache entry of its own (frozen_features.h), shared by every run
// that asks for it.
#include "core/models/feature_scaling.h"
#include "core/pipeline/stages/stage_parts.h"

namespace w2s::pipeline {
namespace {

Result<StageEnd> run(StageContext& context) {
  const double begin = context.run().clock.seconds();
  const auto& splits = context.setup().splits;
  W2S_TRY(const FeatureSource source, strongSource(context.setup()));
  const auto total = static_cast<std::int64_t>(splits.transfer.size() + splits.validation.size() +
                                               splits.test.size());
  W2S_CHECK(context.begin(total));

  context.outcome.from_cache = true;
  std::int64_t done = 0;
  const auto compute = [&](data::Part part,
                           const std::vector<std::int64_t>& rows) -> Result<at::Tensor> {
    W2S_TRY(auto features,
            frozenFeatures(context, source,
                           {.part = part, .rows = rows, .done_before = done, .total = total}));
    context.outcome.from_cache = context.outcome.from_cache && features.from_cache;
    done += static_cast<std::int64_t>(rows.size());
    return features.values;
  };
  train::SplitFeatures features;
  const auto compute_all = [&]() -> Status {
    W2S_TRY(features.transfer, compute(data::Part::Train, splits.transfer));
    W2S_TRY(features.validation, compute(data::Part::Train, splits.validation));
    W2S_TRY(features.test, compute(data::Part::Test, splits.test));
    return {};
  };
  if (const Status status = compute_all(); !status) {
    return endOf(status);
  }
  const auto scaling = models::FeatureScaling::fit(features.transfer);
  for (at::Tensor* part : {&features.transfer, &features.validation, &features.test}) {
    *part = scaling.apply(*part);
  }
  context.outcome.seconds = context.run().clock.seconds() - begin;
  context.give(FeatureArtifact{.features = std::move(features)});
  return StageEnd::Done;
}

bool isCached(const RunSetup& setup, const record::PlannedStage&) {
  return strongFeaturesAreCached(setup);
}

}  // namespace

const StageType kFeaturesStage{.kind = record::stage::kFeatures, .run = run, .is_cached = isCached};

}  // namespace w2s::pipeline
