#include "core/store/event_json.h"

#include <cmath>
#include <optional>
#include <type_traits>
#include <utility>
#include <variant>

#include "core/store/described_json.h"
#include "core/store/json_seal.h"
#include "core/store/record_fields.h"

namespace w2s::store {

using namespace record;

namespace {

// The alternative of that name; empty: there is none.
template <std::size_t index = 0>
std::optional<Event> eventNamed(const std::string& name, const JsonFields& fields) {
  if constexpr (index == std::variant_size_v<Event>) {
    return std::nullopt;
  } else {
    using Alternative = std::variant_alternative_t<index, Event>;
    return name == kEventName<Alternative> ? valueOf<Alternative>(fields)
                                           : eventNamed<index + 1>(name, fields);
  }
}

}  // namespace

std::string eventToJson(const Event& event, double worked_seconds) {
  JsonWriter writer;
  std::visit(
      [&](const auto& fact) {
        writer.json()["event"] = kEventName<std::decay_t<decltype(fact)>>;
        describe(fact, writer);
      },
      event);
  if (!std::isnan(worked_seconds)) {
    writer.json()["worked_seconds"] = std::round(worked_seconds * 1000.0) / 1000.0;
  }
  return jsonText(writer.json());
}

Result<StampedEvent> stampedEventFromJson(std::string_view line) {
  return readJson(line, sentence("The event"), [](const JsonFields& fields) {
    StampedEvent stamped{.event = eventNamed(fields.text("event"), fields)};
    if (fields.has("worked_seconds")) {
      stamped.worked_seconds = fields.number("worked_seconds");
    }
    return stamped;
  });
}

Result<Event> eventFromJson(std::string_view line) {
  return readJson(line, sentence("The event"), [](const JsonFields& fields) -> Event {
    const std::string name = fields.text("event");
    auto event = eventNamed(name, fields);
    if (!event) {
      throw BadField{sentence("\"event\" is of an unknown kind: \"{}\"", name)};
    }
    return std::move(*event);
  });
}

std::string summaryToJson(const RunSummary& summary) {
  return jsonText(jsonOf(summary), 2) + "\n";
}

Result<RunSummary> summaryFromJson(std::string_view text) {
  return readJson(text, sentence("The summary"), [](const JsonFields& fields) {
    checkJsonSeal(fields);
    return valueOf<RunSummary>(fields);
  });
}

}  // namespace w2s::store
