#include "core/objective/loss_probe_json.h"

#include <cstdint>
#include <limits>

#include <fmt/format.h>

#include "core/base/json.h"

namespace w2s::objective {
namespace {

tl::unexpected<Error> bad(std::string_view source, std::string message) {
  return fail(ErrorCode::BadFormat, fmt::format("{}: {}", source, message));
}

// What is there instead of the right value: numbers as they are, of others their type.
std::string shown(const Json& value) {
  return value.is_primitive() && !value.is_string() ? value.dump() : value.type_name();
}

Status read(const Json& value, const std::string& key, std::vector<std::vector<double>>& rows) {
  if (!value.is_array()) {
    return fail(ErrorCode::BadFormat,
                fmt::format("`{}` must be a list of rows, not {}.", key, value.type_name()));
  }
  for (const Json& row : value) {
    const std::size_t i = rows.size();
    if (!row.is_array()) {
      return fail(
          ErrorCode::BadFormat,
          fmt::format("`{}` row {} must be a list of numbers, not {}.", key, i, row.type_name()));
    }
    std::vector<double>& numbers = rows.emplace_back();
    for (const Json& number : row) {
      if (!number.is_number()) {
        return fail(ErrorCode::BadFormat,
                    fmt::format("`{}` row {}, class {} must be a number, not {}.", key, i,
                                numbers.size(), shown(number)));
      }
      numbers.push_back(number.get<double>());
    }
  }
  return {};
}

Status readWhole(const Json& value, const std::string& label, std::int64_t& number) {
  if (!value.is_number_integer()) {
    return fail(ErrorCode::BadFormat,
                fmt::format("{} must be a whole number, not {}.", label, shown(value)));
  }
  const auto whole = integerIn(value);
  if (!whole) {
    return fail(ErrorCode::BadFormat,
                fmt::format("{} is {}, which does not fit 64 bits.", label, shown(value)));
  }
  number = *whole;
  return {};
}

Status read(const Json& value, const std::string& key, std::vector<std::int64_t>& numbers) {
  if (!value.is_array()) {
    return fail(ErrorCode::BadFormat,
                fmt::format("`{}` must be a list of classes, not {}.", key, value.type_name()));
  }
  for (const Json& entry : value) {
    const std::string label = fmt::format("`{}` entry {}", key, numbers.size());
    W2S_CHECK(readWhole(entry, label, numbers.emplace_back()));
  }
  return {};
}

Status read(const Json& value, const std::string& key, bool& flag) {
  if (!value.is_boolean()) {
    return fail(ErrorCode::BadFormat,
                fmt::format("`{}` must be true or false, not {}.", key, shown(value)));
  }
  flag = value.get<bool>();
  return {};
}

Status readKey(const std::string& key, const Json& value, ProbeInput& input) {
  if (key == "logits") {
    return read(value, key, input.logits);
  }
  if (key == "weak") {
    return read(value, key, input.weak);
  }
  if (key == "targets") {
    return read(value, key, input.targets);
  }
  if (key == "step") {
    return readWhole(value, "`step`", input.step);
  }
  if (key == "steps") {
    return readWhole(value, "`steps`", input.steps);
  }
  if (key == "student_passed") {
    return read(value, key, input.student_passed);
  }
  return fail(
      ErrorCode::BadFormat,
      fmt::format("unknown key `{}`; known are logits, weak, targets, step, steps, student_passed.",
                  key));
}

}  // namespace

Result<ProbeInput> probeInputFromJson(std::string_view text, std::string_view source) {
  // A batch may have many rows and classes.
  const auto parsed = parseJson(text, {.values = std::size_t{1} << 23U});
  if (!parsed) {
    return bad(source, fmt::format("no valid JSON: {}.", saidBy(parsed.error())));
  }
  const Json& document = *parsed;
  if (!document.is_object()) {
    return bad(source,
               fmt::format("an object {{\"logits\": ..., \"weak\": ...}} is expected, not {}.",
                           document.type_name()));
  }
  if (!document.contains("logits")) {
    return bad(source, "`logits` is missing; give the student's logits as a list of rows.");
  }
  ProbeInput input;
  for (const auto& [key, value] : document.items()) {
    if (const Status status = readKey(key, value, input); !status) {
      return bad(source, status.error().message);
    }
  }
  return input;
}

std::string toJson(const ProbeOutput& output) {
  Json terms;
  for (const ProbedTerm& term : output.terms) {
    terms[term.name] = {
        {"value", term.value}, {"weight", term.weight}, {"gradient_norm", term.gradient_norm}};
  }
  const Json document{{"total", output.total}, {"terms", terms}, {"gradient", output.gradient}};
  return document.dump();
}

}  // namespace w2s::objective
