#include "tests/support/stored_fake_runner.h"

#include <mutex>
#include <optional>
#include <set>
#include <utility>

#include "core/store/recorded_run.h"
#include "core/store/run_folder.h"
#include "core/store/run_list.h"
#include "core/store/workspace.h"
#include "tests/support/checkpoint_file.h"

namespace w2s::test {

using namespace record;
using namespace engine;

// Where a continued run goes on; events before it were told and written in its first life.
struct Continuation {
  std::int64_t step = 0;
  std::set<StageId> whole;
};

class RunRecorder final : public EventSink {
 public:
  RunRecorder(store::RunWriter writer, EventSink& sink, Continuation from)
      : id(writer.id()), writer_(std::move(writer)), sink_(sink), from_(std::move(from)) {}

  void onEvent(const std::string&, const Event& event) override {
    const std::lock_guard lock(mutex_);
    if (!writer_) {
      return;
    }
    const auto told = restOf(event);
    if (!told) {
      return;
    }
    if (const auto* finished = std::get_if<RunFinished>(&*told)) {
      static_cast<void>(writer_->writeSummary(finished->summary));
    }
    if (!writer_->write(*told)) {
      std::abort();
    }
    if (const auto* evaluated = std::get_if<Evaluated>(&*told);
        evaluated != nullptr && evaluated->stage == stage::kStudent) {
      writeCheckpoint(writer_->checkpointFile(stage::kStudent), "", evaluated->evaluation.step);
    }
    if (isTerminal(*told)) {
      const auto* stopped = std::get_if<RunStopped>(&*told);
      if (stopped != nullptr && !stopped->kept) {
        static_cast<void>(store::discardRun(std::move(*writer_)));
      }
      writer_.reset();
    }
    sink_.onEvent(id, *told);
  }

  void kill() {
    const std::lock_guard lock(mutex_);
    writer_.reset();
  }

  const std::string id;

 private:
  [[nodiscard]] std::optional<Event> restOf(const Event& event) const {
    if (from_.step == 0) {
      return event;
    }
    if (const auto* started = std::get_if<StageStarted>(&event)) {
      if (from_.whole.contains(started->stage)) {
        return std::nullopt;
      }
      StageStarted again = *started;
      again.resumed_at = from_.step;
      return again;
    }
    if (const auto* measured = std::get_if<StepsMeasured>(&event)) {
      StepsMeasured rest{.stage = measured->stage, .rows = {}};
      const auto& steps = measured->rows.steps;
      const auto first = std::ranges::upper_bound(steps, static_cast<double>(from_.step));
      rest.rows.append(measured->rows, static_cast<std::size_t>(first - steps.begin()));
      return rest.rows.empty() ? std::nullopt : std::optional<Event>(rest);
    }
    if (const auto* evaluated = std::get_if<Evaluated>(&event)) {
      return evaluated->evaluation.step > from_.step ? std::optional(event) : std::nullopt;
    }
    if (const auto* intervened = std::get_if<Intervened>(&event)) {
      return intervened->intervention.step >= from_.step ? std::optional(event) : std::nullopt;
    }
    const auto of_whole = [this](const StageId& stage) { return from_.whole.contains(stage); };
    if (const auto* progressed = std::get_if<StageProgressed>(&event)) {
      return of_whole(progressed->stage) ? std::nullopt : std::optional(event);
    }
    if (const auto* finished = std::get_if<StageFinished>(&event)) {
      return of_whole(finished->stage) ? std::nullopt : std::optional(event);
    }
    return event;
  }

  std::mutex mutex_;
  std::optional<store::RunWriter> writer_;
  EventSink& sink_;
  Continuation from_;
};

namespace {

class StoredRun final : public RunHandle {
 public:
  StoredRun(std::shared_ptr<RunHandle> fake, std::string id)
      : inner(std::move(fake)), id_(std::move(id)) {}
  [[nodiscard]] const std::string& id() const override {
    return id_;
  }
  void pause() override {
    inner->pause();
  }
  void resume() override {
    inner->resume();
  }
  void step(StepUnit unit) override {
    inner->step(unit);
  }
  void stop(StopMode mode) override {
    inner->stop(mode);
  }
  void setSpeed(double steps_per_second) override {
    inner->setSpeed(steps_per_second);
  }
  void set(LiveParameter parameter, double value) override {
    inner->set(parameter, value);
  }
  void decide(DivergenceDecision decision) override {
    inner->decide(decision);
  }
  [[nodiscard]] bool isPaused() const override {
    return inner->isPaused();
  }
  [[nodiscard]] bool isOver() const override {
    return inner->isOver();
  }
  [[nodiscard]] double seconds() const override {
    return inner->seconds();
  }
  const std::shared_ptr<RunHandle> inner;

 private:
  std::string id_;
};

store::Manifest manifestOf(const RunRequest& request) {
  store::Manifest manifest;
  manifest.name = request.config.name;
  manifest.seed = request.seed;
  manifest.device = "cpu";
  manifest.threads = 1;
  manifest.config = request.config;
  manifest.versions = store::currentVersions();
  return manifest;
}

}  // namespace

StoredFakeRunner::StoredFakeRunner(std::filesystem::path workspace, FakeRunnerOptions options)
    : workspace_(std::move(workspace)), options_(options), inner_(std::move(options)) {}

StoredFakeRunner::~StoredFakeRunner() = default;

Result<std::shared_ptr<RunHandle>> StoredFakeRunner::start(const RunRequest& request,
                                                           EventSink& sink) {
  requests_.push_back(request);
  RunRequest inner_request = request;
  Continuation from;
  std::optional<store::RunWriter> writer;
  if (request.resume_id.empty()) {
    W2S_TRY(writer, store::RunWriter::create(workspace_, manifestOf(request)));
  } else {
    W2S_TRY(const auto recorded, store::loadRun(store::runsFolder(workspace_) / request.resume_id));
    const auto student = recorded.stages.find(stage::kStudent);
    if (student != recorded.stages.end() && !student->second.evaluations.empty()) {
      from.step = student->second.evaluations.back().step;
    }
    std::vector<store::StagePosition> positions;
    for (const auto& [kind, stage] : recorded.stages) {
      if (from.step > 0) {
        if (stage.finished) {
          from.whole.insert(kind);
        }
        positions.push_back(
            {.stage = kind,
             .completed_steps = stage.finished ? store::StagePosition::kWholeStage : from.step});
      }
    }
    W2S_TRY(auto reopened, store::RunWriter::reopen(workspace_, request.resume_id, positions));
    writer = std::move(reopened.writer);
    inner_request.config = recorded.manifest.config;
    inner_request.seed = recorded.manifest.seed;
    inner_request.replay = recorded.interventions;
  }
  auto recorder = std::make_shared<RunRecorder>(std::move(*writer), sink, std::move(from));
  recorders_.push_back(recorder);
  W2S_TRY(auto inner, inner_.start(inner_request, *recorder));
  return std::make_shared<StoredRun>(std::move(inner), recorder->id);
}

void StoredFakeRunner::wait(const std::vector<std::shared_ptr<RunHandle>>& runs) {
  std::vector<std::shared_ptr<RunHandle>> inner;
  for (const auto& run : runs) {
    inner.push_back(std::static_pointer_cast<StoredRun>(run)->inner);
  }
  inner_.wait(inner);
}

void StoredFakeRunner::kill() {
  for (const auto& recorder : recorders_) {
    recorder->kill();
  }
}

std::vector<RunRequest> StoredFakeRunner::requests() const {
  return requests_;
}

}  // namespace w2s::test
