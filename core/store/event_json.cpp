#include "core/store/event_json.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/store/json_fields.h"

namespace w2s::store {
namespace {

using namespace experiment;

template <class Value, std::size_t N>
using Names = std::array<std::pair<Value, std::string_view>, N>;

constexpr Names<ErrorCode, 9> kErrorCodes{{
    {ErrorCode::InvalidArgument, "invalid_argument"},
    {ErrorCode::NotFound, "not_found"},
    {ErrorCode::BadFormat, "bad_format"},
    {ErrorCode::Io, "io"},
    {ErrorCode::OutOfMemory, "out_of_memory"},
    {ErrorCode::NonFinite, "non_finite"},
    {ErrorCode::Unavailable, "unavailable"},
    {ErrorCode::Interrupted, "interrupted"},
    {ErrorCode::Internal, "internal"},
}};

constexpr std::array kPgrStatuses{metrics::PgrStatus::Ok, metrics::PgrStatus::GapNotSignificant,
                                  metrics::PgrStatus::CeilingNotAboveWeak,
                                  metrics::PgrStatus::WeakAtChance};

std::string_view nameOf(ErrorCode code) {
  const auto* const found =
      std::ranges::find(kErrorCodes, code, &decltype(kErrorCodes)::value_type::first);
  return found == kErrorCodes.end() ? "internal" : found->second;
}

ErrorCode errorCodeOf(const std::string& name) {
  const auto* const found =
      std::ranges::find(kErrorCodes, name, &decltype(kErrorCodes)::value_type::second);
  if (found == kErrorCodes.end()) {
    throw BadField{sentence("\"code\" names no kind of error: \"{}\"", name)};
  }
  return found->first;
}

metrics::PgrStatus pgrStatusOf(const std::string& name) {
  for (const auto status : kPgrStatuses) {
    if (metrics::nameOf(status) == name) {
      return status;
    }
  }
  throw BadField{sentence("\"status\" names no PGR status: \"{}\"", name)};
}

// --- parts ---

Json toJson(const metrics::Agreement& agreement) {
  return {{"overall", jsonNumber(agreement.overall)},
          {"weak_right", jsonNumber(agreement.weak_right)},
          {"weak_wrong", jsonNumber(agreement.weak_wrong)},
          {"correction", jsonNumber(agreement.correction)},
          {"harm", jsonNumber(agreement.harm)},
          {"weak_right_rows", agreement.weak_right_rows},
          {"weak_wrong_rows", agreement.weak_wrong_rows}};
}

metrics::Agreement agreementOf(const JsonFields& fields) {
  return {.overall = fields.number("overall"),
          .weak_right = fields.number("weak_right"),
          .weak_wrong = fields.number("weak_wrong"),
          .correction = fields.number("correction"),
          .harm = fields.number("harm"),
          .weak_right_rows = fields.integer("weak_right_rows"),
          .weak_wrong_rows = fields.integer("weak_wrong_rows")};
}

// One [rows, right rows, mean probability] a bin.
Json toJson(const std::vector<metrics::ConfidenceBin>& bins) {
  Json json = Json::array();
  for (const metrics::ConfidenceBin& bin : bins) {
    json.push_back(Json::array({bin.n, bin.right, jsonNumber(bin.confidence)}));
  }
  return json;
}

Json toJson(const std::optional<double>& value) {
  return value ? jsonNumber(*value) : Json(nullptr);
}

std::optional<double> optionalNumber(const JsonFields& fields, const char* key) {
  return fields.isNull(key) ? std::nullopt : std::optional(fields.number(key));
}

Json toJson(const metrics::Pgr& pgr) {
  Json interval;
  if (pgr.ci95) {
    interval = Json::array({jsonNumber(pgr.ci95->low), jsonNumber(pgr.ci95->high)});
  }
  return {{"signed", toJson(pgr.signed_value)},
          {"book", toJson(pgr.book_value)},
          {"ci95", std::move(interval)},
          {"status", metrics::nameOf(pgr.status)}};
}

metrics::Pgr pgrOf(const JsonFields& fields) {
  metrics::Pgr pgr{.signed_value = optionalNumber(fields, "signed"),
                   .book_value = optionalNumber(fields, "book"),
                   .ci95 = std::nullopt,
                   .status = pgrStatusOf(fields.text("status"))};
  if (!fields.isNull("ci95")) {
    const Json& ends = fields.list("ci95");
    if (ends.size() != 2) {
      throw BadField{sentence("\"ci95\" is not a pair of numbers")};
    }
    pgr.ci95 = {.low = numberOf(ends[0], "ci95"), .high = numberOf(ends[1], "ci95")};
  }
  return pgr;
}

Json toJson(const SelectedStep& selected) {
  return {{"step", selected.step}, {"accuracy", jsonNumber(selected.accuracy)}};
}

SelectedStep selectedOf(const JsonFields& fields) {
  return {.step = fields.integer("step"), .accuracy = fields.number("accuracy")};
}

Json toJson(const RunSummary& summary) {
  Json json{{"weak", store::toJson(summary.weak)},
          {"ceiling", store::toJson(summary.ceiling)},
          {"student", store::toJson(summary.student)},
          {"agreement", toJson(summary.agreement)},
          {"final", toJson(summary.final_step)},
          {"best_agreement", toJson(summary.best_agreement)},
          {"oracle", toJson(summary.oracle)},
          {"pgr", toJson(summary.pgr)},
          {"student_used_ground_truth", summary.student_used_ground_truth},
          {"seconds", jsonNumber(summary.seconds)}};
  if (summary.common) {
    json["common_ceiling"] = store::toJson(summary.common->ceiling);
    json["pgr_common"] = toJson(summary.common->pgr);
  }
  return json;
}

// Absent without a common ceiling, and in files of earlier versions.
std::optional<AgainstCommonCeiling> commonOf(const JsonFields& fields) {
  if (!fields.has("pgr_common")) {
    return std::nullopt;
  }
  return AgainstCommonCeiling{.ceiling = performanceOf(fields.child("common_ceiling")),
                              .pgr = pgrOf(fields.child("pgr_common"))};
}

RunSummary summaryOf(const JsonFields& fields) {
  return {.weak = performanceOf(fields.child("weak")),
          .ceiling = performanceOf(fields.child("ceiling")),
          .student = performanceOf(fields.child("student")),
          .agreement = agreementOf(fields.child("agreement")),
          .final_step = selectedOf(fields.child("final")),
          .best_agreement = selectedOf(fields.child("best_agreement")),
          .oracle = selectedOf(fields.child("oracle")),
          .pgr = pgrOf(fields.child("pgr")),
          .common = commonOf(fields),
          .student_used_ground_truth = fields.boolean("student_used_ground_truth"),
          .seconds = fields.number("seconds")};
}

Json toJson(const PlannedStage& planned) {
  Json needs = Json::array();
  for (const StageKind need : planned.needs) {
    needs.push_back(experiment::nameOf(need));
  }
  return {{"stage", experiment::nameOf(planned.kind)},
          {"fingerprint", planned.fingerprint},
          {"needs", std::move(needs)},
          {"steps", planned.steps},
          {"cached", planned.cached}};
}

PlannedStage plannedOf(const JsonFields& fields) {
  PlannedStage planned;
  planned.kind = fields.stage("stage");
  planned.fingerprint = fields.text("fingerprint");
  planned.steps = fields.integer("steps");
  planned.cached = fields.boolean("cached");
  for (const Json& need : fields.list("needs")) {
    planned.needs.push_back(
        JsonFields::stageNamed(need.is_string() ? need.get<std::string>() : "", "needs"));
  }
  return planned;
}

// The order of a row's numbers in JSON: that of the series file.
Json toJson(const StepRow& row) {
  Json values = Json::array({row.step});
  for (const double value : {row.total, row.kd, row.confidence, row.ground_truth, row.entropy,
                             row.kd_weight, row.confidence_weight, row.ground_truth_weight,
                             row.entropy_weight, row.learning_rate, row.temperature}) {
    values.push_back(jsonNumber(value));
  }
  return values;
}

StepRow rowOf(const Json& values) {
  if (!values.is_array() || values.size() != 12 || !values[0].is_number_integer()) {
    throw BadField{
        sentence("\"rows\" holds something else than lists of a step and eleven numbers")};
  }
  const auto number = [&](std::size_t index) { return numberOf(values[index], "rows"); };
  return {.step = values[0].get<std::int64_t>(),
          .total = number(1),
          .kd = number(2),
          .confidence = number(3),
          .ground_truth = number(4),
          .entropy = number(5),
          .kd_weight = number(6),
          .confidence_weight = number(7),
          .ground_truth_weight = number(8),
          .entropy_weight = number(9),
          .learning_rate = number(10),
          .temperature = number(11)};
}

// --- one form an alternative ---

// The first keys of an event's object.
Json named(std::string_view event) {
  return {{"event", event}};
}
Json named(std::string_view event, StageKind stage) {
  return {{"event", event}, {"stage", experiment::nameOf(stage)}};
}

struct EventWriter {
  Json operator()(const RunStarted& event) const {
    Json json = named("run_started");
    json["name"] = event.name;
    json["seed"] = event.seed;
    json["device"] = event.device;
    json["stages"] = Json::array();
    for (const PlannedStage& planned : event.stages) {
      json["stages"].push_back(toJson(planned));
    }
    return json;
  }
  Json operator()(const StageStarted& event) const {
    Json json = named("stage_started", event.stage);
    json["steps"] = event.steps;
    json["resumed_at"] = event.resumed_at;
    return json;
  }
  Json operator()(const StageProgressed& event) const {
    Json json = named("stage_progressed", event.stage);
    json["done"] = event.done;
    json["total"] = event.total;
    json["unit"] = event.unit;
    return json;
  }
  Json operator()(const StepsMeasured& event) const {
    Json json = named("steps_measured", event.stage);
    json["rows"] = Json::array();
    for (const StepRow& row : event.rows) {
      json["rows"].push_back(toJson(row));
    }
    return json;
  }
  Json operator()(const Evaluated& event) const {
    const metrics::Evaluation& evaluation = event.evaluation;
    Json json = named("evaluated", event.stage);
    json["step"] = evaluation.step;
    json["seconds"] = jsonNumber(evaluation.seconds);
    json["test"] = store::toJson(evaluation.test);
    json["test_agreement"] = toJson(evaluation.test_agreement);
    json["validation_agreement"] = jsonNumber(evaluation.validation_agreement);
    json["validation_accuracy"] = jsonNumber(evaluation.validation_accuracy);
    if (!evaluation.confidence.empty()) {
      json["confidence"] = toJson(evaluation.confidence);
    }
    return json;
  }
  Json operator()(const Intervened& event) const {
    Json json = named("intervened");
    json.update(store::toJson(event.intervention));
    return json;
  }
  Json operator()(const Diverged& event) const {
    Json json = named("diverged", event.stage);
    json["step"] = event.step;
    json["term"] = event.term;
    json["last_good_step"] = event.last_good_step;
    return json;
  }
  Json operator()(const Rewound& event) const {
    Json json = named("rewound", event.stage);
    json["step"] = event.step;
    return json;
  }
  Json operator()(const StageFinished& event) const {
    Json json = named("stage_finished", event.stage);
    json["seconds"] = jsonNumber(event.seconds);
    json["from_cache"] = event.from_cache;
    json["test"] = store::toJson(event.test);
    return json;
  }
  Json operator()(const RunPaused&) const {
    return named("run_paused");
  }
  Json operator()(const RunContinued&) const {
    return named("run_continued");
  }
  Json operator()(const RunFinished& event) const {
    Json json = named("run_finished");
    json["summary"] = toJson(event.summary);
    return json;
  }
  Json operator()(const RunStopped& event) const {
    Json json = named("run_stopped");
    json["kept"] = event.kept;
    return json;
  }
  Json operator()(const RunFailed& event) const {
    Json json = named("run_failed");
    json["code"] = nameOf(event.error.code);
    json["message"] = event.error.message;
    json["detail"] = event.error.detail;
    json["stage"] = event.stage ? Json(experiment::nameOf(*event.stage)) : Json(nullptr);
    json["step"] = event.step;
    return json;
  }
};

// Where members own memory they are set one by one: GCC 12 destroys them twice when a later
// initialiser of a braced list throws.
Event readRunStarted(const JsonFields& fields) {
  RunStarted event;
  event.name = fields.text("name");
  event.seed = fields.integer("seed");
  event.device = fields.text("device");
  for (const Json& planned : fields.list("stages")) {
    event.stages.push_back(plannedOf(JsonFields(planned)));
  }
  return event;
}

Event readStageStarted(const JsonFields& fields) {
  return StageStarted{.stage = fields.stage("stage"),
                      .steps = fields.integer("steps"),
                      .resumed_at = fields.integer("resumed_at")};
}

Event readStageProgressed(const JsonFields& fields) {
  StageProgressed event;
  event.stage = fields.stage("stage");
  event.done = fields.integer("done");
  event.total = fields.integer("total");
  event.unit = fields.text("unit");
  return event;
}

Event readStepsMeasured(const JsonFields& fields) {
  StepsMeasured event;
  event.stage = fields.stage("stage");
  for (const Json& row : fields.list("rows")) {
    event.rows.push_back(rowOf(row));
  }
  return event;
}

// Absent in files of earlier versions.
std::vector<metrics::ConfidenceBin> confidenceOf(const JsonFields& fields) {
  std::vector<metrics::ConfidenceBin> bins;
  if (!fields.has("confidence")) {
    return bins;
  }
  for (const Json& bin : fields.list("confidence")) {
    if (!bin.is_array() || bin.size() != 3 || !bin[0].is_number_integer() ||
        !bin[1].is_number_integer()) {
      throw BadField{
          sentence("\"confidence\" is not a list of [rows, right rows, mean probability]")};
    }
    bins.push_back({.n = bin[0].get<std::int64_t>(),
                    .right = bin[1].get<std::int64_t>(),
                    .confidence = numberOf(bin[2], "confidence")});
  }
  return bins;
}

Event readEvaluated(const JsonFields& fields) {
  Evaluated event;
  event.stage = fields.stage("stage");
  metrics::Evaluation& evaluation = event.evaluation;
  evaluation.step = fields.integer("step");
  evaluation.seconds = fields.number("seconds");
  evaluation.test = performanceOf(fields.child("test"));
  evaluation.test_agreement = agreementOf(fields.child("test_agreement"));
  evaluation.validation_agreement = fields.number("validation_agreement");
  evaluation.validation_accuracy = fields.number("validation_accuracy");
  evaluation.confidence = confidenceOf(fields);
  return event;
}

Event readIntervened(const JsonFields& fields) {
  return Intervened{interventionOf(fields)};
}

Event readDiverged(const JsonFields& fields) {
  Diverged event;
  event.stage = fields.stage("stage");
  event.step = fields.integer("step");
  event.term = fields.text("term");
  event.last_good_step = fields.integer("last_good_step");
  return event;
}

Event readRewound(const JsonFields& fields) {
  return Rewound{.stage = fields.stage("stage"), .step = fields.integer("step")};
}

Event readStageFinished(const JsonFields& fields) {
  return StageFinished{.stage = fields.stage("stage"),
                       .seconds = fields.number("seconds"),
                       .from_cache = fields.boolean("from_cache"),
                       .test = performanceOf(fields.child("test"))};
}

Event readRunPaused(const JsonFields&) {
  return RunPaused{};
}

Event readRunContinued(const JsonFields&) {
  return RunContinued{};
}

Event readRunFinished(const JsonFields& fields) {
  return RunFinished{summaryOf(fields.child("summary"))};
}

Event readRunStopped(const JsonFields& fields) {
  return RunStopped{fields.boolean("kept")};
}

Event readRunFailed(const JsonFields& fields) {
  RunFailed event;
  event.error.code = errorCodeOf(fields.text("code"));
  event.error.message = fields.text("message");
  event.error.detail = fields.text("detail");
  event.step = fields.integer("step");
  if (!fields.isNull("stage")) {
    event.stage = fields.stage("stage");
  }
  return event;
}

struct EventReader {
  std::string_view name;
  Event (*read)(const JsonFields&);
};

constexpr std::array kReaders{EventReader{"run_started", readRunStarted},
                              EventReader{"stage_started", readStageStarted},
                              EventReader{"stage_progressed", readStageProgressed},
                              EventReader{"steps_measured", readStepsMeasured},
                              EventReader{"evaluated", readEvaluated},
                              EventReader{"intervened", readIntervened},
                              EventReader{"diverged", readDiverged},
                              EventReader{"rewound", readRewound},
                              EventReader{"stage_finished", readStageFinished},
                              EventReader{"run_paused", readRunPaused},
                              EventReader{"run_continued", readRunContinued},
                              EventReader{"run_finished", readRunFinished},
                              EventReader{"run_stopped", readRunStopped},
                              EventReader{"run_failed", readRunFailed}};
static_assert(kReaders.size() == std::variant_size_v<Event>);

}  // namespace

std::string eventToJson(const Event& event) {
  return jsonText(std::visit(EventWriter{}, event));
}

Result<Event> eventFromJson(std::string_view line) {
  return readJson(line, sentence("The event"), [](const JsonFields& fields) -> Event {
    const std::string name = fields.text("event");
    const auto* const reader = std::ranges::find(kReaders, name, &EventReader::name);
    if (reader == kReaders.end()) {
      throw BadField{sentence("\"event\" is of an unknown kind: \"{}\"", name)};
    }
    return reader->read(fields);
  });
}

std::string summaryToJson(const RunSummary& summary) {
  return jsonText(toJson(summary), 2) + "\n";
}

Result<RunSummary> summaryFromJson(std::string_view text) {
  return readJson(text, sentence("The summary"),
                  [](const JsonFields& fields) { return summaryOf(fields); });
}

}  // namespace w2s::store
