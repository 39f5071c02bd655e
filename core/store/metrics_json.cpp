#include "core/store/metrics_json.h"

#include <optional>
#include <string>
#include <utility>

namespace w2s::store {
namespace {

metrics::PgrStatus pgrStatusOf(const std::string& name) {
  for (const auto status : metrics::kPgrStatuses) {
    if (metrics::nameOf(status) == name) {
      return status;
    }
  }
  throw BadField{sentence("\"status\" names no PGR status: \"{}\"", name)};
}

std::optional<double> readOptional(const JsonFields& fields, const char* key) {
  return fields.isNull(key) ? std::nullopt : std::optional(fields.number(key));
}

}  // namespace

Json optionalNumber(const std::optional<double>& value) {
  return value ? jsonNumber(*value) : Json(nullptr);
}

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

Json toJson(const std::vector<metrics::ConfidenceBin>& bins) {
  Json json = Json::array();
  for (const metrics::ConfidenceBin& bin : bins) {
    json.push_back(Json::array({bin.n, bin.right, jsonNumber(bin.confidence)}));
  }
  return json;
}

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

Json toJson(const metrics::Pgr& pgr) {
  Json interval;
  if (pgr.ci95) {
    interval = Json::array({jsonNumber(pgr.ci95->low), jsonNumber(pgr.ci95->high)});
  }
  return {{"signed", optionalNumber(pgr.signed_value)},
          {"book", optionalNumber(pgr.book_value)},
          {"ci95", std::move(interval)},
          {"status", metrics::nameOf(pgr.status)}};
}

metrics::Pgr pgrOf(const JsonFields& fields) {
  metrics::Pgr pgr{.signed_value = readOptional(fields, "signed"),
                   .book_value = readOptional(fields, "book"),
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

}  // namespace w2s::store
