// JSON from descriptions and back: record_fields.h lists the keys of each kind of object once, with
// describe(object, fields); JsonWriter and JsonReader are the two kinds of `fields`. Reading is
// strict where a key is there, and throws BadField. Private to the .cpp files of this folder.
//
//   f("key", member)                always there
//   f.added("key", member)          always written; files of earlier versions may lack it
//   f.unless(empty, "key", member)  written unless `empty`; may be absent
//   f.stage("key", id)              the name of a stage
//   f.whole("key", number)          any 64 bits; integers are elsewhere counts, within 2^53
#pragma once

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "core/record/event.h"
#include "core/store/error_code_names.h"
#include "core/store/json_fields.h"
#include "core/store/sentence_json.h"

namespace w2s::store {

class JsonWriter {
 public:
  template <class Value>
  void operator()(const char* key, const Value& value) {
    json_[key] = of(value);
  }
  template <class Value>
  void added(const char* key, const Value& value) {
    json_[key] = of(value);
  }
  template <class Value>
  void unless(bool empty, const char* key, const Value& value) {
    if (!empty) {
      json_[key] = of(value);
    }
  }
  template <class Stage>
  void stage(const char* key, const Stage& id) {
    json_[key] = of(id);
  }
  void whole(const char* key, std::int64_t value) {
    json_[key] = of(value);
  }
  // The object's keys among those of the object that holds it; `key` is one that it always has.
  template <class Value>
  void inlined(const char* /*key*/, const std::optional<Value>& value) {
    if (value) {
      describe(*value, *this);
    }
  }
  // "needs": every stage that this one waits for; its inputs are written before.
  void needs(const record::PlannedStage& planned) {
    json_["needs"] = planned.needs();
  }
  // "columns": the header of the series file; "rows": its lines.
  void rows(const record::StepBlock& rows) {
    Json& columns = json_["columns"] = Json::array({"step"});
    for (std::size_t i = 0; i < rows.columns.size(); ++i) {
      columns.push_back(headingOf(rows.schema->columns[i]));
    }
    Json& lines = json_["rows"] = Json::array();
    for (std::size_t i = 0; i < rows.size(); ++i) {
      Json line = Json::array({static_cast<std::int64_t>(rows.steps[i])});
      for (const auto& column : rows.columns) {
        line.push_back(jsonNumber(column[i]));
      }
      lines.push_back(std::move(line));
    }
  }

  [[nodiscard]] Json& json() {
    return json_;
  }

  [[nodiscard]] static Json of(double value) {
    return jsonNumber(value);
  }
  [[nodiscard]] static Json of(std::int64_t value) {
    return value;
  }
  [[nodiscard]] static Json of(bool value) {
    return value;
  }
  [[nodiscard]] static Json of(const std::string& value) {
    return value;
  }
  [[nodiscard]] static Json of(record::Role role) {
    return nameOf(role);
  }
  [[nodiscard]] static Json of(record::Quantity quantity) {
    return nameOf(quantity);
  }
  [[nodiscard]] static Json of(metrics::PgrStatus status) {
    return nameOf(status);
  }
  [[nodiscard]] static Json of(ErrorCode code) {
    return nameOf(code);
  }
  [[nodiscard]] static Json of(const record::LiveParameter& parameter) {
    return keyOf(parameter);
  }
  [[nodiscard]] static Json of(const Sentence& said) {
    return toJson(said);
  }
  [[nodiscard]] static Json of(const metrics::Interval& interval) {
    return Json::array({of(interval.low), of(interval.high)});
  }
  [[nodiscard]] static Json of(const metrics::ConfidenceBin& bin) {
    return Json::array({bin.n, bin.right, of(bin.confidence)});
  }
  template <class Value>
  [[nodiscard]] static Json of(const std::optional<Value>& value) {
    return value ? of(*value) : Json(nullptr);
  }
  template <class Value>
  [[nodiscard]] static Json of(const std::vector<Value>& list) {
    Json json = Json::array();
    for (const Value& value : list) {
      json.push_back(of(value));
    }
    return json;
  }
  template <class Value>
  [[nodiscard]] static Json of(const Value& value) {
    JsonWriter writer;
    describe(value, writer);
    return std::move(writer.json_);
  }

 private:
  Json json_ = Json::object();
};

class JsonReader {
 public:
  explicit JsonReader(const JsonFields& fields) : fields_(fields) {}

  template <class Value>
  void operator()(const char* key, Value& value) const {
    read(fields_.at(key), key, value);
  }
  template <class Value>
  void added(const char* key, Value& value) const {
    if (fields_.has(key)) {
      (*this)(key, value);
    }
  }
  template <class Value>
  void unless(bool /*empty*/, const char* key, Value& value) const {
    added(key, value);
  }
  void stage(const char* key, record::StageId& id) const {
    id = stageIn(fields_, key);
  }
  void stage(const char* key, std::optional<record::StageId>& id) const {
    if (!fields_.isNull(key)) {
      id = stageIn(fields_, key);
    }
  }
  void whole(const char* key, std::int64_t& value) const {
    value = fields_.integer(key);
  }
  template <class Value>
  void inlined(const char* key, std::optional<Value>& value) const {
    if (fields_.has(key)) {
      describe(value.emplace(), *this);
    }
  }
  void needs(record::PlannedStage& planned) const {
    for (const Json& need : fields_.list("needs")) {
      std::string id = stageNamed(need.is_string() ? need.get<std::string>() : "", "needs");
      if (std::ranges::find(planned.inputs, id, &record::StageInput::from) ==
          planned.inputs.end()) {
        planned.after.push_back(std::move(id));
      }
    }
  }
  void rows(record::StepBlock& rows) const;

  // Nothing where it is no integer or beyond what doubles hold exactly.
  [[nodiscard]] static std::optional<std::int64_t> countIn(const Json& json) {
    const auto whole = integerIn(json);
    return whole && *whole >= -record::kMostSteps && *whole <= record::kMostSteps ? whole
                                                                                  : std::nullopt;
  }

  template <class Value>
  static void readObject(const JsonFields& fields, Value& value) {
    if constexpr (std::same_as<Value, record::PlannedStage>) {
      // Earlier versions record neither kind nor words.
      value = record::describedStage(stageIn(fields, "stage"));
    }
    describe(value, JsonReader(fields));
  }

 private:
  static void read(const Json& json, const char* key, double& value) {
    value = numberOf(json, key);
  }
  static void read(const Json& json, const char* key, std::int64_t& value) {
    const auto count = countIn(json);
    checked(json, key, count.has_value(), sentenceNoop("an integer that a run can reach"));
    value = *count;
  }
  static void read(const Json& json, const char* key, bool& value) {
    value = checked(json, key, json.is_boolean(), sentenceNoop("true or false")).get<bool>();
  }
  static void read(const Json& json, const char* key, std::string& value) {
    value = checked(json, key, json.is_string(), sentenceNoop("text")).get<std::string>();
  }
  static void read(const Json& json, const char* key, record::Role& value) {
    value = record::roleOfName(text(json, key));
  }
  static void read(const Json& json, const char* key, record::Quantity& value) {
    value = record::quantityOfName(text(json, key));
  }
  static void read(const Json& json, const char* key, metrics::PgrStatus& value) {
    value = metrics::pgrStatusOfName(text(json, key));
  }
  static void read(const Json& json, const char* key, ErrorCode& value) {
    value = errorCodeOf(text(json, key));
  }
  static void read(const Json& json, const char* key, record::LiveParameter& value) {
    value = record::LiveParameter(text(json, key));
  }
  static void read(const Json& json, const char* /*key*/, Sentence& value) {
    value = sentenceOf(json);
  }
  static void read(const Json& json, const char* key, metrics::Interval& value) {
    if (!json.is_array() || json.size() != 2) {
      throw BadField{sentence("\"{}\" is not a pair of numbers", key)};
    }
    value = {.low = numberOf(json[0], key), .high = numberOf(json[1], key)};
  }
  static void read(const Json& json, const char* key, metrics::ConfidenceBin& value) {
    const bool is_bin = json.is_array() && json.size() == 3;
    const auto rows = is_bin ? countIn(json[0]) : std::nullopt;
    const auto right = is_bin ? countIn(json[1]) : std::nullopt;
    if (!rows || !right) {
      throw BadField{sentence("\"{}\" is not a list of [rows, right rows, mean probability]", key)};
    }
    value = {.n = *rows, .right = *right, .confidence = numberOf(json[2], key)};
  }
  template <class Value>
  static void read(const Json& json, const char* key, std::optional<Value>& value) {
    if (!json.is_null()) {
      read(json, key, value.emplace());
    }
  }
  template <class Value>
  static void read(const Json& json, const char* key, std::vector<Value>& list) {
    list.clear();
    for (const Json& element : checked(json, key, json.is_array(), sentenceNoop("a list"))) {
      read(element, key, list.emplace_back());
    }
  }
  template <class Value>
  static void read(const Json& json, const char* key, Value& value) {
    readObject(JsonFields(checked(json, key, json.is_object(), sentenceNoop("an object"))), value);
  }

  [[nodiscard]] static std::string text(const Json& json, const char* key) {
    std::string value;
    read(json, key, value);
    return value;
  }
  static const Json& checked(const Json& json, const char* key, bool right, const char* kind) {
    return JsonFields::checked(json, key, right, kind);
  }

  const JsonFields& fields_;
};

template <class Value>
[[nodiscard]] Json jsonOf(const Value& value) {
  return JsonWriter::of(value);
}

// The object that `fields` holds. Throws BadField.
template <class Value>
[[nodiscard]] Value valueOf(const JsonFields& fields) {
  Value value;
  JsonReader::readObject(fields, value);
  return value;
}

inline void JsonReader::rows(record::StepBlock& rows) const {
  auto schema = std::make_shared<record::SeriesSchema>();
  for (const Json& heading : fields_.list("columns")) {
    schema->columns.push_back(
        record::columnOfHeading(heading.is_string() ? heading.get<std::string>() : ""));
  }
  const std::size_t numbers = schema->columns.size();
  if (numbers > 0) {
    schema->columns.erase(schema->columns.begin());  // the step
  }
  rows = record::StepBlock(std::move(schema));
  for (const Json& line : fields_.list("rows")) {
    const bool is_row = line.is_array() && !line.empty() && line.size() == numbers;
    const auto step = is_row ? countIn(line[0]) : std::nullopt;
    if (!step) {
      throw BadField{
          sentence("\"rows\" holds something else than lists of a step and a number for "
                   "each further column")};
    }
    rows.steps.push_back(static_cast<double>(*step));
    for (std::size_t i = 1; i < numbers; ++i) {
      rows.columns[i - 1].push_back(numberOf(line[i], "rows"));
    }
  }
}

}  // namespace w2s::store
