// The log of a run, events.jsonl, read back.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/record/event.h"

namespace w2s::store {

struct LogLine {
  std::string text;                  // as it stands in the file, without newline
  std::optional<std::size_t> event;  // its place in EventLog::events; empty: of an unknown kind
};

struct EventLog {
  std::vector<record::Event> events;  // those of kinds that this version knows
  std::vector<LogLine> lines;
  // How long the run was worked on until the last event, all sittings together: what its lines say
  // of it. Where they say nothing (an earlier version wrote them), the longest of its stages:
  // less than the truth, since stages follow each other, but with the pauses of that version.
  double worked_seconds = 0.0;
};

// A missing file is an empty log. A last line without a newline is torn (the process was killed
// while it wrote) and is dropped; any other line that is no event is a BadFormat error that names
// file and line. An event of a kind that this version does not know has its line alone.
[[nodiscard]] Result<EventLog> readEventLog(const std::filesystem::path& file);

// The same of a text that was read from `file`.
[[nodiscard]] Result<EventLog> parseEventLog(std::string_view text,
                                             const std::filesystem::path& file);

// The text of a log file with these lines.
[[nodiscard]] std::string joinedLines(const std::vector<LogLine>& lines);

// True for the events that a later Rewound of their stage to step s took back: its StageStarted,
// Evaluated and Diverged beyond s, its StageFinished and, where the stage is the student, the
// Intervened adopted at or after s.
[[nodiscard]] std::vector<bool> voidedEvents(const std::vector<record::Event>& events);

// The stage an event is about; empty for those about the whole run. Interventions are the
// student's.
[[nodiscard]] std::optional<record::StageId> stageOf(const record::Event& event);

// Is the event beyond `step` completed steps of its stage? False for events without a step.
[[nodiscard]] bool isBeyond(const record::Event& event, std::int64_t step);

}  // namespace w2s::store
