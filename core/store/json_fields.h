// What the records of a run share when they are read from and written as JSON. For the .cpp files
// of this folder alone.
#pragma once

#include <cmath>
#include <string>

#include <fmt/format.h>

#include "core/base/json.h"
#include "core/record/stage.h"

namespace w2s::store {

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

// Throws BadField for a text that cannot be a stage's name.
[[nodiscard]] inline record::StageId stageNamed(const std::string& name, const char* key) {
  if (record::isStageId(name)) {
    return name;
  }
  throw BadField{sentence("\"{}\" names no stage: \"{}\"", key, name)};
}

[[nodiscard]] inline record::StageId stageIn(const JsonFields& fields, const char* key) {
  return stageNamed(fields.text(key), key);
}

// Text that is not UTF-8 (a path in an error message) must not cost the event.
[[nodiscard]] inline std::string jsonText(const Json& value, int indent = -1) {
  return value.dump(indent, ' ', false, Json::error_handler_t::replace);
}

}  // namespace w2s::store
