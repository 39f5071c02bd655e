#include "core/store/summary_json.h"

#include <optional>

#include "core/store/event_json.h"
#include "core/store/metrics_json.h"

namespace w2s::store {

using namespace record;

namespace {

Json toJson(const SelectedStep& selected) {
  return {{"step", selected.step}, {"accuracy", jsonNumber(selected.accuracy)}};
}

SelectedStep selectedOf(const JsonFields& fields) {
  return {.step = fields.integer("step"), .accuracy = fields.number("accuracy")};
}

std::optional<metrics::Performance> referenceOf(const JsonFields& fields) {
  if (!fields.has("reference")) {
    return std::nullopt;
  }
  return performanceOf(fields.child("reference"));
}

// Absent without a common ceiling, and in files of earlier versions.
std::optional<AgainstCommonCeiling> commonOf(const JsonFields& fields) {
  if (!fields.has("pgr_common")) {
    return std::nullopt;
  }
  return AgainstCommonCeiling{.ceiling = performanceOf(fields.child("common_ceiling")),
                              .pgr = pgrOf(fields.child("pgr_common"))};
}

}  // namespace

Json toJson(const RunSummary& summary) {
  Json json{{"weak", toJson(summary.weak)},
            {"ceiling", toJson(summary.ceiling)},
            {"student", toJson(summary.student)},
            {"agreement", toJson(summary.agreement)},
            {"final", toJson(summary.final_step)},
            {"best_agreement", toJson(summary.best_agreement)},
            {"oracle", toJson(summary.oracle)},
            {"pgr", toJson(summary.pgr)},
            {"student_used_ground_truth", summary.student_used_ground_truth},
            {"seconds", jsonNumber(summary.seconds)}};
  if (summary.initial.n > 0) {
    json["initial"] = toJson(summary.initial);
  }
  if (summary.reference) {
    json["reference"] = toJson(*summary.reference);
  }
  if (summary.common) {
    json["common_ceiling"] = toJson(summary.common->ceiling);
    json["pgr_common"] = toJson(summary.common->pgr);
  }
  return json;
}

RunSummary summaryOf(const JsonFields& fields) {
  return {.weak = performanceOf(fields.child("weak")),
          .ceiling = performanceOf(fields.child("ceiling")),
          .student = performanceOf(fields.child("student")),
          .initial = fields.has("initial") ? performanceOf(fields.child("initial"))
                                           : metrics::Performance{},
          .reference = referenceOf(fields),
          .agreement = agreementOf(fields.child("agreement")),
          .final_step = selectedOf(fields.child("final")),
          .best_agreement = selectedOf(fields.child("best_agreement")),
          .oracle = selectedOf(fields.child("oracle")),
          .pgr = pgrOf(fields.child("pgr")),
          .common = commonOf(fields),
          .student_used_ground_truth = fields.boolean("student_used_ground_truth"),
          .seconds = fields.number("seconds")};
}

std::string summaryToJson(const RunSummary& summary) {
  return jsonText(toJson(summary), 2) + "\n";
}

Result<RunSummary> summaryFromJson(std::string_view text) {
  return readJson(text, sentence("The summary"),
                  [](const JsonFields& fields) { return summaryOf(fields); });
}

}  // namespace w2s::store
