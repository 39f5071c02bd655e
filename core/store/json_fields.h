// Reading JSON objects strictly, and writing the numbers JSON has no form for. JsonFields and
// readJson are for the .cpp files of this folder alone.
#pragma once

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/base/result.h"
#include "core/record/stage.h"

namespace w2s::store {

using Json = nlohmann::ordered_json;

// Thrown by JsonFields and caught by readJson(); never leaves this folder.
struct BadField {
  Sentence problem;
};

// Undefined -> null, infinite -> "inf" or "-inf".
[[nodiscard]] inline Json jsonNumber(double value) {
  if (std::isnan(value)) {
    return nullptr;
  }
  if (std::isinf(value)) {
    return value > 0 ? "inf" : "-inf";
  }
  return value;
}

[[nodiscard]] inline double numberOf(const Json& value, std::string_view key) {
  if (value.is_number()) {
    return value.get<double>();
  }
  if (value.is_null()) {
    return std::numeric_limits<double>::quiet_NaN();
  }
  if (value == "inf" || value == "-inf") {
    return value == "inf" ? std::numeric_limits<double>::infinity()
                          : -std::numeric_limits<double>::infinity();
  }
  throw BadField{sentence("\"{}\" is not a number", key)};
}

// One object; every access names its key in the error.
class JsonFields {
 public:
  explicit JsonFields(const Json& object) : object_(object) {
    if (!object.is_object()) {
      throw BadField{sentence("it is not an object")};
    }
  }

  [[nodiscard]] const Json& at(const char* key) const {
    const auto found = object_.find(key);
    if (found == object_.end()) {
      throw BadField{sentence("\"{}\" is missing", key)};
    }
    return *found;
  }
  [[nodiscard]] const Json& json() const {
    return object_;
  }
  [[nodiscard]] bool has(const char* key) const {
    return object_.contains(key);
  }
  [[nodiscard]] bool isNull(const char* key) const {
    return at(key).is_null();
  }
  [[nodiscard]] JsonFields child(const char* key) const {
    if (!at(key).is_object()) {
      throw BadField{sentence("\"{}\" is not an object", key)};
    }
    return JsonFields(at(key));
  }
  [[nodiscard]] const Json& list(const char* key) const {
    return typed(key, at(key).is_array(), sentenceNoop("a list"));
  }
  [[nodiscard]] double number(const char* key) const {
    return numberOf(at(key), key);
  }
  [[nodiscard]] std::int64_t integer(const char* key) const {
    return typed(key, at(key).is_number_integer(), sentenceNoop("an integer")).get<std::int64_t>();
  }
  [[nodiscard]] std::string text(const char* key) const {
    return typed(key, at(key).is_string(), sentenceNoop("text")).get<std::string>();
  }
  [[nodiscard]] bool boolean(const char* key) const {
    return typed(key, at(key).is_boolean(), sentenceNoop("true or false")).get<bool>();
  }
  [[nodiscard]] record::StageId stage(const char* key) const {
    return stageNamed(text(key), key);
  }

  [[nodiscard]] static record::StageId stageNamed(const std::string& name, const char* key) {
    if (record::isStageId(name)) {
      return name;
    }
    throw BadField{sentence("\"{}\" names no stage: \"{}\"", key, name)};
  }

  // `value`, which the object has at `key`, if it is of the right kind.
  [[nodiscard]] static const Json& checked(const Json& value, const char* key, bool right,
                                           const char* kind) {
    if (!right) {
      throw BadField{sentence("\"{}\" is not {}", key, Sentence{.text = kind, .pattern = kind})};
    }
    return value;
  }

 private:
  [[nodiscard]] const Json& typed(const char* key, bool right, const char* kind) const {
    return checked(at(key), key, right, kind);
  }

  const Json& object_;
};

// Parses `text` and hands the object to `read`. Errors are BadFormat: "<what> cannot be read:
// <problem>."
template <class Read>
auto readJson(std::string_view text, const Sentence& what, Read read)
    -> Result<decltype(read(std::declval<const JsonFields&>()))> {
  Sentence problem;
  try {
    return read(JsonFields(Json::parse(text)));
  } catch (const BadField& bad) {
    problem = bad.problem;
  } catch (const Json::parse_error& bad) {
    problem = sentence("it is no JSON (at character {})", bad.byte);
  } catch (const Json::exception& bad) {
    problem = sentence("it is no JSON ({})", bad.what());
  }
  return fail(ErrorCode::BadFormat, problem.text.ends_with('.')
                                        ? sentence("{} cannot be read: {}", what, problem)
                                        : sentence("{} cannot be read: {}.", what, problem));
}

// Text that is not UTF-8 (a path in an error message) must not cost the event.
[[nodiscard]] inline std::string jsonText(const Json& value, int indent = -1) {
  return value.dump(indent, ' ', false, Json::error_handler_t::replace);
}

}  // namespace w2s::store
