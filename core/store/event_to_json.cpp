#include <cmath>

#include "core/store/error_code_names.h"
#include "core/store/event_json.h"
#include "core/store/metrics_json.h"
#include "core/store/sentence_json.h"
#include "core/store/summary_json.h"

namespace w2s::store {
namespace {

using namespace record;
using store::toJson;  // beside those below

Json toJson(const PlannedStage& planned) {
  Json inputs = Json::array();
  for (const StageInput& input : planned.inputs) {
    inputs.push_back({{"port", input.port}, {"from", input.from}});
  }
  return {{"stage", planned.id},
          {"kind", planned.kind},
          {"role", nameOf(planned.role)},
          {"title", toJson(planned.title)},
          {"label", toJson(planned.label)},
          {"fingerprint", planned.fingerprint},
          {"needs", planned.needs()},
          {"inputs", std::move(inputs)},
          {"steps", planned.steps},
          {"cached", planned.cached}};
}

// "columns": the header of the series file, "rows": its lines.
void writeRows(const StepBlock& rows, Json& json) {
  Json& columns = json["columns"] = Json::array({"step"});
  for (std::size_t i = 0; i < rows.columns.size(); ++i) {
    columns.push_back(headingOf(rows.schema->columns[i]));
  }
  Json& lines = json["rows"] = Json::array();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Json line = Json::array({static_cast<std::int64_t>(rows.steps[i])});
    for (const auto& column : rows.columns) {
      line.push_back(jsonNumber(column[i]));
    }
    lines.push_back(std::move(line));
  }
}

// The first keys of an event's object.
Json named(std::string_view event) {
  return {{"event", event}};
}
Json named(std::string_view event, const StageId& stage) {
  return {{"event", event}, {"stage", stage}};
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
    writeRows(event.rows, json);
    return json;
  }
  Json operator()(const Evaluated& event) const {
    const metrics::Evaluation& evaluation = event.evaluation;
    Json json = named("evaluated", event.stage);
    json["step"] = evaluation.step;
    json["seconds"] = jsonNumber(evaluation.seconds);
    json["test"] = toJson(evaluation.test);
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
    json.update(toJson(event.intervention));
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
    json["test"] = toJson(event.test);
    if (!event.note.text.empty()) {
      json["note"] = toJson(event.note);
    }
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
    if (!event.error.said.pattern.empty()) {
      json["said"] = toJson(event.error.said);
    }
    json["detail"] = event.error.detail;
    json["stage"] = event.stage ? Json(*event.stage) : Json(nullptr);
    json["step"] = event.step;
    return json;
  }
};

}  // namespace

std::string eventToJson(const Event& event, double worked_seconds) {
  Json json = std::visit(EventWriter{}, event);
  if (!std::isnan(worked_seconds)) {
    json["worked_seconds"] = std::round(worked_seconds * 1000.0) / 1000.0;
  }
  return jsonText(json);
}

}  // namespace w2s::store
