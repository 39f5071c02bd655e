#include "core/store/event_log.h"

#include <system_error>
#include <variant>

#include <fmt/format.h>

#include "core/base/file_io.h"
#include "core/store/event_json.h"

namespace w2s::store {

using namespace experiment;

Result<EventLog> readEventLog(const std::filesystem::path& file) {
  EventLog log;
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) {
    return log;
  }
  W2S_TRY(const std::string text, readFile(file));
  std::size_t at = 0;
  for (auto end = text.find('\n'); end != std::string::npos; end = text.find('\n', at)) {
    std::string line = text.substr(at, end - at);
    auto event = eventFromJson(line);
    if (!event) {
      return fail(event.error().code, sentence("{}, line {}: {}", file.string(),
                                               log.lines.size() + 1, saidBy(event.error())));
    }
    log.events.push_back(std::move(*event));
    log.lines.push_back(std::move(line));
    at = end + 1;
  }
  return log;
}

std::string joinedLines(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) {
    text += line;
    text += '\n';
  }
  return text;
}

std::optional<StageKind> stageOf(const Event& event) {
  return std::visit(
      [](const auto& fact) -> std::optional<StageKind> {
        using Fact = std::decay_t<decltype(fact)>;
        if constexpr (std::is_same_v<Fact, RunFailed>) {
          return std::nullopt;  // says where the run failed, is not part of the stage's course
        } else if constexpr (std::is_same_v<Fact, Intervened>) {
          return StageKind::Student;
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
  for (std::size_t i = 0; i < events.size(); ++i) {
    const auto* rewound = std::get_if<Rewound>(&events[i]);
    for (std::size_t j = 0; rewound != nullptr && j < i; ++j) {
      if (stageOf(events[j]) == rewound->stage &&
          (isBeyond(events[j], rewound->step) ||
           std::holds_alternative<StageFinished>(events[j]))) {
        voided[j] = true;
      }
    }
  }
  return voided;
}

}  // namespace w2s::store
