// The event of a line of events.jsonl, whose kind this version knows.
#pragma once

#include <string_view>
#include <utility>

#include "core/store/event_json.h"

namespace w2s::test {

[[nodiscard]] inline Result<record::Event> eventFromJson(std::string_view line) {
  W2S_TRY(auto stamped, store::stampedEventFromJson(line));
  if (!stamped.event) {
    return fail(ErrorCode::BadFormat, "the event is of an unknown kind");
  }
  return std::move(*stamped.event);
}

}  // namespace w2s::test
