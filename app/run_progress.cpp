#include "app/run_progress.h"

#include <algorithm>
#include <cstdio>
#include <unistd.h>

#include <fmt/format.h>

#include "app/output.h"
#include "core/base/rounding.h"

namespace w2s::app {

using namespace record;

namespace {

template <class... Handlers>
struct Overloaded : Handlers... {
  using Handlers::operator()...;
};

constexpr auto kRedrawInterval = std::chrono::milliseconds(100);
constexpr int kBarCells = 28;

}  // namespace

RunProgress::RunProgress(bool is_quiet)
    : is_quiet_(is_quiet), is_terminal_(isatty(STDERR_FILENO) == 1) {}

void RunProgress::say(const std::string& line) {
  if (is_quiet_) {
    return;
  }
  if (bar_is_drawn_) {
    steerTerminal("\r\033[K");
    bar_is_drawn_ = false;
  }
  sayText(line + '\n');
}

void RunProgress::draw(bool force) {
  const auto now = std::chrono::steady_clock::now();
  if (is_quiet_ || !is_terminal_ || (!force && now - last_drawn_ < kRedrawInterval)) {
    return;
  }
  last_drawn_ = now;
  Work sum;
  for (const auto& [key, work] : work_) {
    sum.done += work.done;
    sum.total += work.total;
  }
  const double share =
      sum.total > 0
          ? std::clamp(static_cast<double>(sum.done) / static_cast<double>(sum.total), 0.0, 1.0)
          : 0.0;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  const int filled = static_cast<int>(share * kBarCells);
  std::string bar(static_cast<std::size_t>(filled), '#');
  bar.resize(kBarCells, '.');
  const std::string left = share > 0.02
                               ? fmt::format("{:.0f} s left", seconds * (1.0 - share) / share)
                               : std::string("...");
  steerTerminal("\r\033[K");
  app::say("[{}] {:3.0f} %  {}  {}", bar, 100.0 * share, phase_, left);
  bar_is_drawn_ = true;
}

const std::string& RunProgress::titleOf(const StageId& stage) {
  return titles_.try_emplace(stage, stage).first->second;
}

void RunProgress::advance(const StageId& stage, const std::string& run_id, std::int64_t done,
                          std::int64_t total, std::string_view unit) {
  Work& work = work_[{run_id, stage}];
  work.total = std::max(total, done);
  work.done = done;
  const double seconds = std::max(
      1e-3, std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count());
  phase_ = fmt::format("seed {}: {} {}/{} {} ({:.0f}/s overall)", runs_[run_id].seed,
                       titleOf(stage), done, work.total, unit, static_cast<double>(done) / seconds);
  draw(false);
}

void RunProgress::onEvent(const std::string& run_id, const Event& event) {
  const std::lock_guard lock(mutex_);
  RunRecord& run = runs_[run_id];
  run.id = run_id;
  const auto plan = [&](const StageId& stage) -> Work& { return work_[{run_id, stage}]; };
  std::visit(
      Overloaded{
          [&](const RunStarted& started) {
            run.seed = started.seed;
            run.began = true;
            for (const PlannedStage& stage : started.stages) {
              titles_[stage.id] = stage.title.text;
              plan(stage.id).total = std::max<std::int64_t>(stage.steps, 1);
            }
            say(fmt::format("seed {}: run {} on {}", started.seed, run_id, started.device));
          },
          [&](const StageStarted& started) {
            if (started.steps > 0) {
              plan(started.stage).total = started.steps;
            }
            if (started.resumed_at > 0) {
              say(fmt::format("seed {}: {} goes on from step {}", run.seed, titleOf(started.stage),
                              started.resumed_at));
            }
          },
          [&](const StageProgressed& progress) {
            advance(progress.stage, run_id, progress.done, progress.total, progress.unit);
          },
          [&](const StepsMeasured& steps) {
            advance(steps.stage, run_id, steps.rows.lastStep(), plan(steps.stage).total, "steps");
          },
          [&](const Evaluated&) {},
          [&](const Intervened& intervened) {
            const Intervention& change = intervened.intervention;
            if (change.parameter == LiveParameter::Steps) {
              plan(stage::kStudent).total =
                  std::max<std::int64_t>(w2s::wholeNumber(change.new_value), 1);
            }
            say(fmt::format("seed {}: step {}: {} {} -> {}", run.seed, change.step,
                            keyOf(change.parameter), change.old_value, change.new_value));
          },
          [&](const Diverged& diverged) {
            say(fmt::format("seed {}: {}: the {} term is not finite at step {}", run.seed,
                            titleOf(diverged.stage), diverged.term, diverged.step));
          },
          [&](const Rewound& rewound) {
            say(rewound.step == Rewound::kStartsAnew
                    ? fmt::format("seed {}: {}: again, for the student's number of steps", run.seed,
                                  titleOf(rewound.stage))
                    : fmt::format("seed {}: {}: back to step {}", run.seed, titleOf(rewound.stage),
                                  rewound.step));
          },
          [&](const StageFinished& finished) {
            Work& work = plan(finished.stage);
            work.done = work.total;
            if (finished.test.n > 0) {
              say(fmt::format("seed {}: {} {} % of {} test rows, {:.2f} s{}", run.seed,
                              titleOf(finished.stage), percentOf(finished.test.accuracy),
                              finished.test.n, finished.seconds,
                              finished.from_cache ? " (cached)" : ""));
            }
            if (!finished.note.text.empty()) {
              say(fmt::format("seed {}: {}", run.seed, finished.note.text));
            }
            draw(false);
          },
          [&](const RunPaused&) {},
          [&](const RunContinued&) {},
          [&](const RunFinished& finished) {
            run.state = "finished";
            run.summary = finished.summary;
          },
          [&](const RunStopped& stopped) { run.state = stopped.kept ? "stopped" : "discarded"; },
          [&](const RunFailed& failed) {
            run.state = "failed";
            run.error = failed.error;
          },
      },
      event);
}

void RunProgress::finish() {
  const std::lock_guard lock(mutex_);
  if (bar_is_drawn_) {
    steerTerminal("\r\033[K");
    bar_is_drawn_ = false;
  }
}

bool RunProgress::hasUnprepared() const {
  const std::lock_guard lock(mutex_);
  return std::ranges::any_of(runs_,
                             [](const auto& run) { return run.second.error && !run.second.began; });
}

std::optional<Error> RunProgress::refusal() const {
  const std::lock_guard lock(mutex_);
  std::optional<Error> refusal;
  for (const auto& [id, run] : runs_) {
    if (run.began) {
      return std::nullopt;
    }
    refusal = refusal ? refusal : run.error;
  }
  return refusal;
}

RunRecord RunProgress::record(const std::string& run_id) const {
  const std::lock_guard lock(mutex_);
  const auto found = runs_.find(run_id);
  return found == runs_.end()
             ? RunRecord{.id = run_id, .seed = 0, .state = "failed", .summary = {}, .error = {}}
             : found->second;
}

}  // namespace w2s::app
