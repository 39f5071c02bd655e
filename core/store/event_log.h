// The log of a run, events.jsonl, read back.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/record/event.h"
#include "core/store/log_stamp.h"

namespace w2s::store {

struct LogLine {
  std::string text;                  // as it stands in the file, without stamp and newline
  bool is_stamped = false;           // core/store/log_stamp.h
  std::optional<std::size_t> event;  // its place in EventLog::events; empty: of an unknown kind
};

// How much of a log is kept while it is read: it may be larger than the memory.
enum class Keep {
  LastEvent,
  Changes,  // what tells of live changes and of their times: no pauses, no progress
  Events,
  EventsAndLines,
};

struct EventLog {
  std::vector<record::Event> events;  // those of kinds that this version knows
  std::vector<LogLine> lines;         // with Keep::EventsAndLines
  std::size_t line_count = 0;
  bool has_stamps = false;
  bool lost_stamp = false;                 // a line behind one with a stamp has none
  std::string torn_end;                    // behind the last whole line
  std::map<std::string, FileSeals> seals;  // by file, relative to the run's folder
  std::vector<std::string> notes;          // what was found unsound when the run went on
  // Lines that the numbers of the others tell of and that are not there. Those behind the last line
  // are not among them: nothing tells of them.
  std::size_t missing = 0;
  // How long the run was worked on until the last event, all sittings together: what its lines say
  // of it. Where they say nothing (an earlier version wrote them), the longest of its stages:
  // less than the truth, since stages follow each other, but with the pauses of that version.
  double worked_seconds = 0.0;
};

// A missing file is an empty log. A last line without a newline is torn (the process was killed
// while it wrote) and is dropped; any other line that is no event is a BadFormat error that names
// file and line; so is one whose hash is not that of its text, or whose number does not ascend. An
// event of a kind that this version does not know has its line alone.
[[nodiscard]] Result<EventLog> readEventLog(const std::filesystem::path& file,
                                            Keep keep = Keep::Events);

// The same, with its lines, of a text that was read from `file`.
[[nodiscard]] Result<EventLog> parseEventLog(std::string_view text,
                                             const std::filesystem::path& file);

// The text of a log file with these lines; those that had a stamp get a new one, for their number.
[[nodiscard]] std::string joinedLines(const std::vector<LogLine>& lines);

// What the log says of the file, which is `name` in its run; a missing one is empty.
[[nodiscard]] Result<SealedPart> sealedPart(const std::filesystem::path& file,
                                            const std::string& name, const EventLog& log,
                                            bool is_over);
[[nodiscard]] Sentence saidOfUnsoundFile(const std::filesystem::path& file);

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
