#include "core/config/json.h"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

#include "core/base/json.h"
#include "core/config/read_table.h"
#include "core/config/slot.h"

namespace w2s::config {

namespace {

Json objectOf(const std::vector<Slot>& slots);

Json jsonOf(const Slot& slot) {
  switch (slot.kind()) {
    case SlotKind::Boolean:
      return slot.as<bool>();
    case SlotKind::Integer:
      return slot.as<std::int64_t>();
    case SlotKind::Real:
      return slot.as<double>();
    case SlotKind::Text:
      return slot.as<std::string>();
    case SlotKind::Integers:
      return slot.as<std::vector<std::int64_t>>();
    case SlotKind::Enumeration:
      return slot.options()[slot.selected()].name;
    case SlotKind::Alternative: {
      Json object{{slot.field().selector, slot.options()[slot.selected()].name}};
      object.update(objectOf(slot.children()));
      return object;
    }
    case SlotKind::List:
      if (!slot.isShort()) {
        Json list = Json::array();
        for (const Slot& entry : slot.entries()) {
          list.push_back(objectOf(entry.children()));
        }
        return list;
      }
      return objectOf(slot.children());
    case SlotKind::Schedule:
    case SlotKind::Section:
      return objectOf(slot.children());
  }
  return {};
}

Json objectOf(const std::vector<Slot>& slots) {
  Json object = Json::object();
  for (const Slot& slot : slots) {
    // An empty list is the absence of a section, also for programs that do not know it.
    if (slot.kind() != SlotKind::List || slot.size() > 0) {
      object[std::string(slot.field().name)] = jsonOf(slot);
    }
  }
  return object;
}

Value valueOf(const Json& json) {
  switch (json.type()) {
    case Json::value_t::boolean:
      return Value{json.get<bool>()};
    case Json::value_t::number_unsigned:
      // Beyond the signed range it is out of every field's range anyway; as a real number it is
      // reported as such.
      if (json.get<std::uint64_t>() >
          static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
        return Value{json.get<double>()};
      }
      return Value{json.get<std::int64_t>()};
    case Json::value_t::number_integer:
      return Value{json.get<std::int64_t>()};
    case Json::value_t::number_float:
      return Value{json.get<double>()};
    case Json::value_t::string:
      return Value{json.get<std::string>()};
    case Json::value_t::array: {
      std::vector<Value> list;
      for (const Json& element : json) {
        list.push_back(valueOf(element));
      }
      return Value{std::move(list)};
    }
    case Json::value_t::object: {
      Table table;
      for (const auto& [key, element] : json.items()) {
        table.push_back({key, valueOf(element)});
      }
      return Value{std::move(table)};
    }
    case Json::value_t::null:
    case Json::value_t::binary:
    case Json::value_t::discarded:
      break;
  }
  return Value{std::string("null")};
}

Result<ReadOutcome> outcomeOf(std::string_view text, std::string_view source_name) {
  const auto json = parseJson(text);
  if (!json) {
    return fail(json.error().code,
                sentence("{}: not valid JSON: {}; the file is damaged or not a configuration.",
                         source_name, saidBy(json.error())));
  }
  if (!json->is_object()) {
    return fail(ErrorCode::BadFormat,
                sentence("{}: a configuration is one JSON object with settings.", source_name));
  }
  const Value value = valueOf(*json);
  return readTable(std::get<Table>(value.content));
}

}  // namespace

std::string toJson(const ExperimentConfig& config, int indent) {
  ExperimentConfig copy = config;
  return objectOf(slotsOf(copy)).dump(indent, ' ', false, Json::error_handler_t::replace);
}

Result<ExperimentConfig> experimentFromJson(std::string_view text, std::string_view source_name) {
  W2S_TRY(ReadOutcome outcome, outcomeOf(text, source_name));
  if (!outcome.problems.empty()) {
    return tl::unexpected<Error>(errorOf(outcome.problems, source_name));
  }
  return std::move(outcome.config);
}

Result<RecordedConfig> recordedConfigFromJson(std::string_view text, std::string_view source_name) {
  W2S_TRY(ReadOutcome outcome, outcomeOf(text, source_name));
  RecordedConfig recorded{.config = std::move(outcome.config), .unknown = {}};
  for (const Problem& problem : outcome.problems) {
    if (problem.kind != ProblemKind::Wrong) {
      recorded.unknown.push_back(problem.field);
    }
  }
  std::ranges::sort(recorded.unknown);
  const auto repeated = std::ranges::unique(recorded.unknown);
  recorded.unknown.erase(repeated.begin(), repeated.end());
  std::erase_if(outcome.problems,
                [](const Problem& problem) { return problem.kind != ProblemKind::Wrong; });
  if (!outcome.problems.empty()) {
    return tl::unexpected<Error>(errorOf(outcome.problems, source_name));
  }
  return recorded;
}

}  // namespace w2s::config
