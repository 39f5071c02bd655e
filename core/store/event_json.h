// Events as JSON, one line an event: the lines of a run's events.jsonl.
//
//   {"event":"evaluated","stage":"student","step":40,"seconds":0.31,"test":{"accuracy":0.81,"loss":0.52,"n":10000},...}
//
// "event" comes first and is the snake_case name of the alternative. Finite doubles come back bit
// for bit; an undefined number (NaN) is null, an infinite one the string "inf" or "-inf", since
// JSON has neither. Text that is not UTF-8 is written with replacement characters. Reading is
// strict where this version knows what to find: a missing key or a wrong type is a BadFormat error
// that names it. What a later program adds is passed over: unknown kinds of events, unknown keys;
// names of unknown kinds of errors and PGR statuses count as Internal and Unknown.
//
// A line of the log ends with "worked_seconds": how long the run had been worked on when the event
// happened (core/record/work_clock.h), over all its sittings. Logs of earlier versions have none.
#pragma once

#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/record/event.h"

namespace w2s::store {

// One line without its newline. Every alternative has a form; StepsMeasured is not written to
// events.jsonl but to series/<stage>.csv, which is smaller and opens in a spreadsheet.
// NaN: without the key.
inline constexpr double kNotStamped = std::numeric_limits<double>::quiet_NaN();
[[nodiscard]] std::string eventToJson(const record::Event& event,
                                      double worked_seconds = kNotStamped);
// An unknown kind of event is an error here.
[[nodiscard]] Result<record::Event> eventFromJson(std::string_view line);

struct StampedEvent {
  std::optional<record::Event> event;  // empty: of a kind that this version does not know
  double worked_seconds = kNotStamped;
};
[[nodiscard]] Result<StampedEvent> stampedEventFromJson(std::string_view line);

// The content of summary.json, indented for people.
[[nodiscard]] std::string summaryToJson(const record::RunSummary& summary);
[[nodiscard]] Result<record::RunSummary> summaryFromJson(std::string_view text);

}  // namespace w2s::store
