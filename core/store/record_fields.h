// What each object of a run's files holds: its keys and where they live, once, in the order of the file.
// Reader and writer (described_json.h) follow from it; `object` is const to the writer. Private to the
// .cpp files of this folder.
#pragma once

#include <concepts>
#include <string_view>
#include <type_traits>

#include "core/metrics/evaluation.h"
#include "core/metrics/pgr.h"
#include "core/record/event.h"
#include "core/store/manifest.h"

namespace w2s::store {

template <class Object, class Type>
concept Is = std::same_as<std::remove_const_t<Object>, Type>;

// --- parts ---

template <Is<metrics::Performance> Object, class Fields>
void describe(Object& object, Fields&& f) {
  f("accuracy", object.accuracy);
  f("loss", object.loss);
  f("n", object.n);
}

template <Is<metrics::Agreement> Object, class Fields>
void describe(Object& object, Fields&& f) {
  f("overall", object.overall);
  f("weak_right", object.weak_right);
  f("weak_wrong", object.weak_wrong);
  f("correction", object.correction);
  f("harm", object.harm);
  f("weak_right_rows", object.weak_right_rows);
  f("weak_wrong_rows", object.weak_wrong_rows);
}

template <Is<metrics::Evaluation> Object, class Fields>
void describe(Object& object, Fields&& f) {
  f("step", object.step);
  f("seconds", object.seconds);
  f("test", object.test);
  f("test_agreement", object.test_agreement);
  f("validation_agreement", object.validation_agreement);
  f("validation_accuracy", object.validation_accuracy);
  f.unless(object.confidence.empty(), "confidence", object.confidence);
}

template <Is<metrics::Pgr> Object, class Fields>
void describe(Object& object, Fields&& f) {
  f("signed", object.signed_value);
  f("book", object.book_value);
  f("ci95", object.ci95);
  f("status", object.status);
}

template <Is<record::Intervention> Object, class Fields>
void describe(Object& object, Fields&& f) {
  f("step", object.step);
  f("parameter", object.parameter);
  f("old", object.old_value);
  f("new", object.new_value);
}

template <Is<record::SeriesColumn> Object, class Fields>
void describe(Object& object, Fields&& f) {
  f("name", object.name);
  f("unit", object.unit);
  f("quantity", object.quantity);
}

template <Is<record::StageInput> Object, class Fields>
void describe(Object& object, Fields&& f) {
  f("port", object.port);
  f.stage("from", object.from);
}

template <Is<record::PlannedStage> Object, class Fields>
void describe(Object& object, Fields&& f) {
  f.stage("stage", object.id);
  f.added("kind", object.kind);
  f.added("role", object.role);
  f.added("title", object.title);
  f.added("label", object.label);
  f("fingerprint", object.fingerprint);
  f.added("inputs", object.inputs);
  f.needs(object);
  f("steps", object.steps);
  f("cached", object.cached);
}

template <Is<record::SelectedStep> Object, class Fields>
void describe(Object& object, Fields&& f) {
  f("step", object.step);
  f("accuracy", object.accuracy);
}

template <Is<record::AgainstCommonCeiling> Object, class Fields>
void describe(Object& object, Fields&& f) {
  f("common_ceiling", object.ceiling);
  f("pgr_common", object.pgr);
}

template <Is<metrics::MeasuredGap> Object, class Fields>
void describe(Object& object, Fields&& f) {
  f("measure", object.measure);
  f("weak", object.weak);
  f("student", object.student);
  f("ceiling", object.ceiling);
}

template <Is<record::RunSummary> Object, class Fields>
void describe(Object& object, Fields&& f) {
  f("weak", object.weak);
  f("ceiling", object.ceiling);
  f("student", object.student);
  f("agreement", object.agreement);
  f("final", object.final_step);
  f("best_agreement", object.best_agreement);
  f("oracle", object.oracle);
  f("pgr", object.pgr);
  f("student_used_ground_truth", object.student_used_ground_truth);
  f("seconds", object.seconds);
  f.unless(object.initial.n == 0, "initial", object.initial);
  f.unless(!object.reference, "reference", object.reference);
  f.inlined("pgr_common", object.common);
  f.unless(object.measures.empty(), "measures", object.measures);
}

template <Is<record::SeriesSchema> Object, class Fields>
void describe(Object& object, Fields&& f) {
  f("columns", object.columns);
}

// --- the manifest ---

template <Is<Versions> Object, class Fields>
void describe(Object& object, Fields&& f) {
  f("program", object.program);
  f("libtorch", object.libtorch);
  f("compiler", object.compiler);
  f("cpu", object.cpu);
  f("git", object.git);
}

template <Is<StageFingerprint> Object, class Fields>
void describe(Object& object, Fields&& f) {
  f.stage("stage", object.stage);
  f("fingerprint", object.fingerprint);
}

// What of the manifest has a plain form; the rest stands in manifest.cpp.
template <Is<Manifest> Object, class Fields>
void describe(Object& object, Fields&& f) {
  f("id", object.id);
  f("name", object.name);
  f("created", object.created);
  f("extends", object.extends);
  f.added("forked_from", object.forked_from);
  f.added("forked_at", object.forked_at);
  f.added("experiment", object.experiment);
  f.added("study", object.study);
  f.whole("seed", object.seed);
  f("device", object.device);
  f("threads", object.threads);
  f("versions", object.versions);
  f("stages", object.stages);
  f.added("is_replay", object.is_replay);
  f.added("planned_interventions", object.planned_interventions);
}

// --- events ---

// The snake_case name of the alternative.
template <class Event>
inline constexpr std::string_view kEventName;

template <>
inline constexpr std::string_view kEventName<record::RunStarted> = "run_started";
template <Is<record::RunStarted> Object, class Fields>
void describe(Object& object, Fields&& f) {
  f("name", object.name);
  f.whole("seed", object.seed);
  f("device", object.device);
  f("stages", object.stages);
}

template <>
inline constexpr std::string_view kEventName<record::StageStarted> = "stage_started";
template <Is<record::StageStarted> Object, class Fields>
void describe(Object& object, Fields&& f) {
  f.stage("stage", object.stage);
  f("steps", object.steps);
  f("resumed_at", object.resumed_at);
}

template <>
inline constexpr std::string_view kEventName<record::StageProgressed> = "stage_progressed";
template <Is<record::StageProgressed> Object, class Fields>
void describe(Object& object, Fields&& f) {
  f.stage("stage", object.stage);
  f("done", object.done);
  f("total", object.total);
  f("unit", object.unit);
}

template <>
inline constexpr std::string_view kEventName<record::StepsMeasured> = "steps_measured";
template <Is<record::StepsMeasured> Object, class Fields>
void describe(Object& object, Fields&& f) {
  f.stage("stage", object.stage);
  f.rows(object.rows);
}

template <>
inline constexpr std::string_view kEventName<record::Evaluated> = "evaluated";
template <Is<record::Evaluated> Object, class Fields>
void describe(Object& object, Fields&& f) {
  f.stage("stage", object.stage);
  describe(object.evaluation, f);
}

template <>
inline constexpr std::string_view kEventName<record::Intervened> = "intervened";
template <Is<record::Intervened> Object, class Fields>
void describe(Object& object, Fields&& f) {
  describe(object.intervention, f);
}

template <>
inline constexpr std::string_view kEventName<record::Diverged> = "diverged";
template <Is<record::Diverged> Object, class Fields>
void describe(Object& object, Fields&& f) {
  f.stage("stage", object.stage);
  f("step", object.step);
  f("term", object.term);
  f("last_good_step", object.last_good_step);
}

template <>
inline constexpr std::string_view kEventName<record::Rewound> = "rewound";
template <Is<record::Rewound> Object, class Fields>
void describe(Object& object, Fields&& f) {
  f.stage("stage", object.stage);
  f("step", object.step);
}

template <>
inline constexpr std::string_view kEventName<record::StageFinished> = "stage_finished";
template <Is<record::StageFinished> Object, class Fields>
void describe(Object& object, Fields&& f) {
  f.stage("stage", object.stage);
  f("seconds", object.seconds);
  f("from_cache", object.from_cache);
  f("test", object.test);
  f.unless(object.note.text.empty(), "note", object.note);
}

template <>
inline constexpr std::string_view kEventName<record::RunPaused> = "run_paused";
template <Is<record::RunPaused> Object, class Fields>
void describe(Object& /*object*/, Fields&& /*f*/) {}

template <>
inline constexpr std::string_view kEventName<record::RunContinued> = "run_continued";
template <Is<record::RunContinued> Object, class Fields>
void describe(Object& /*object*/, Fields&& /*f*/) {}

template <>
inline constexpr std::string_view kEventName<record::RunFinished> = "run_finished";
template <Is<record::RunFinished> Object, class Fields>
void describe(Object& object, Fields&& f) {
  f("summary", object.summary);
}

template <>
inline constexpr std::string_view kEventName<record::RunStopped> = "run_stopped";
template <Is<record::RunStopped> Object, class Fields>
void describe(Object& object, Fields&& f) {
  f("kept", object.kept);
}

template <>
inline constexpr std::string_view kEventName<record::RunFailed> = "run_failed";
template <Is<record::RunFailed> Object, class Fields>
void describe(Object& object, Fields&& f) {
  f("code", object.error.code);
  f("message", object.error.message);
  f.unless(object.error.said.pattern.empty(), "said", object.error.said);
  f("detail", object.error.detail);
  f.stage("stage", object.stage);
  f("step", object.step);
}

}  // namespace w2s::store
