#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "core/store/error_code_names.h"
#include "core/store/event_json.h"
#include "core/store/metrics_json.h"
#include "core/store/sentence_json.h"
#include "core/store/summary_json.h"

namespace w2s::store {
namespace {

using namespace record;

PlannedStage plannedOf(const JsonFields& fields) {
  PlannedStage planned = describedStage(fields.stage("stage"));
  if (fields.has("kind")) {  // earlier versions record neither kind nor words
    planned.kind = fields.text("kind");
    planned.role = roleOfName(fields.text("role"));
    planned.title = sentenceOf(fields.at("title"));
    planned.label = sentenceOf(fields.at("label"));
  }
  if (fields.has("inputs")) {
    for (const Json& input : fields.list("inputs")) {
      const JsonFields read(input);
      planned.inputs.push_back({.port = read.text("port"), .from = read.stage("from")});
    }
  }
  planned.fingerprint = fields.text("fingerprint");
  planned.steps = fields.integer("steps");
  planned.cached = fields.boolean("cached");
  for (const Json& need : fields.list("needs")) {
    StageId id = JsonFields::stageNamed(need.is_string() ? need.get<std::string>() : "", "needs");
    if (std::ranges::find(planned.inputs, id, &StageInput::from) == planned.inputs.end()) {
      planned.after.push_back(std::move(id));
    }
  }
  return planned;
}

StepBlock rowsOf(const JsonFields& fields) {
  auto schema = std::make_shared<SeriesSchema>();
  for (const Json& heading : fields.list("columns")) {
    schema->columns.push_back(
        columnOfHeading(heading.is_string() ? heading.get<std::string>() : ""));
  }
  const std::size_t numbers = schema->columns.size();
  if (numbers > 0) {
    schema->columns.erase(schema->columns.begin());  // the step
  }
  StepBlock rows(std::move(schema));
  for (const Json& line : fields.list("rows")) {
    if (!line.is_array() || line.empty() || line.size() != numbers ||
        !line[0].is_number_integer()) {
      throw BadField{
          sentence("\"rows\" holds something else than lists of a step and a number for "
                   "each further column")};
    }
    rows.steps.push_back(line[0].get<double>());
    for (std::size_t i = 1; i < numbers; ++i) {
      rows.columns[i - 1].push_back(numberOf(line[i], "rows"));
    }
  }
  return rows;
}

// --- one reader an alternative ---

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
  event.rows = rowsOf(fields);
  return event;
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
                       .test = performanceOf(fields.child("test")),
                       .note = fields.has("note") ? sentenceOf(fields.at("note")) : Sentence{}};
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
  if (fields.has("said")) {  // not in the runs of older versions
    event.error.said = sentenceOf(fields.at("said"));
  }
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

Result<StampedEvent> stampedEventFromJson(std::string_view line) {
  return readJson(line, sentence("The event"), [](const JsonFields& fields) -> StampedEvent {
    const std::string name = fields.text("event");
    const auto* const reader = std::ranges::find(kReaders, name, &EventReader::name);
    if (reader == kReaders.end()) {
      throw BadField{sentence("\"event\" is of an unknown kind: \"{}\"", name)};
    }
    StampedEvent stamped{.event = reader->read(fields)};
    if (fields.has("worked_seconds")) {
      stamped.worked_seconds = fields.number("worked_seconds");
    }
    return stamped;
  });
}

Result<Event> eventFromJson(std::string_view line) {
  return stampedEventFromJson(line).map(
      [](StampedEvent&& stamped) { return std::move(stamped.event); });
}

}  // namespace w2s::store
