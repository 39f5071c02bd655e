// JSON text that somebody else may have written: parsed within limits and read strictly, with
// errors in our own words. For .cpp files alone, because the library is slow to compile.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "core/base/result.h"

namespace w2s {

using Json = nlohmann::ordered_json;

// Far above what the lab writes. Copying and writing a document nest as deep as the document does.
struct JsonLimits {
  std::size_t depth = 64;
  std::size_t members = 1000;                  // of one object
  std::size_t values = std::size_t{1} << 20U;  // in all
};

// Errors: BadFormat; the message is the cause alone ("parse error at line 1, column 8"), as a part
// of the caller's sentence.
[[nodiscard]] Result<Json> parseJson(std::string_view text, const JsonLimits& limits = {});

// Thrown while a document is read; readJson() catches it.
struct BadField {
  Sentence problem;
};

// One object; every access names its key in the error, and throws BadField.
class JsonFields {
 public:
  explicit JsonFields(const Json& object);

  [[nodiscard]] const Json& at(const char* key) const;
  [[nodiscard]] const Json& json() const {
    return object_;
  }
  [[nodiscard]] bool has(const char* key) const {
    return object_.contains(key);
  }
  [[nodiscard]] bool isNull(const char* key) const {
    return at(key).is_null();
  }
  [[nodiscard]] JsonFields child(const char* key) const;
  [[nodiscard]] const Json& list(const char* key) const;
  // null is an undefined number, "inf" and "-inf" are what they say.
  [[nodiscard]] double number(const char* key) const;
  [[nodiscard]] std::int64_t integer(const char* key) const;
  // Both ends are allowed.
  [[nodiscard]] std::int64_t integerWithin(const char* key, std::int64_t least,
                                           std::int64_t most) const;
  [[nodiscard]] std::string text(const char* key) const;
  [[nodiscard]] bool boolean(const char* key) const;

  // `value`, which the object has at `key`, if it is of the right kind, e.g.
  // sentenceNoop("a list").
  [[nodiscard]] static const Json& checked(const Json& value, const char* key, bool right,
                                           const char* kind);

 private:
  const Json& object_;
};

// The whole number that `value` is; nothing where it is none or beyond 64 bits with a sign.
[[nodiscard]] std::optional<std::int64_t> integerIn(const Json& value);

// A number in the form that JsonFields::number() reads.
[[nodiscard]] double numberOf(const Json& value, std::string_view key);

// "<what> cannot be read: <problem>."
[[nodiscard]] tl::unexpected<Error> cannotRead(const Sentence& what, const Sentence& problem);

// Parses `text` and hands the object to `read`, which may throw BadField. Errors: cannotRead.
template <class Read>
auto readJson(std::string_view text, const Sentence& what, Read read)
    -> Result<decltype(read(std::declval<const JsonFields&>()))> {
  const auto json = parseJson(text);
  if (!json) {
    return cannotRead(what, sentence("it is no JSON ({})", saidBy(json.error())));
  }
  try {
    return read(JsonFields(*json));
  } catch (const BadField& bad) {
    return cannotRead(what, bad.problem);
  } catch (const Json::exception& bad) {
    auto failure = cannotRead(what, sentence("a value in it is of another type than it should be"));
    failure.value().detail = bad.what();
    return failure;
  }
}

}  // namespace w2s
