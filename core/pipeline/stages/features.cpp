// Stage "features": what the frozen strong backbone makes of every row that student and ceiling
// meet. Each list of rows has a cache entry of its own (frozen_features.h), shared by every run
// that asks for it.
#include "core/config/fingerprint.h"
#include "core/models/feature_scaling.h"
#include "core/pipeline/feature_bank.h"
#include "core/pipeline/stages/stage_parts.h"

namespace w2s::pipeline {
namespace {

Result<StageEnd> run(StageContext& context) {
  using namespace data::split;
  const double begin = context.run().clock.seconds();
  const auto& splits = context.setup().splits;
  const std::int64_t total =
      splits.of(kTransfer).size() + splits.of(kValidation).size() + splits.of(kTest).size();
  W2S_CHECK(context.begin(total));
  if (const std::vector<std::string_view> all{kTransfer, kValidation, kTest};
      readsInBatches(context.setup(), context.config().strong, all)) {
    auto readers = featureReaders(context, context.config().strong, kTransfer, all);
    if (!readers) {
      return endOf(tl::unexpected(readers.error()));
    }
    context.outcome.seconds = context.run().clock.seconds() - begin;
    context.give(FeatureArtifact{.features = std::move(*readers)});
    return StageEnd::Done;
  }
  W2S_TRY(const FeatureSource source, strongSource(context.setup()));
  context.outcome.from_cache = true;
  W2S_TRY(const std::string key, scaledKey(context.setup(), source));
  FeatureBank& bank = *context.setup().feature_bank;
  if (auto shared = bank.scaled(key)) {
    context.outcome.seconds = context.run().clock.seconds() - begin;
    context.give(FeatureArtifact{.features = std::move(*shared)});
    return StageEnd::Done;
  }
  std::int64_t done = 0;
  train::SplitTensors features{.trained_on = std::string(kTransfer), .splits = {}};
  for (const std::string_view name : {kTransfer, kValidation, kTest}) {
    const data::Rows& rows = splits.of(name).rows;
    auto made =
        frozenFeatures(context, source, {.rows = rows, .done_before = done, .total = total});
    if (!made) {
      return endOf(tl::unexpected(made.error()));
    }
    context.outcome.from_cache = context.outcome.from_cache && made->from_cache;
    done += rows.size();
    features.splits.emplace(name, std::move(made->values));
  }
  const auto scaling = models::FeatureScaling::fit(features.training());
  for (auto& [name, values] : features.splits) {
    values = scaling.apply(values).contiguous();
  }
  bank.keepScaled(key, features);
  context.outcome.seconds = context.run().clock.seconds() - begin;
  context.give(FeatureArtifact{.features = std::move(features)});
  return StageEnd::Done;
}

bool isCached(const RunSetup& setup, const record::PlannedStage&) {
  return strongFeaturesAreCached(setup);
}

void plan(PlanDraft& draft) {
  if (usesFrozenFeatures(draft.config.strong)) {
    draft.add(record::describedStage(record::stage::kFeatures),
              {.kind = record::stage::kFeatures,
               .version = kFeaturesVersion,
               .settings = {draft.inputs.strong_backbone, draft.inputs.transfer_rows,
                            draft.inputs.validation_rows, draft.inputs.test_rows,
                            config::canonicalText(draft.config.strong)}});
  }
}

}  // namespace

StageType featuresStage() {
  return {.kind = record::stage::kFeatures,
          .plan = plan,
          .run = run,
          .is_cached = isCached,
          .help = helpRun};
}

}  // namespace w2s::pipeline
