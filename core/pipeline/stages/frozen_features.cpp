#include "core/pipeline/stages/frozen_features.h"

#include <algorithm>
#include <array>

#include <ATen/core/grad_mode.h>
#include <ATen/ops/cat.h>

#include "core/base/hash.h"
#include "core/config/fingerprint.h"
#include "core/pipeline/feature_bank.h"
#include "core/pipeline/plan.h"
#include "core/pipeline/stages/read_features.h"
#include "core/pipeline/stages/stage_inputs.h"
#include "core/train/input_batches.h"
#include "core/weights/safetensors.h"

namespace w2s::pipeline {
namespace {

constexpr std::int64_t kRowsAChunk =
    250;  // between two looks at the controls: some 50 ms of a core
constexpr const char* kFile = "features.safetensors";

Result<std::string> fingerprintOf(const RunSetup& setup, const FeatureSource& source,
                                  const data::Rows& rows) {
  W2S_TRY(const std::string data, setup.dataset->fingerprint());
  return Hasher()
      .add("features")
      .add(kFeaturesVersion)
      .add(kRowsAChunk)  // how rows are batched may show in the last bit
      .add(source.fingerprint)
      .add(data)
      .add(rows.source)
      .add(data::hashOfRows(rows.index))
      .add(setup.device.str())
      .hex();
}

// The entry's features; undefined where there is none. An error where they are not sound.
Result<at::Tensor> loadFeatures(const RunSetup& setup, const std::string& fingerprint,
                                std::int64_t rows) {
  const auto entry = setup.cache.find(fingerprint);
  if (!entry) {
    const auto damage = setup.cache.damageOf(fingerprint);
    return damage ? Result<at::Tensor>(fail(ErrorCode::BadFormat, *damage)) : at::Tensor();
  }
  W2S_TRY(const auto bytes, entry->read(kFile));
  const std::string name = (entry->folder / kFile).string();
  W2S_TRY(const SafetensorsFile file, parseSafetensors(bytes, name));
  const at::Tensor* values = findTensor(file.tensors, "features");
  if (values == nullptr || values->dim() != 2 || values->size(0) != rows) {
    return fail(ErrorCode::BadFormat,
                sentence("{} does not hold features of {} rows.", name, rows));
  }
  return values->to(setup.device);
}

// Removes the job from the bank when its recording ends, however it ends.
struct RemoveOnExit {
  FeatureBank& bank;
  const std::string& fingerprint;
  ~RemoveOnExit() {
    bank.remove(fingerprint);
  }
};

Status keep(const RunSetup& setup, const std::string& fingerprint, const at::Tensor& values) {
  W2S_TRY(auto writer, setup.cache.begin(fingerprint));
  W2S_CHECK(writeSafetensors(writer.folder() / kFile, {{"features", values}}));
  return writer.commit({.stage = record::stage::kFeatures}).map([](const auto&) {});
}

Status computeChunk(const RunSetup& setup, const models::Backbone& backbone, const data::Rows& rows,
                    FeatureJob& job, std::int64_t chunk) {
  const at::NoGradGuard no_grad;
  const std::int64_t first = chunk * job.chunk_rows;
  const std::int64_t last = std::min(first + job.chunk_rows, job.rows);
  W2S_TRY(const at::Tensor stored,
          storedRows(setup,
                     {.source = rows.source,
                      .index = {rows.index.begin() + first, rows.index.begin() + last}},
                     backbone.featureSet()));
  job.chunks[static_cast<std::size_t>(chunk)] =
      backbone.features(models::inputsOf(stored), models::Mode::Inference);
  return {};
}

}  // namespace

FeatureSource sourceOf(const models::Backbone& backbone) {
  return {.fingerprint = backbone.fingerprint(), .backbone = [&backbone] {
            return std::shared_ptr<const models::Backbone>(std::shared_ptr<void>(), &backbone);
          }};
}

Result<FeatureSource> strongSource(const RunSetup& setup) {
  constexpr std::string_view kPurpose = "strong";
  const std::string made_from =
      Hasher()
          .add(setup.plan_inputs.strong_backbone)
          .add(config::canonicalText(setup.config.strong))
          .add(setup.plan_inputs.strong_backbone.empty() ? setup.seed : 0)  // of random weights
          .add(kPurpose)
          .add(setup.dataset->card().name)
          .add(setup.device.str())
          .hex();
  const auto load = [&setup, loaded = std::shared_ptr<const models::Backbone>()]() mutable
      -> Result<std::shared_ptr<const models::Backbone>> {
    if (loaded == nullptr) {
      W2S_TRY(loaded, makeBackboneOf(setup, setup.config.strong, kPurpose));
    }
    return loaded;
  };
  FeatureSource source{.fingerprint = {}, .backbone = load};
  W2S_TRY(source.fingerprint,
          setup.feature_bank->fingerprintOf(made_from, [&source]() -> Result<std::string> {
            W2S_TRY(const auto backbone, source.backbone());
            return backbone->fingerprint();
          }));
  return source;
}

Result<CachedFeatures> frozenFeatures(const RunSetup& setup, const FeatureSource& source,
                                      const data::Rows& rows, const FeatureHooks& hooks) {
  W2S_TRY(const std::string fingerprint, fingerprintOf(setup, source, rows));
  const std::int64_t count = rows.size();
  std::string unsound;
  std::shared_ptr<FeatureJob> job = setup.feature_bank->find(fingerprint);
  while (job == nullptr) {
    const std::uint64_t finished = setup.feature_bank->finished();
    if (auto values = loadFeatures(setup, fingerprint, count); !values) {
      unsound = values.error().message;
    } else if (values->defined()) {
      return CachedFeatures{.values = std::move(*values), .from_cache = true, .unsound = unsound};
    }
    job = setup.feature_bank->findOrBegin(fingerprint, count, kRowsAChunk, finished);
  }
  const auto do_chunk = [&](std::int64_t chunk) -> Status {
    W2S_TRY(const auto backbone, source.backbone());
    W2S_CHECK(computeChunk(setup, *backbone, rows, *job, chunk));
    // This chunk counts as done only after the return.
    return hooks.after_chunk
               ? hooks.after_chunk(std::min(count, (job->work.done() + 1) * job->chunk_rows))
               : Status{};
  };
  W2S_CHECK(job->work.help(hooks.before_chunk, do_chunk));
  CachedFeatures features{
      .values = at::cat(job->chunks), .from_cache = false, .unsound = std::move(unsound)};
  std::call_once(job->record_once, [&] {
    const RemoveOnExit removal{*setup.feature_bank, fingerprint};
    job->recorded = keep(setup, fingerprint, features.values);
  });
  W2S_CHECK(job->recorded);
  return features;
}

namespace {

// The splits that ceiling and student meet.
constexpr std::array<std::string_view, 3> kStrongSplits{
    data::split::kTransfer, data::split::kValidation, data::split::kTest};

// In memory and in the cache; else they are read a batch at a time, or are not fixed.
bool keepsStrongFeatures(const RunSetup& setup) {
  return usesFrozenFeatures(setup.config.strong) &&
         !readsInBatches(setup, setup.config.strong, {kStrongSplits.begin(), kStrongSplits.end()});
}

}  // namespace

Result<std::string> scaledKey(const RunSetup& setup, const FeatureSource& source) {
  Hasher hasher;
  for (const std::string_view name : kStrongSplits) {
    W2S_TRY(const std::string fingerprint,
            fingerprintOf(setup, source, setup.splits.of(name).rows));
    hasher.add(fingerprint);
  }
  return hasher.hex();
}

Status helpWithFeatures(const RunSetup& setup, const std::function<Status()>& before_chunk) {
  if (!keepsStrongFeatures(setup)) {
    return {};
  }
  W2S_TRY(const FeatureSource source, strongSource(setup));
  for (const std::string_view name : kStrongSplits) {
    const data::Rows& rows = setup.splits.of(name).rows;
    W2S_TRY(const std::string fingerprint, fingerprintOf(setup, source, rows));
    // Features that are there need no help, and not to be read; of damaged ones their stage tells.
    if (setup.feature_bank->find(fingerprint) != nullptr ||
        (!setup.cache.find(fingerprint) && !setup.cache.damageOf(fingerprint))) {
      W2S_TRY(const CachedFeatures features,
              frozenFeatures(setup, source, rows, {.before_chunk = before_chunk}));
    }
  }
  return {};
}

bool strongFeaturesAreCached(const RunSetup& setup) {
  if (!keepsStrongFeatures(setup)) {
    return true;
  }
  const auto source = strongSource(setup);
  return source && std::ranges::all_of(kStrongSplits, [&](std::string_view name) {
           const auto fingerprint = fingerprintOf(setup, *source, setup.splits.of(name).rows);
           return fingerprint && setup.cache.find(*fingerprint);
         });
}

}  // namespace w2s::pipeline
