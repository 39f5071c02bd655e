// Events as lines of the log, for people.
#pragma once

#include <optional>
#include <string>

#include "core/record/event.h"

namespace w2s::ui {

enum class LogLevel { Info, Warning, Failure };

struct LogLine {
  LogLevel level = LogLevel::Info;
  std::string text;
};

// Empty for events that come too often for a log (steps, evaluations, progress), and for
// interventions, which are shown together with those they belong to (live_changes.h).
[[nodiscard]] std::optional<LogLine> logLineOf(const record::Event& event);

// The title of a stage (core/record/stage.h), in the window's language: "weak supervisor",
// "common ceiling". A stage that this program does not know is named by its id.
[[nodiscard]] std::string stageTitle(const record::StageId& stage);

}  // namespace w2s::ui
