#include "core/store/event_log.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <system_error>
#include <variant>

#include <fmt/format.h>

#include "core/base/file_io.h"
#include "core/store/event_json.h"

namespace w2s::store {

using namespace record;

namespace {

// The longest that a stage is said to have taken in this run; not what the cache tells of another.
double longestStage(const std::vector<Event>& events) {
  std::map<StageId, double> seconds;
  for (const Event& event : events) {
    if (const auto* evaluated = std::get_if<Evaluated>(&event)) {
      double& longest = seconds[evaluated->stage];
      longest = std::fmax(longest, evaluated->evaluation.seconds);
    } else if (const auto* finished = std::get_if<StageFinished>(&event)) {
      double& longest = seconds[finished->stage];
      longest = finished->from_cache ? 0.0 : std::fmax(longest, finished->seconds);
    }
  }
  double longest = 0.0;
  for (const auto& [stage, of_stage] : seconds) {
    longest = std::fmax(longest, of_stage);
  }
  return longest;
}

// Takes the lines that are missing before the line of that number into account; false: the number
// was passed.
bool checkNumber(std::size_t number, EventLog& log) {
  const std::size_t expected = log.lines.size() + log.missing + 1;
  if (number < expected) {
    return false;
  }
  log.missing += number - expected;
  return true;
}

Result<StampedEvent> outOfOrder() {
  return fail(ErrorCode::BadFormat,
              sentence("The event is damaged: the number of its line does not ascend. Take the "
                       "file from a copy of the run, or repeat the run."));
}

}  // namespace

Result<EventLog> readEventLog(const std::filesystem::path& file) {
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) {
    return EventLog();
  }
  W2S_TRY(const std::string text, readFile(file, kMostLogBytes));
  return parseEventLog(text, file);
}

Result<EventLog> parseEventLog(std::string_view text, const std::filesystem::path& file) {
  EventLog log;
  std::size_t at = 0;
  for (auto end = text.find('\n'); end != std::string::npos; end = text.find('\n', at)) {
    auto line = unstamped(text.substr(at, end - at));
    auto read = line ? stampedEventFromJson(line->text) : tl::unexpected(line.error());
    if (read && line->number > 0) {
      read = checkNumber(line->number, log) ? std::move(read) : outOfOrder();
    }
    if (!read) {
      return fail(read.error().code, sentence("{}, line {}: {}", file.string(),
                                              log.lines.size() + 1, saidBy(read.error())));
    }
    if (auto seal = sealFromJson(line->text)) {
      addSeal(log.seals[seal->first], seal->second);
    } else if (auto note = noteFromJson(line->text)) {
      log.notes.push_back(std::move(*note));
    }
    LogLine& kept = log.lines.emplace_back(
        LogLine{.text = std::move(line->text), .is_stamped = line->number > 0});
    if (read->event) {
      kept.event = log.events.size();
      log.events.push_back(std::move(*read->event));
    }
    log.worked_seconds = std::fmax(log.worked_seconds, read->worked_seconds);
    at = end + 1;
  }
  if (log.worked_seconds == 0.0) {
    log.worked_seconds = longestStage(log.events);
  }
  return log;
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

SealedPart sealedPart(std::string_view bytes, const std::string& name, const EventLog& log,
                      bool is_over) {
  const auto seals = log.seals.find(name);
  return sealedPart(bytes, seals == log.seals.end() ? FileSeals() : seals->second, is_over);
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
