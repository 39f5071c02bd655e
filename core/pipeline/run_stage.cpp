#include "core/pipeline/run_stage.h"

#include <algorithm>
#include <filesystem>
#include <utility>
#include <vector>

#include "core/base/log.h"
#include "core/pipeline/plan.h"
#include "core/store/series.h"

namespace w2s::pipeline {
namespace {

// A run that is repeated, steered by plan or wanted anew trains what follows live changes.
bool mayUseCache(const RunSetup& setup, const StageType& type) {
  return type.load != nullptr && !(type.follows_live_changes &&
                                   (setup.is_fresh || setup.is_replay || !setup.replay.empty()));
}

struct RecordedCourse {
  record::StepBlock series;
  std::vector<metrics::Evaluation> evaluations;
};

// All that is read of the entry, before anything of it is reported. An error: it cannot be used.
Result<RecordedCourse> readCourse(StageContext& context, const store::StageEntry& entry) {
  RecordedCourse course;
  W2S_TRY(course.series, entry.readSeries());
  W2S_TRY(course.evaluations, entry.readEvaluations());
  W2S_CHECK(context.run().takePredictions(context.id(), entry));
  return course;
}

// The recorded course of a cached stage, as if it had just run. In blocks, so that no receiver gets
// a million rows at once.
Status emitRecorded(StageContext& context, const RecordedCourse& course) {
  constexpr std::size_t kRowsAnEvent = 4096;
  const record::StepBlock& series = course.series;
  context.outcome.evaluations = course.evaluations;
  W2S_CHECK(context.begin(context.planned().steps));
  for (std::size_t first = 0; first < series.size(); first += kRowsAnEvent) {
    W2S_CHECK(context.emit(
        record::StepsMeasured{.stage = context.id(), .rows = series.part(first, kRowsAnEvent)}));
  }
  for (const auto& evaluation : context.outcome.evaluations) {
    W2S_CHECK(context.emit(record::Evaluated{.stage = context.id(), .evaluation = evaluation}));
  }
  return {};
}

// False: no usable entry.
Result<bool> takeFromCache(StageContext& context, const StageType& type) {
  const RunSetup& setup = context.setup();
  if (!mayUseCache(setup, type) || context.run().goesOnFromCheckpoint(context.id())) {
    return false;
  }
  const auto entry = setup.cache.find(context.planned().fingerprint);
  if (!entry) {
    const auto damage = setup.cache.damageOf(context.planned().fingerprint);
    if (damage) {
      logger("w2s.run")->warn("{}", damage->text);
      W2S_CHECK(context.run().note(damage->text));
    }
    return false;
  }
  // Before anything of it is used: a stage that has reported a part of an unsound entry could not
  // run again.
  const Status checked = entry->check();
  W2S_TRY(const bool is_loaded, checked ? type.load(context, *entry) : Result<bool>(false));
  const auto course = is_loaded ? readCourse(context, *entry) : RecordedCourse();
  if (!is_loaded || !course) {
    if (checked) {  // else the check has said it
      logger("w2s.run")->warn("The cache entry {} cannot be used; its stage {} is run again.",
                              entry->folder.string(), context.id());
    }
    W2S_CHECK(checked ? Status{} : context.run().note(checked.error().message));
    return false;
  }
  if (type.follows_live_changes && !context.run().control.closeToChanges()) {
    return false;  // steered while it was prepared
  }
  W2S_CHECK(emitRecorded(context, *course));
  context.outcome.seconds = entry->result.seconds;
  context.outcome.test = entry->result.test;
  context.outcome.from_cache = true;
  return true;
}

Status putIntoCache(StageContext& context, const StageType& type) {
  const RunSetup& setup = context.setup();
  if (type.save == nullptr || (type.follows_live_changes && context.run().wasSteered()) ||
      !context.outcome.note.text.empty()) {
    return {};
  }
  W2S_TRY(auto writer, setup.cache.begin(context.planned().fingerprint));
  if (const auto series = context.run().seriesFile(context.id()); std::filesystem::exists(series)) {
    W2S_CHECK(writer.copySeries(series));
  }
  if (!context.outcome.evaluations.empty()) {
    W2S_CHECK(writer.writeEvaluations(context.id(), context.outcome.evaluations));
  }
  W2S_CHECK(context.run().givePredictions(context.id(), writer));
  W2S_CHECK(type.save(context, writer));
  return writer
      .commit(
          {.stage = context.id(), .seconds = context.outcome.seconds, .test = context.outcome.test})
      .map([](const auto&) {});
}

}  // namespace

Result<StageEnd> runStage(RunContext& run, const record::StageId& id) {
  const record::PlannedStage& planned = run.planned(id);
  const StageType* type = findStageType(planned.kind);
  if (type == nullptr) {
    return fail(ErrorCode::Internal,
                sentence("The stage {} is of the kind {}, which this program does not know.", id,
                         planned.kind));
  }
  StageContext context(run, planned);
  W2S_TRY(const bool is_cached, takeFromCache(context, *type));
  if (!is_cached) {
    W2S_TRY(const StageEnd end, type->run(context));
    if (end == StageEnd::Stopped) {
      return end;
    }
    W2S_CHECK(putIntoCache(context, *type));
  }
  W2S_CHECK(context.emit(record::StageFinished{.stage = id,
                                               .seconds = context.outcome.seconds,
                                               .from_cache = context.outcome.from_cache,
                                               .test = context.outcome.test,
                                               .note = context.outcome.note}));
  return StageEnd::Done;
}

Status matchStepsOfStudent(RunContext& run) {
  const record::PlannedStage* student = run.plannedFor(SummaryPart::Student);
  const AnswerArtifact* answers = student != nullptr ? run.answersOf(student->id) : nullptr;
  if (answers == nullptr || answers->last.step == student->steps) {
    return {};
  }
  PlanInputs inputs = run.setup.plan_inputs;
  inputs.ceiling_steps = answers->last.step;
  for (const record::PlannedStage& stage : makePlan(run.setup.config, inputs)) {
    const auto& before = run.setup.stages;
    const bool was_planned =
        std::ranges::find(before, stage.id, &record::PlannedStage::id) != before.end();
    if (!was_planned || !isYardstick(stage) ||
        run.planned(stage.id).fingerprint == stage.fingerprint) {
      continue;
    }
    W2S_CHECK(run.replan(stage));
    W2S_TRY(const StageEnd end, runStage(run, stage.id));
    if (end == StageEnd::Stopped) {
      return fail(ErrorCode::Interrupted, "stopped");
    }
  }
  return {};
}

bool comesFromCache(const RunSetup& setup, const record::PlannedStage& planned) {
  const StageType* type = findStageType(planned.kind);
  if (type == nullptr) {
    return false;
  }
  if (type->is_cached != nullptr) {
    return type->is_cached(setup, planned);
  }
  return mayUseCache(setup, *type) && setup.cache.find(planned.fingerprint).has_value();
}

bool isSharedThroughCache(const RunSetup& setup, const record::PlannedStage& planned) {
  const StageType* type = findStageType(planned.kind);
  return type != nullptr && type->save != nullptr && !type->follows_live_changes &&
         mayUseCache(setup, *type) && !planned.cached;
}

}  // namespace w2s::pipeline
