#include "ui/bridge/event_text.h"

#include <algorithm>
#include <cctype>
#include <variant>

#include "ui/bridge/number_language.h"
#include "ui/bridge/run_readings.h"
#include "ui/bridge/words.h"

namespace w2s::ui {
namespace {

using Line = std::optional<LogLine>;

LogLine info(std::string text) {
  return {LogLevel::Info, std::move(text)};
}

// "CPU", "CUDA:0": as the status line has it.
std::string deviceName(std::string name) {
  std::ranges::transform(name, name.begin(), [](unsigned char letter) {
    return static_cast<char>(std::toupper(letter));
  });
  return name;
}

struct Teller {
  Line operator()(const record::RunStarted& event) const {
    return info(inWords(words("log", "Run {} with seed {} started on {}."), event.name, event.seed,
                        deviceName(event.device)));
  }
  Line operator()(const record::StageStarted& event) const {
    if (event.resumed_at > 0) {
      return info(inWords(words("log", "The {} continues after step {}."), stageTitle(event.stage),
                          event.resumed_at));
    }
    return info(inWords(words("log", "The {} started."), stageTitle(event.stage)));
  }
  Line operator()(const record::StageProgressed&) const {
    return std::nullopt;
  }
  Line operator()(const record::StepsMeasured&) const {
    return std::nullopt;
  }
  Line operator()(const record::Evaluated&) const {
    return std::nullopt;
  }
  Line operator()(const record::Intervened&) const {
    return std::nullopt;
  }
  Line operator()(const record::Diverged& event) const {
    return LogLine{
        LogLevel::Warning,
        inWords(
            words("log", "The {} diverged: {} is not finite at step {}. The last good step is {}."),
            stageTitle(event.stage), event.term, event.step, event.last_good_step)};
  }
  Line operator()(const record::Rewound& event) const {
    if (event.step == record::Rewound::kStartsAnew) {
      return info(
          inWords(words("log", "The {} is trained again, to the student's number of steps."),
                  stageTitle(event.stage)));
    }
    return info(
        inWords(words("log", "The {} went back to step {}."), stageTitle(event.stage), event.step));
  }
  Line operator()(const record::StageFinished& event) const {
    const std::string how = event.from_cache
                                ? words("log", "came from the cache")
                                : inWords(words("log", "finished in {:.1f} s"), event.seconds);
    const std::string result =
        event.test.n > 0 ? inWords(words("log", "The {} {}: {:.1f} % of {} test rows right."),
                                   stageTitle(event.stage), how, 100.0 * event.test.accuracy,
                                   groupedNumber(event.test.n))
                         : inWords(words("log", "The {} {}."), stageTitle(event.stage), how);
    return info(event.note.text.empty() ? result : result + ' ' + said(event.note));
  }
  Line operator()(const record::RunPaused&) const {
    return info(words("log", "Paused."));
  }
  Line operator()(const record::RunContinued&) const {
    return info(words("log", "Continued."));
  }
  Line operator()(const record::RunFinished& event) const {
    return info(inWords(words("log", "Run finished in {:.1f} s."), event.summary.seconds));
  }
  Line operator()(const record::RunStopped& event) const {
    return info(event.kept ? words("log", "Run stopped and kept.")
                           : words("log", "Run stopped and discarded."));
  }
  Line operator()(const record::RunFailed& event) const {
    return LogLine{LogLevel::Failure, said(event.error)};
  }
};

}  // namespace

Line logLineOf(const record::Event& event) {
  return std::visit(Teller{}, event);
}

std::string stageTitle(const record::StageId& stage) {
  return said(record::describedStage(stage).title);
}

}  // namespace w2s::ui
