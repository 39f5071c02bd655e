// Stage "features": what the frozen strong backbone makes of every row that student and ceiling meet.
#include "core/models/feature_scaling.h"
#include "core/pipeline/stages/stage_parts.h"

namespace w2s::pipeline {

Status runFeatures(RunContext& context) {
  const double begin = context.clock.seconds();
  const auto& splits = context.setup.splits;
  W2S_TRY(const FeatureSource source, strongSource(context.setup));
  const auto total = static_cast<std::int64_t>(splits.transfer.size() + splits.validation.size() +
                                               splits.test.size());
  W2S_CHECK(
      context.emitOf(record::stage::kFeatures,
                     record::StageStarted{.stage = record::stage::kFeatures, .steps = total}));

  bool all_cached = true;
  std::int64_t done = 0;
  const auto compute = [&](data::Part part,
                           const std::vector<std::int64_t>& rows) -> Result<at::Tensor> {
    W2S_TRY(auto features, frozenFeatures(context, source,
                                          {.stage = record::stage::kFeatures,
                                           .part = part,
                                           .rows = rows,
                                           .done_before = done,
                                           .total = total}));
    all_cached = all_cached && features.from_cache;
    done += static_cast<std::int64_t>(rows.size());
    return features.values;
  };
  const auto compute_all = [&]() -> Status {
    W2S_TRY(context.features.transfer, compute(data::Part::Train, splits.transfer));
    W2S_TRY(context.features.validation, compute(data::Part::Train, splits.validation));
    W2S_TRY(context.features.test, compute(data::Part::Test, splits.test));
    return {};
  };
  if (const Status status = compute_all(); !status) {
    return status.error().code == ErrorCode::Interrupted ? Status{} : status;
  }
  const auto scaling = models::FeatureScaling::fit(context.features.transfer);
  for (at::Tensor* features :
       {&context.features.transfer, &context.features.validation, &context.features.test}) {
    *features = scaling.apply(*features);
  }
  return context.emitOf(record::stage::kFeatures,
                        record::StageFinished{.stage = record::stage::kFeatures,
                                              .seconds = context.clock.seconds() - begin,
                                              .from_cache = all_cached,
                                              .test = {}});
}

}  // namespace w2s::pipeline
