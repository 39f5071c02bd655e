#include "core/engine/prepare_run.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/hash.h"
#include "core/base/log.h"
#include "core/base/resources.h"
#include "core/config/validate.h"
#include "core/engine/devices.h"
#include "core/pipeline/plan.h"
#include "core/store/run_list.h"
#include "core/store/workspace.h"
#include "core/train/training_state.h"

namespace w2s::engine {
namespace {

// What a run writes at most, a little generous: predictions, series, checkpoints and a new set of
// cached features.
constexpr std::uint64_t kNeededBytes = 64U << 20U;

Result<std::string> storedWeightsHash(const config::Backbone& backbone) {
  if (std::holds_alternative<config::FashionSslBackbone>(backbone)) {
    W2S_TRY(const auto path, resourceFile("backbones/fashion-ssl.safetensors"));
    return hashOfFile(path);
  }
  if (const auto* file = std::get_if<config::FileBackbone>(&backbone)) {
    return hashOfFile(file->path);
  }
  return std::string();
}

}  // namespace

Result<pipeline::RunSetup> makeSetup(const RunnerOptions& options,
                                     const config::ExperimentConfig& config, std::int64_t seed,
                                     const SharedParts& shared) {
  pipeline::RunSetup setup;
  setup.config = config;
  setup.seed = seed;
  setup.feature_bank = shared.feature_bank;
  W2S_TRY(setup.source, shared.open_data(config.task.dataset));
  W2S_CHECK(config::checkValid(config, {.classes = setup.source->card().classes()}));
  W2S_TRY(setup.device, resolveDevice(config));
  W2S_TRY(const auto train_labels, setup.source->labels(data::Part::Train));
  W2S_TRY(const auto test_labels, setup.source->labels(data::Part::Test));
  setup.train_labels = *train_labels;
  setup.test_labels = *test_labels;
  W2S_TRY(setup.splits,
          data::makeSplits(setup.train_labels, setup.test_labels, setup.source->card().classes(),
                           config.task, Seed(static_cast<std::uint64_t>(seed))));
  pipeline::PlanInputs inputs{.seed = seed,
                              .device = setup.device.str(),
                              .data = {},
                              .weak_rows = data::hashOfRows(setup.splits.weak),
                              .transfer_rows = data::hashOfRows(setup.splits.transfer),
                              .validation_rows = data::hashOfRows(setup.splits.validation),
                              .test_rows = data::hashOfRows(setup.splits.test),
                              .weak_backbone = {},
                              .strong_backbone = {},
                              .common_backbone = {}};
  W2S_TRY(inputs.data, setup.source->fingerprint());
  W2S_TRY(inputs.weak_backbone, storedWeightsHash(config.weak.backbone));
  W2S_TRY(inputs.strong_backbone, storedWeightsHash(config.strong.backbone));
  setup.strong_weights = inputs.strong_backbone;
  if (config.common_ceiling.train) {
    W2S_TRY(inputs.common_backbone, storedWeightsHash(config.common_ceiling.model.backbone));
  }
  setup.stages = pipeline::makePlan(config, inputs);
  setup.cache = store::StageCache(store::cacheFolder(options.workspace));
  for (record::PlannedStage& stage : setup.stages) {
    stage.cached =
        stage.id != record::stage::kStudent && setup.cache.find(stage.fingerprint).has_value();
  }
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
  manifest.split_hashes = {{"weak", data::hashOfRows(setup.splits.weak)},
                           {"transfer", data::hashOfRows(setup.splits.transfer)},
                           {"validation", data::hashOfRows(setup.splits.validation)},
                           {"test", data::hashOfRows(setup.splits.test)}};
  for (const record::PlannedStage& stage : setup.stages) {
    manifest.stages.push_back({.stage = stage.id, .fingerprint = stage.fingerprint});
  }
  manifest.versions = store::currentVersions();
  return manifest;
}

Result<std::unique_ptr<pipeline::RunContext>> prepareNew(const RunnerOptions& options,
                                                         const record::RunRequest& request,
                                                         const SharedParts& shared,
                                                         record::EventSink& sink) {
  W2S_TRY(pipeline::RunSetup setup, makeSetup(options, request.config, request.seed, shared));
  setup.replay = request.replay;
  std::stable_sort(setup.replay.begin(), setup.replay.end(),
                   [](const auto& a, const auto& b) { return a.step < b.step; });
  setup.is_replay = request.is_replay;
  setup.on_divergence = request.on_divergence;
  store::Manifest manifest = manifestOf(setup);
  manifest.planned_interventions = setup.replay;
  manifest.is_replay = setup.is_replay;
  W2S_TRY(store::RunWriter writer,
          store::RunWriter::create(options.workspace, std::move(manifest)));
  return std::make_unique<pipeline::RunContext>(std::move(setup), std::move(writer), sink);
}

// Where each stage of a recorded run goes on: finished stages stay as they are, training stages go
// on from a sound checkpoint, everything else starts anew.
// Checkpoints that cannot be used go to `unsound`; the folder itself is not touched, for the run
// may be at work.
std::vector<store::StagePosition> positionsOf(pipeline::RunSetup& setup,
                                              const store::RecordedRun& recorded,
                                              std::vector<std::filesystem::path>& unsound) {
  std::vector<store::StagePosition> positions;
  for (const record::PlannedStage& planned : setup.stages) {
    const auto found = recorded.stages.find(planned.id);
    const bool is_student = planned.id == record::stage::kStudent;
    if (found == recorded.stages.end()) {
      continue;
    }
    setup.recorded_evaluations[planned.id] = found->second.evaluations;
    if (found->second.finished && !is_student) {
      setup.recorded_whole.insert(planned.id);
      positions.push_back(
          {.stage = planned.id, .completed_steps = store::StagePosition::kWholeStage});
      continue;
    }
    const auto file = recorded.folder / "checkpoint" / fmt::format("{}.safetensors", planned.id);
    auto state = train::loadState(file, planned.fingerprint);
    if (!state || state->step > found->second.series.lastStep()) {
      if (std::filesystem::exists(file) && !state) {
        logger("w2s.run")->warn("{}", state.error().message);
      }
      unsound.push_back(file);
      setup.recorded_evaluations.erase(planned.id);
      continue;
    }
    std::erase_if(setup.recorded_evaluations[planned.id],
                  [&](const auto& evaluation) { return evaluation.step > state->step; });
    positions.push_back({.stage = planned.id, .completed_steps = state->step});
  }
  return positions;
}

// The run `id`, recorded as `recorded`, made ready to go on.
Result<std::unique_ptr<pipeline::RunContext>> reopenRun(const RunnerOptions& options,
                                                        const std::string& id,
                                                        const store::RecordedRun& recorded,
                                                        pipeline::RunSetup setup,
                                                        record::EventSink& sink) {
  setup.is_replay = recorded.manifest.is_replay;
  setup.ground_truth_was_raised =
      std::any_of(recorded.interventions.begin(), recorded.interventions.end(),
                  [](const record::Intervention& change) {
                    return change.parameter == record::LiveParameter::GroundTruthWeight &&
                           change.new_value > 0.0;
                  });
  std::vector<std::filesystem::path> unsound;
  const auto positions = positionsOf(setup, recorded, unsound);
  W2S_TRY(auto reopened, store::RunWriter::reopen(options.workspace, id, positions));
  for (const auto& file : unsound) {
    std::error_code ignored;
    std::filesystem::remove(file, ignored);
  }
  setup.replay = std::move(reopened.replay);
  setup.worked_seconds = reopened.worked_seconds;
  return std::make_unique<pipeline::RunContext>(std::move(setup), std::move(reopened.writer), sink);
}

Result<std::unique_ptr<pipeline::RunContext>> prepareContinued(const RunnerOptions& options,
                                                               const record::RunRequest& request,
                                                               const SharedParts& shared,
                                                               record::EventSink& sink) {
  W2S_TRY(const std::string id, store::findRun(options.workspace, request.resume_id));
  W2S_TRY(const auto recorded, store::loadRun(store::runsFolder(options.workspace) / id));
  const bool is_extension = request.extend_to_steps > 0;
  if (!is_extension && recorded.state == store::RunState::Finished) {
    return fail(
        ErrorCode::InvalidArgument,
        sentence("The run {} is finished. Repeat it with --replay, or train it on with more steps.",
                 id));
  }
  W2S_TRY(pipeline::RunSetup setup,
          makeSetup(options, recorded.manifest.config, recorded.manifest.seed, shared));
  for (const auto& [stage, fingerprint] : recorded.manifest.stages) {
    const auto planned = std::find_if(setup.stages.begin(), setup.stages.end(),
                                      [&](const record::PlannedStage& p) { return p.id == stage; });
    if (planned == setup.stages.end() || planned->fingerprint != fingerprint) {
      return fail(
          ErrorCode::InvalidArgument,
          sentence(
              "The run {} cannot be continued: data, weights, device or program changed since it "
              "was made (stage {}). Start it anew with its configuration instead.",
              id, stage));
    }
  }
  setup.on_divergence = request.on_divergence;
  if (!is_extension) {
    return reopenRun(options, id, recorded, std::move(setup), sink);
  }
  W2S_TRY(const std::string fork,
          store::forkForExtension(options.workspace, id, request.extend_to_steps));
  const auto reopen_fork = [&]() -> Result<std::unique_ptr<pipeline::RunContext>> {
    W2S_TRY(const auto copy, store::loadRun(store::runsFolder(options.workspace) / fork));
    return reopenRun(options, fork, copy, std::move(setup), sink);
  };
  auto context = reopen_fork();
  if (!context) {
    std::error_code ignored;
    std::filesystem::remove_all(store::runsFolder(options.workspace) / fork, ignored);
  }
  return context;
}

}  // namespace

Result<std::unique_ptr<pipeline::RunContext>> prepareRun(const RunnerOptions& options,
                                                         const record::RunRequest& request,
                                                         const SharedParts& shared,
                                                         record::EventSink& sink) {
  W2S_CHECK(store::prepareWorkspace(options.workspace));
  W2S_CHECK(store::checkFreeSpace(options.workspace, kNeededBytes));
  auto context = request.resume_id.empty() ? prepareNew(options, request, shared, sink)
                                           : prepareContinued(options, request, shared, sink);
  if (context) {
    (*context)->control.setSpeed(request.steps_per_second);
    if (request.start_paused) {
      (*context)->control.pause();
    }
  }
  return context;
}

}  // namespace w2s::engine
