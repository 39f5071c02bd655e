#include "core/engine/prepare_run.h"

#include <algorithm>
#include <exception>
#include <optional>

#include "core/base/file_io.h"
#include "core/base/hash.h"
#include "core/base/log.h"
#include "core/config/validate.h"
#include "core/engine/continuation.h"
#include "core/engine/devices.h"
#include "core/engine/fork_run.h"
#include "core/engine/same_inputs.h"
#include "core/models/encoder_card.h"
#include "core/models/rows_file.h"
#include "core/models/seen_rows.h"
#include "core/objective/terms.h"
#include "core/pipeline/plan.h"
#include "core/pipeline/run_stage.h"
#include "core/store/folder.h"
#include "core/store/run_list.h"
#include "core/store/workspace.h"

namespace w2s::engine {
namespace {

// What a run writes at most, a little generous: predictions, series, checkpoints and a new set of
// cached features.
constexpr std::uint64_t kNeededBytes = 64U << 20U;

}  // namespace

Result<pipeline::RunSetup> makeSetup(const RunnerOptions& options,
                                     const config::ExperimentConfig& config, std::int64_t seed,
                                     const SharedParts& shared) {
  pipeline::RunSetup setup;
  setup.config = config;
  setup.seed = seed;
  setup.feature_bank = shared.feature_bank;
  W2S_TRY(setup.dataset, shared.open_data(config.task.dataset));
  W2S_CHECK(config::checkValid(config, data::validationContext(setup.dataset->card())));
  W2S_TRY(setup.device, resolveDevice(config));
  W2S_TRY(setup.splits,
          data::makeSplits(*setup.dataset, config.task, Seed(static_cast<std::uint64_t>(seed)),
                           config.weak.front().labels));
  const auto hash_of = [&](std::string_view split) {
    return data::hashOfRows(setup.splits.of(split).rows.index);
  };
  pipeline::PlanInputs inputs{.seed = seed,
                              .device = setup.device.str(),
                              .data = {},
                              .weak_rows = hash_of(data::split::kWeak),
                              .transfer_rows = hash_of(data::split::kTransfer),
                              .validation_rows = hash_of(data::split::kValidation),
                              .test_rows = hash_of(data::split::kTest),
                              .weak_backbone = {},
                              .strong_backbone = {},
                              .common_backbone = {}};
  W2S_TRY(inputs.data, setup.dataset->fingerprint());
  if (config.weak.front().isMadeElsewhere()) {
    W2S_TRY(inputs.weak_labels, setup.dataset->weakLabelsHash(config.weak.front().labels));
  } else {
    W2S_TRY(inputs.weak_backbone, models::storedWeightsHash(config.weak.front().backbone));
  }
  W2S_TRY(inputs.strong_backbone, models::storedWeightsHash(config.strong.backbone));
  if (config.common_ceiling.train) {
    W2S_TRY(inputs.common_backbone,
            models::storedWeightsHash(config.common_ceiling.model.backbone));
  }
  setup.stages = pipeline::makePlan(config, inputs);
  setup.plan_inputs = inputs;
  setup.cache = store::StageCache(store::cacheFolder(options.workspace));
  return setup;
}

namespace {

store::Manifest manifestOf(const pipeline::RunSetup& setup) {
  store::Manifest manifest;
  manifest.name = setup.config.name;
  manifest.seed = setup.seed;
  manifest.device = setup.device.str();
  manifest.threads = 1;
  manifest.config = setup.config;
  for (const data::Split& split : setup.splits.all) {
    manifest.split_hashes[split.name] = data::hashOfRows(split.rows.index);
  }
  for (const record::PlannedStage& stage : setup.stages) {
    manifest.stages.push_back({.stage = stage.id, .fingerprint = stage.fingerprint});
    if (stage.series) {
      manifest.series[stage.id] = *stage.series;
    }
  }
  manifest.versions = store::currentVersions();
  manifest.data_fingerprint = setup.plan_inputs.data;
  manifest.data_folder = setup.dataset->folder();
  manifest.weak_labels_hash = setup.plan_inputs.weak_labels;
  manifest.experiment =
      store::experimentIdOf(setup.config, manifest.data_fingerprint, manifest.weak_labels_hash);
  return manifest;
}

// What a run needs beside its request: shared parts of the engine, and whom it reports to.
struct Preparation {
  const RunnerOptions& options;
  const record::RunRequest& request;
  const std::string& id;
  const SharedParts& shared;
  record::EventSink& sink;
  record::RunControl& control;
  pipeline::WorkerHooks hooks;
};

void lookIntoCache(pipeline::RunSetup& setup) {
  for (record::PlannedStage& stage : setup.stages) {
    stage.cached = pipeline::comesFromCache(setup, stage);
  }
}

Result<std::unique_ptr<pipeline::RunContext>> prepareNew(Preparation& wanted) {
  const record::RunRequest& request = wanted.request;
  std::optional<store::Manifest> recorded;
  if (!request.replay_of.empty()) {
    W2S_TRY(recorded,
            store::loadManifest(store::runsFolder(wanted.options.workspace) / request.replay_of));
    W2S_CHECK(store::checkRepeatable(*recorded));
    W2S_CHECK(checkSameData(*recorded, wanted.shared));
  }
  W2S_TRY(pipeline::RunSetup setup,
          makeSetup(wanted.options, request.config, request.seed, wanted.shared));
  setup.replay = request.replay;
  std::stable_sort(setup.replay.begin(), setup.replay.end(),
                   [](const auto& a, const auto& b) { return a.step < b.step; });
  setup.is_replay = request.is_replay;
  setup.is_fresh = request.fresh;
  setup.on_divergence = request.on_divergence;
  lookIntoCache(setup);
  store::Manifest manifest = manifestOf(setup);
  manifest.id = wanted.id;
  manifest.study = request.study;
  manifest.planned_interventions = setup.replay;
  manifest.is_replay = setup.is_replay;
  if (recorded) {
    W2S_CHECK(checkSameInputs(*recorded, manifest));
  }
  W2S_TRY(store::RunWriter writer,
          store::RunWriter::create(wanted.options.workspace, std::move(manifest)));
  const std::filesystem::path folder = writer.folder();
  try {
    return std::make_unique<pipeline::RunContext>(std::move(setup), std::move(writer), wanted.sink,
                                                  wanted.control, std::move(wanted.hooks));
  } catch (const std::exception&) {  // no memory
    store::removeWhole(folder);
    throw;
  }
}

// The run `id`, recorded as `recorded`, made ready to go on.
Result<std::unique_ptr<pipeline::RunContext>> reopenRun(Preparation& wanted,
                                                        const store::RecordedRun& recorded,
                                                        pipeline::RunSetup setup,
                                                        const std::vector<Sentence>& notes = {}) {
  setup.is_replay = recorded.manifest.is_replay;
  setup.is_fresh = true;  // what goes on from a checkpoint is not taken from the cache
  setup.on_divergence = wanted.request.on_divergence;
  setup.was_steered = !recorded.interventions.empty();
  setup.ground_truth_was_raised =
      std::ranges::any_of(recorded.interventions, [&](const record::Intervention& change) {
        return objective::weighsGroundTruth(recorded.manifest.config.objective,
                                            change.parameter.key()) &&
               change.new_value != 0.0;
      });
  const Continuation next = continuationOf(setup, recorded);
  W2S_TRY(auto reopened,
          store::RunWriter::reopen(wanted.options.workspace, wanted.id, next.positions));
  for (const record::StageId& stage : next.anew) {
    reopened.writer.removeCheckpoints(stage);
  }
  for (const record::StageId& stage : next.from_previous) {
    W2S_CHECK(reopened.writer.takePreviousCheckpoint(stage));
  }
  W2S_CHECK(recordNotes(notes, reopened.writer));
  W2S_CHECK(recordNotes(recorded.unsound, reopened.writer));
  W2S_CHECK(recordNotes(next.notes, reopened.writer));
  setup.replay = std::move(reopened.replay);
  setup.worked_seconds = reopened.worked_seconds;
  lookIntoCache(setup);
  return std::make_unique<pipeline::RunContext>(std::move(setup), std::move(reopened.writer),
                                                wanted.sink, wanted.control,
                                                std::move(wanted.hooks));
}

// A run of an earlier version has fingerprints by another rule. On the same rows it goes on under
// its own: they name its checkpoints and its entries in the cache.
void takeFingerprintsOf(const store::Manifest& recorded, pipeline::RunSetup& setup) {
  if (!recorded.data_fingerprint.empty() ||
      recorded.split_hashes != manifestOf(setup).split_hashes) {
    return;
  }
  for (const auto& [stage, fingerprint] : recorded.stages) {
    const auto planned = std::ranges::find(setup.stages, stage, &record::PlannedStage::id);
    if (planned != setup.stages.end()) {
      planned->fingerprint = fingerprint;
    }
  }
}

Status checkContinuable(const store::RecordedRun& recorded, const pipeline::RunSetup& setup) {
  for (const auto& [stage, fingerprint] : recorded.manifest.stages) {
    const auto planned = std::ranges::find(setup.stages, stage, &record::PlannedStage::id);
    if (planned == setup.stages.end() || planned->fingerprint != fingerprint) {
      return fail(
          ErrorCode::InvalidArgument,
          sentence(
              "The run {} cannot be continued: data, weights, device or program changed since it "
              "was made (stage {}). Start it anew with its configuration instead.",
              recorded.manifest.id, stage));
    }
  }
  return {};
}

// The copy of another run, which goes on as the run that is wanted.
Result<std::unique_ptr<pipeline::RunContext>> reopenCopy(Preparation& wanted,
                                                         pipeline::RunSetup setup,
                                                         const std::vector<Sentence>& notes) {
  const auto folder = store::runsFolder(wanted.options.workspace) / wanted.id;
  const auto reopen = [&]() -> Result<std::unique_ptr<pipeline::RunContext>> {
    W2S_TRY(const auto copy, store::loadRun(folder));
    return reopenRun(wanted, copy, std::move(setup), notes);
  };
  try {
    auto context = reopen();
    if (!context) {
      store::removeWhole(folder);
    }
    return context;
  } catch (...) {  // no memory
    store::removeWhole(folder);
    throw;
  }
}

Result<std::unique_ptr<pipeline::RunContext>> prepareContinued(Preparation& wanted) {
  const auto& workspace = wanted.options.workspace;
  const std::int64_t new_steps = wanted.request.extend_to_steps;
  const std::string& source_id = wanted.request.resume_id;
  const auto source = store::runsFolder(workspace) / source_id;
  W2S_TRY(const auto recorded,
          new_steps > 0 ? store::loadRun(source) : store::loadRunToContinue(source));
  W2S_CHECK(store::checkRepeatable(recorded.manifest));
  // An unsound record is mended by going on; a longer copy of it would only look sound.
  if (new_steps > 0 && !recorded.unsound.empty()) {
    return fail(ErrorCode::BadFormat, recorded.unsound.front());
  }
  if (new_steps == 0 && recorded.state == store::RunState::Finished) {
    return fail(
        ErrorCode::InvalidArgument,
        sentence("The run {} is finished. Repeat it with --replay, or train it on with more steps.",
                 source_id));
  }
  const auto student = recorded.stages.find(record::stage::kStudent);
  const std::int64_t taken =
      student == recorded.stages.end() ? 0 : student->second.series.lastStep();
  if (new_steps != 0 && new_steps <= taken) {
    return fail(
        ErrorCode::InvalidArgument,
        sentence("The run {} has taken {} steps already; train it on to more than that, not to {}.",
                 source_id, taken, new_steps));
  }
  W2S_CHECK(checkSameData(recorded.manifest, wanted.shared));
  W2S_TRY(pipeline::RunSetup setup, makeSetup(wanted.options, recorded.manifest.config,
                                              recorded.manifest.seed, wanted.shared));
  takeFingerprintsOf(recorded.manifest, setup);
  W2S_CHECK(checkContinuable(recorded, setup));
  if (new_steps == 0) {
    return reopenRun(wanted, recorded, std::move(setup));
  }
  W2S_CHECK(store::forkForExtension(workspace, source_id, new_steps, wanted.id));
  return reopenCopy(wanted, std::move(setup), {});
}

Result<std::unique_ptr<pipeline::RunContext>> prepareFork(Preparation& wanted) {
  const auto& workspace = wanted.options.workspace;
  const std::string& source_id = wanted.request.resume_id;
  W2S_TRY(const auto recorded, store::loadRun(store::runsFolder(workspace) / source_id));
  W2S_CHECK(store::checkRepeatable(recorded.manifest));
  if (!recorded.unsound.empty()) {
    return fail(ErrorCode::BadFormat, recorded.unsound.front());
  }
  W2S_CHECK(checkSameData(recorded.manifest, wanted.shared));
  W2S_TRY(pipeline::RunSetup setup, makeSetup(wanted.options, recorded.manifest.config,
                                              recorded.manifest.seed, wanted.shared));
  takeFingerprintsOf(recorded.manifest, setup);
  W2S_CHECK(checkContinuable(recorded, setup));
  W2S_TRY(const Branch branch,
          branchOf(setup, recorded, *wanted.request.fork_at, wanted.request.config));
  W2S_CHECK(store::forkRun(workspace, source_id, branch.fork, wanted.id));
  return reopenCopy(wanted, std::move(setup), branch.notes);
}

// Whether the run that it names stays as it is, and a new one begins with what it holds.
bool makesCopy(const record::RunRequest& request) {
  return request.extend_to_steps > 0 || request.fork_at.has_value();
}

}  // namespace

Result<std::string> idFor(const RunnerOptions& options, const record::RunRequest& request) {
  const auto& workspace = options.workspace;
  const std::string& source = request.resume_id;
  if (source.empty()) {
    return store::freeRunId(workspace, request.config.name, request.seed);
  }
  if (!store::isRun(workspace, source)) {
    return fail(ErrorCode::NotFound, sentence("There is no run {} in {}.", source,
                                              store::runsFolder(workspace).string()));
  }
  if (!makesCopy(request)) {
    return source;
  }
  W2S_TRY(const auto manifest, store::loadManifest(store::runsFolder(workspace) / source));
  return store::freeRunId(workspace, manifest.name, manifest.seed);
}

namespace {

// The rows of the splits, written once; a continued run of an earlier version gets them now.
Status recordRows(pipeline::RunContext& context) {
  const auto path = context.folder() / models::kRowsFile;
  if (std::filesystem::exists(path)) {
    return {};
  }
  const pipeline::RunSetup& setup = context.setup;
  std::vector<config::Backbone> backbones{setup.config.strong.backbone};
  if (!setup.config.weak.front().isMadeElsewhere()) {
    backbones.insert(backbones.begin(), setup.config.weak.front().backbone);
  }
  if (setup.config.common_ceiling.train) {
    backbones.push_back(setup.config.common_ceiling.model.backbone);
  }
  if (!setup.splits.fixed_validation) {
    for (const config::Backbone& backbone : backbones) {
      if (const models::SeenRows seen = models::seenRows(backbone, setup.splits);
          !seen.splits.empty()) {
        logger("w2s.run")->warn("{}", seen.said.text);
        break;
      }
    }
  }
  W2S_TRY(const std::string rows, models::rowsToJson(*setup.dataset, setup.splits, backbones));
  return writeFileAtomically(path, rows);
}

}  // namespace

Result<std::unique_ptr<pipeline::RunContext>> prepareRun(
    const RunnerOptions& options, const record::RunRequest& request, const std::string& id,
    const SharedParts& shared, record::EventSink& sink, record::RunControl& control,
    pipeline::WorkerHooks hooks) {
  W2S_CHECK(store::prepareWorkspace(options.workspace));
  W2S_CHECK(store::checkFreeSpace(options.workspace, kNeededBytes));
  Preparation wanted{options, request, id, shared, sink, control, std::move(hooks)};
  W2S_TRY(auto context, request.resume_id.empty() ? prepareNew(wanted)
                        : request.fork_at         ? prepareFork(wanted)
                                                  : prepareContinued(wanted));
  try {
    if (const Status recorded = recordRows(*context); !recorded) {
      abandonIfNew(request, *context);
      return tl::unexpected(recorded.error());
    }
  } catch (const std::exception&) {  // no memory
    abandonIfNew(request, *context);
    throw;
  }
  return context;
}

void abandonIfNew(const record::RunRequest& request, pipeline::RunContext& context) {
  if (request.resume_id.empty() || makesCopy(request)) {
    context.abandon();
  }
}

bool isCheapAhead(const config::Backbone& backbone) {
  constexpr std::uintmax_t kMostBytes = 64U << 20U;
  const auto* file = std::get_if<config::FileBackbone>(&backbone);
  std::error_code error;
  return file == nullptr || std::filesystem::file_size(file->path, error) <= kMostBytes;
}

}  // namespace w2s::engine
