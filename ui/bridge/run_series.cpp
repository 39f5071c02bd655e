#include "ui/bridge/run_series.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <utility>
#include <variant>

#include "core/base/rounding.h"
#include "core/data/registry.h"

namespace w2s::ui {
namespace {

// Unique over all series of the process, so that a cache also notices that it looks at another run.
std::size_t nextGeneration() {
  static std::atomic<std::size_t> counter{1};
  return ++counter;
}

void truncate(StageSeries& stage, std::int64_t step) {
  stage.rows.cutAfter(step);
  std::erase_if(stage.evaluations,
                [step](const metrics::Evaluation& evaluation) { return evaluation.step > step; });
  stage.done = std::clamp<std::int64_t>(step, 0, stage.done);
  stage.generation = nextGeneration();
}

}  // namespace

metrics::Performance StageSeries::performance() const {
  if (state == State::Finished && test.n > 0) {
    return test;
  }
  return evaluations.empty() ? metrics::Performance{} : evaluations.back().test;
}

double stepsPerEpochOf(const config::ExperimentConfig& config) {
  const std::int64_t batches =
      config.task.transfer_rows / std::max<std::int64_t>(1, config.optimizer.batch_rows);
  return static_cast<double>(std::max<std::int64_t>(1, batches));
}

bool isAboveChance(const metrics::Performance& performance, double chance) {
  const auto n = static_cast<double>(std::max<std::int64_t>(1, performance.n));
  return performance.accuracy - chance >
         std::max(0.01, 2.0 * std::sqrt(chance * (1.0 - chance) / n));
}

double chanceOf(const config::ExperimentConfig& config) {
  const auto card = data::findCard(config.task.dataset);
  const std::size_t classes = card ? (*card)->class_names.size() : 0;
  return classes > 0 ? 1.0 / static_cast<double>(classes) : 0.0;
}

RunSeries::RunSeries(std::string run_id) : id(std::move(run_id)) {}

StageSeries& RunSeries::at(const record::StageId& kind) {
  const auto [found, added] = stages_.try_emplace(kind);
  if (added) {
    found->second.generation = nextGeneration();
  }
  return found->second;
}

void RunSeries::apply(const record::Event& event) {
  std::visit([this](const auto& fact) { on(fact); }, event);
}

void RunSeries::expectRepeats() {
  to_repeat_ = interventions;
}

void RunSeries::on(const record::RunStarted& event) {
  name = event.name;
  stopped = false;
  seed = event.seed;
  device = event.device;
  plan = event.stages;
  for (const record::PlannedStage& planned : event.stages) {
    StageSeries& stage = at(planned.id);
    if (stage.state != StageSeries::State::Absent) {
      continue;  // a continued run says its plan again; what it has done stays done
    }
    stage.state = StageSeries::State::Waiting;
    stage.steps = stage.total = planned.steps;
    stage.from_cache = planned.cached;
  }
}

void RunSeries::on(const record::StageStarted& event) {
  StageSeries& stage = at(event.stage);
  stage.state = StageSeries::State::Running;
  stage.steps = stage.total = event.steps > 0 ? event.steps : stage.total;
  stage.done = event.resumed_at;
  truncate(stage, event.resumed_at);
  if (event.resumed_at == 0) {
    stage.evaluations.clear();  // starts anew, with another evaluation before its first step
    stage.initial.reset();
  }
  current_stage = event.stage;
}

void RunSeries::on(const record::StageProgressed& event) {
  StageSeries& stage = at(event.stage);
  stage.state = StageSeries::State::Running;  // rows may come before a training stage's first step
  stage.done = event.done;
  stage.total = event.total;
  stage.unit = event.unit;
}

void RunSeries::on(const record::StepsMeasured& event) {
  StageSeries& stage = at(event.stage);
  const record::Role role = record::describedStage(event.stage).role;
  if (role == record::Role::Student || role == record::Role::Other) {
    stage.rows.append(event.rows);
  }
  if (!event.rows.empty()) {
    stage.done = event.rows.lastStep();
    stage.unit = "steps";
  }
}

void RunSeries::on(const record::Evaluated& event) {
  StageSeries& stage = at(event.stage);
  if (event.evaluation.step == 0 && chance > 0.0 && !isAboveChance(event.evaluation.test, chance)) {
    stage.initial = event.evaluation.test;
    return;
  }
  auto& evaluations = stage.evaluations;
  if (!evaluations.empty() && evaluations.back().step == event.evaluation.step) {
    evaluations.back() = event.evaluation;  // made again after a rewind or a resumption
  } else {
    evaluations.push_back(event.evaluation);
  }
}

void RunSeries::on(const record::Intervened& event) {
  // As the run's folder tells them apart. A slider drawn to and fro before one batch makes equal
  // ones, all of which count.
  const record::Intervention& change = event.intervention;
  const auto again = std::ranges::find_if(to_repeat_, [&](const record::Intervention& known) {
    return known.step == change.step && known.parameter == change.parameter &&
           known.new_value == change.new_value;
  });
  if (again != to_repeat_.end()) {
    to_repeat_.erase(again);
  } else {
    interventions.push_back(change);
  }
  if (event.intervention.parameter == record::LiveParameter::Steps) {
    StageSeries& student = at(record::stage::kStudent);
    student.steps = student.total =
        std::max<std::int64_t>(0, wholeNumber(event.intervention.new_value));
  }
}

void RunSeries::on(const record::Diverged& event) {
  divergence = event;
  divergences.push_back(event);
}

void RunSeries::on(const record::Rewound& event) {
  truncate(at(event.stage), event.step);
  divergence.reset();
  if (event.stage == record::stage::kStudent) {
    const auto is_void = [&](const record::Intervention& intervention) {
      return intervention.step >= event.step;  // the index of a batch, not a count of them
    };
    std::erase_if(interventions, is_void);
    std::erase_if(to_repeat_, is_void);  // made after this they are new ones
  }
}

void RunSeries::on(const record::StageFinished& event) {
  StageSeries& stage = at(event.stage);
  stage.state = StageSeries::State::Finished;
  stage.seconds = event.seconds;
  stage.from_cache = event.from_cache;
  stage.test = event.test;
  stage.done = stage.total = std::max(stage.done, stage.total);
}

void RunSeries::on(const record::RunPaused&) {}
void RunSeries::on(const record::RunContinued&) {}

void RunSeries::on(const record::RunFinished& event) {
  summary = event.summary;
  divergence.reset();
}

void RunSeries::on(const record::RunStopped&) {
  stopped = true;
  divergence.reset();
}

void RunSeries::on(const record::RunFailed& event) {
  failure = event;
  divergence.reset();
}

}  // namespace w2s::ui
