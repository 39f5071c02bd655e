#include "core/store/event_log.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <system_error>
#include <variant>

#include <fmt/format.h>

#include "core/base/file_io.h"
#include "core/store/event_json.h"
#include "core/store/line_reader.h"

namespace w2s::store {

using namespace record;

namespace {

// The longest that a stage is said to have taken in this run; not what the cache tells of another.
class LongestStage {
 public:
  void add(const Event& event) {
    if (const auto* evaluated = std::get_if<Evaluated>(&event)) {
      double& longest = seconds_[evaluated->stage];
      longest = std::fmax(longest, evaluated->evaluation.seconds);
    } else if (const auto* finished = std::get_if<StageFinished>(&event)) {
      double& longest = seconds_[finished->stage];
      longest = finished->from_cache ? 0.0 : std::fmax(longest, finished->seconds);
    }
  }
  [[nodiscard]] double seconds() const {
    double longest = 0.0;
    for (const auto& [stage, of_stage] : seconds_) {
      longest = std::fmax(longest, of_stage);
    }
    return longest;
  }

 private:
  std::map<StageId, double> seconds_;
};

Result<StampedEvent> outOfOrder() {
  return fail(ErrorCode::BadFormat,
              sentence("The event is damaged: the number of its line does not ascend. Take the "
                       "file from a copy of the run, or repeat the run."));
}

// Whether the event tells of live changes, which of them are void, or how far apart in time they were
// (evaluations): values that follow each other at once are one change.
bool isOfChanges(const Event& event) {
  return !std::holds_alternative<RunPaused>(event) &&
         !std::holds_alternative<RunContinued>(event) &&
         !std::holds_alternative<StageProgressed>(event);
}

class LogParser {
 public:
  explicit LogParser(Keep keep) : keep_(keep) {}

  Result<EventLog> parse(LineReader& lines) {
    while (true) {
      W2S_TRY(const auto line, lines.next());
      if (!line) {
        break;
      }
      if (const Status added = add(*line); !added) {
        return fail(added.error().code, sentence("{}, line {}: {}", lines.path().string(),
                                                 lines.line(), saidBy(added.error())));
      }
    }
    log_.torn_end = lines.rest();
    if (log_.worked_seconds == 0.0) {
      log_.worked_seconds = longest_.seconds();
    }
    return std::move(log_);
  }

 private:
  Status add(std::string_view text) {
    W2S_TRY(UnstampedLine line, unstamped(text));
    auto read = stampedEventFromJson(line.text);
    if (read && line.number > 0) {
      read = checkNumber(line.number) ? std::move(read) : outOfOrder();
    }
    if (!read) {
      return tl::unexpected(read.error());
    }
    const bool is_stamped = line.number > 0;
    ++log_.line_count;
    log_.lost_stamp = log_.lost_stamp || (log_.has_stamps && !is_stamped);
    log_.has_stamps = log_.has_stamps || is_stamped;
    if (auto seal = sealFromJson(line.text)) {
      addSeal(log_.seals[seal->first], seal->second);
    } else if (auto note = noteFromJson(line.text)) {
      log_.notes.push_back(std::move(*note));
    }
    log_.worked_seconds = std::fmax(log_.worked_seconds, read->worked_seconds);
    const bool is_event = read->event.has_value();
    if (is_event) {
      longest_.add(*read->event);
      if (keep_ == Keep::LastEvent) {
        log_.events.clear();
      }
      if (keep_ != Keep::Changes || isOfChanges(*read->event)) {
        log_.events.push_back(std::move(*read->event));
      }
    }
    if (keep_ == Keep::EventsAndLines) {
      log_.lines.push_back(
          {.text = std::move(line.text),
           .is_stamped = is_stamped,
           .event = is_event ? std::optional(log_.events.size() - 1) : std::nullopt});
    }
    return {};
  }

  // Takes the lines that are missing before the line of that number into account; false: the number
  // was passed.
  bool checkNumber(std::size_t number) {
    const std::size_t expected = log_.line_count + log_.missing + 1;
    if (number < expected) {
      return false;
    }
    log_.missing += number - expected;
    return true;
  }

  Keep keep_;
  EventLog log_;
  LongestStage longest_;
};

}  // namespace

Result<EventLog> readEventLog(const std::filesystem::path& file, Keep keep) {
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) {
    return EventLog();
  }
  W2S_TRY(LineReader lines, LineReader::open(file));
  return LogParser(keep).parse(lines);
}

Result<EventLog> parseEventLog(std::string_view text, const std::filesystem::path& file) {
  LineReader lines(text, file);
  return LogParser(Keep::EventsAndLines).parse(lines);
}

std::string joinedLines(const std::vector<LogLine>& lines) {
  std::string text;
  std::size_t number = 0;
  for (const LogLine& line : lines) {
    ++number;
    text += line.is_stamped ? stampedLine(line.text, number) : line.text;
    text += '\n';
  }
  return text;
}

Result<SealedPart> sealedPart(const std::filesystem::path& file, const std::string& name,
                              const EventLog& log, bool is_over) {
  const auto seals = log.seals.find(name);
  SealCheck check(seals == log.seals.end() ? FileSeals() : seals->second);
  std::error_code ignored;
  if (std::filesystem::exists(file, ignored)) {
    W2S_CHECK(readFileInPieces(file, [&](std::string_view piece) { check.add(piece); }));
  }
  return check.part(is_over);
}

Sentence saidOfUnsoundFile(const std::filesystem::path& file) {
  return sentence(
      "{} is damaged: its content is not what the run wrote into it. Take the file "
      "from a copy of the run, or repeat the run.",
      file.string());
}

std::optional<StageId> stageOf(const Event& event) {
  return std::visit(
      [](const auto& fact) -> std::optional<StageId> {
        using Fact = std::decay_t<decltype(fact)>;
        if constexpr (std::is_same_v<Fact, RunFailed>) {
          return std::nullopt;  // says where the run failed, is not part of the stage's course
        } else if constexpr (std::is_same_v<Fact, Intervened>) {
          return stage::kStudent;
        } else if constexpr (requires { fact.stage; }) {
          return fact.stage;
        } else {
          return std::nullopt;
        }
      },
      event);
}

bool isBeyond(const Event& event, std::int64_t step) {
  if (const auto* started = std::get_if<StageStarted>(&event)) {
    return started->resumed_at > step;
  }
  if (const auto* evaluated = std::get_if<Evaluated>(&event)) {
    return evaluated->evaluation.step > step;
  }
  if (const auto* diverged = std::get_if<Diverged>(&event)) {
    return diverged->step > step;
  }
  if (const auto* intervened = std::get_if<Intervened>(&event)) {
    return intervened->intervention.step >= step;  // the index of a batch, not a count of them
  }
  return false;
}

std::vector<bool> voidedEvents(const std::vector<Event>& events) {
  std::vector<bool> voided(events.size(), false);
  std::map<StageId, std::int64_t> earliest;  // step that a stage goes back to, later in the log
  for (std::size_t i = events.size(); i-- > 0;) {
    const Event& event = events[i];
    if (const auto* rewound = std::get_if<Rewound>(&event)) {
      const auto [known, is_first] = earliest.emplace(rewound->stage, rewound->step);
      known->second = std::min(known->second, rewound->step);
      continue;
    }
    const auto stage = earliest.empty() ? std::nullopt : stageOf(event);
    const auto back = stage ? earliest.find(*stage) : earliest.end();
    voided[i] = back != earliest.end() &&
                (isBeyond(event, back->second) || std::holds_alternative<StageFinished>(event));
  }
  return voided;
}

}  // namespace w2s::store
