#include "core/base/json.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace w2s {
namespace {

// Counts brackets and commas before anything is built of the text. Up to the first error of the
// syntax the parser sees the same structure, and it goes no further.
class StructureScan {
 public:
  explicit StructureScan(const JsonLimits& limits) : limits_(limits) {}

  [[nodiscard]] std::optional<Sentence> problemIn(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      switch (text[i]) {
        case '"':
          i = endOfText(text, i);
          break;
        case '[':
        case '{':
          open_.push_back({.is_object = text[i] == '{', .members = 1});
          ++values_;
          break;
        case ']':
        case '}':
          if (open_.empty()) {
            return std::nullopt;
          }
          open_.pop_back();
          break;
        case ',':
          ++values_;
          if (!open_.empty()) {
            ++open_.back().members;
          }
          break;
        default:
          continue;
      }
      if (auto problem = excess()) {
        return problem;
      }
    }
    return std::nullopt;
  }

 private:
  struct Container {
    bool is_object = false;
    std::size_t members = 0;
  };

  [[nodiscard]] static std::size_t endOfText(std::string_view text, std::size_t begin) {
    std::size_t i = begin + 1;
    while (i < text.size() && text[i] != '"') {
      i += text[i] == '\\' ? 2U : 1U;
    }
    return i;
  }

  [[nodiscard]] std::optional<Sentence> excess() const {
    if (open_.size() > limits_.depth) {
      return sentence("it is nested deeper than {} levels", limits_.depth);
    }
    if (values_ > limits_.values) {
      return sentence("it has more than {} values", limits_.values);
    }
    if (!open_.empty() && open_.back().is_object && open_.back().members > limits_.members) {
      return sentence("an object in it has more than {} keys", limits_.members);
    }
    return std::nullopt;
  }

  const JsonLimits& limits_;
  std::vector<Container> open_;
  std::size_t values_ = 0;
};

// Builds the document. The library's own builder looks for each new key among all that the object has.
class Builder {
 public:
  using number_integer_t = Json::number_integer_t;
  using number_unsigned_t = Json::number_unsigned_t;
  using number_float_t = Json::number_float_t;
  using string_t = Json::string_t;
  using binary_t = Json::binary_t;

  bool null() {
    return add(Json());
  }
  bool boolean(bool value) {
    return add(Json(value));
  }
  bool number_integer(number_integer_t value) {
    return add(Json(value));
  }
  bool number_unsigned(number_unsigned_t value) {
    return add(Json(value));
  }
  bool number_float(number_float_t value, const string_t& /*text*/) {
    return add(Json(value));
  }
  bool string(string_t& value) {
    return add(Json(std::move(value)));
  }
  bool binary(binary_t& /*value*/) {
    return false;  // no JSON text has one
  }
  bool start_object(std::size_t /*members*/) {
    open_.push_back({.value = Json::object()});
    return true;
  }
  bool start_array(std::size_t /*values*/) {
    open_.push_back({.value = Json::array()});
    return true;
  }
  bool key(string_t& name) {
    open_.back().key = std::move(name);
    return true;
  }
  bool end_object() {
    return close();
  }
  bool end_array() {
    return close();
  }
  template <class Exception>
  bool parse_error(std::size_t /*position*/, const std::string& /*token*/,
                   const Exception& failure) {
    failure_ = Failure{.what = failure.what()};
    if (const auto* syntax = dynamic_cast<const Json::parse_error*>(&failure)) {
      failure_->byte = syntax->byte;
    }
    return false;
  }

  struct Failure {
    std::string what = {};
    std::optional<std::size_t> byte = {};  // empty: a number without a value
  };
  [[nodiscard]] const std::optional<Failure>& failure() const {
    return failure_;
  }
  Json take() {
    return std::move(document_);
  }

 private:
  struct Open {
    Json value;
    std::string key = {};
    std::unordered_map<std::string, std::size_t> places = {};  // of its keys, once they are many
  };

  bool add(Json value) {
    if (open_.empty()) {
      document_ = std::move(value);
    } else if (Open& open = open_.back(); open.value.is_array()) {
      open.value.get_ref<Json::array_t&>().push_back(std::move(value));
    } else {
      put(open, std::move(value));
    }
    return true;
  }

  // Of a key that comes twice the last value counts, in the first one's place.
  static void put(Open& open, Json value) {
    constexpr std::size_t kFew = 16;
    Json::object_t::Container& members = open.value.get_ref<Json::object_t&>();
    std::size_t place = members.size();
    if (members.size() < kFew) {
      const auto same = std::ranges::find(members, open.key, &Json::object_t::value_type::first);
      place = static_cast<std::size_t>(same - members.begin());
    } else {
      for (std::size_t i = open.places.size(); i < members.size(); ++i) {
        open.places.emplace(members[i].first, i);
      }
      const auto same = open.places.find(open.key);
      place = same == open.places.end() ? place : same->second;
    }
    if (place < members.size()) {
      members[place].second = std::move(value);
    } else {
      members.emplace_back(std::move(open.key), std::move(value));
    }
  }

  bool close() {
    Json value = std::move(open_.back().value);
    open_.pop_back();
    return add(std::move(value));
  }

  std::vector<Open> open_;
  Json document_;
  std::optional<Failure> failure_;
};

Sentence placeOf(std::string_view text, std::size_t byte) {
  const std::string_view before = text.substr(0, byte == 0 ? 0 : byte - 1);
  const std::size_t line_begin = before.rfind('\n') + 1;  // npos + 1 is 0
  return sentence("parse error at line {}, column {}", 1 + std::ranges::count(before, '\n'),
                  1 + before.size() - line_begin);
}

}  // namespace

Result<Json> parseJson(std::string_view text, const JsonLimits& limits) {
  if (const auto problem = StructureScan(limits).problemIn(text)) {
    return fail(ErrorCode::BadFormat, *problem);
  }
  Builder builder;
  if (Json::sax_parse(text, &builder)) {
    return builder.take();
  }
  const auto failure = builder.failure().value_or(Builder::Failure{.byte = 0});
  return failure.byte ? fail(ErrorCode::BadFormat, placeOf(text, *failure.byte), failure.what)
                      : fail(ErrorCode::BadFormat,
                             sentence("a number in it is beyond the range of double precision"),
                             failure.what);
}

std::optional<std::int64_t> integerIn(const Json& value) {
  // The library reads an unsigned number beyond 2^63 - 1 as a negative one.
  const bool fits = value.is_number_integer() &&
                    !(value.is_number_unsigned() &&
                      value.get<std::uint64_t>() >
                          static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()));
  return fits ? std::optional(value.get<std::int64_t>()) : std::nullopt;
}

JsonFields::JsonFields(const Json& object) : object_(object) {
  if (!object.is_object()) {
    throw BadField{sentence("it is not an object")};
  }
}

const Json& JsonFields::at(const char* key) const {
  const auto found = object_.find(key);
  if (found == object_.end()) {
    throw BadField{sentence("\"{}\" is missing", key)};
  }
  return *found;
}

JsonFields JsonFields::child(const char* key) const {
  return JsonFields(checked(at(key), key, at(key).is_object(), sentenceNoop("an object")));
}

const Json& JsonFields::list(const char* key) const {
  return checked(at(key), key, at(key).is_array(), sentenceNoop("a list"));
}

double JsonFields::number(const char* key) const {
  return numberOf(at(key), key);
}

std::int64_t JsonFields::integer(const char* key) const {
  const std::optional<std::int64_t> value = integerIn(at(key));
  checked(at(key), key, value.has_value(), sentenceNoop("an integer"));
  return *value;
}

std::int64_t JsonFields::integerWithin(const char* key, std::int64_t least,
                                       std::int64_t most) const {
  const std::int64_t value = integer(key);
  if (value < least || value > most) {
    throw BadField{sentence("\"{}\" is {}, not {} to {}", key, value, least, most)};
  }
  return value;
}

std::string JsonFields::text(const char* key) const {
  return checked(at(key), key, at(key).is_string(), sentenceNoop("text")).get<std::string>();
}

bool JsonFields::boolean(const char* key) const {
  return checked(at(key), key, at(key).is_boolean(), sentenceNoop("true or false")).get<bool>();
}

const Json& JsonFields::checked(const Json& value, const char* key, bool right, const char* kind) {
  if (!right) {
    throw BadField{sentence("\"{}\" is not {}", key, Sentence{.text = kind, .pattern = kind})};
  }
  return value;
}

double numberOf(const Json& value, std::string_view key) {
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

tl::unexpected<Error> cannotRead(const Sentence& what, const Sentence& problem) {
  return fail(ErrorCode::BadFormat, problem.text.ends_with('.')
                                        ? sentence("{} cannot be read: {}", what, problem)
                                        : sentence("{} cannot be read: {}.", what, problem));
}

}  // namespace w2s
