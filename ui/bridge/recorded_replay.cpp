// Recorded runs in RecordedRuns: played, forked, and compared with those that repeat them.
#include <limits>
#include <utility>

#include "core/store/same_series.h"
#include "core/store/workspace.h"
#include "ui/bridge/experiment_session.h"
#include "ui/bridge/recorded_runs.h"
#include "ui/bridge/words.h"

namespace w2s::ui {
namespace {

// Whether the run has the numbers of the one that it repeats, in sentences.
std::vector<Sentence> comparedWithSource(const std::filesystem::path& workspace,
                                         const std::string& id, const std::string& source) {
  if (const auto fork = store::outcomeOfFork(workspace, id); fork && fork->source == source) {
    return {fork->came_about, fork->compared};
  }
  const auto runs = store::runsFolder(workspace);
  const auto same = store::compareSeries(runs / id, runs / source, record::stage::kStudent);
  return {same ? store::saidOf(*same, source, std::numeric_limits<std::int64_t>::max())
               : saidBy(same.error())};
}

}  // namespace

void RecordedRuns::play(const QString& id) {
  if (isBusy()) {
    sayBusy(id);
  } else if (canOpen(id)) {
    withRun(id, [this](const LoadedRun& run) {
      session_.show(run);
      QStringList notes = notesOn(run);
      if (session_.focus().recordedSteps() == 0) {
        notes.append(
            tr("This run ended before the first step of its student: there is nothing to "
               "play."));
      }
      sayAll(notes);
      Q_EMIT playWanted();
    });
  }
}

void RecordedRuns::fork(const QString& id, std::int64_t step) {
  if (isBusy()) {
    sayBusy(id);
  } else if (canFork(id)) {
    withRun(id, [this, id, step](const LoadedRun& run) {
      forked_ = id;
      session_.forkRun(run, step);
    });
  }
}

// Curves from the cache are a copy: they say nothing.
void RecordedRuns::compareWithSource() {
  const RunSession& run = session_.focus();
  const bool is_over = run.state() == RunState::Finished || run.state() == RunState::Stopped;
  if (run.repeats().empty() || !is_over || run.series().stage(record::stage::kStudent).from_cache) {
    return;
  }
  library_.work(this,
                [this, workspace = library_.workspace(), id = run.series().id,
                 source = run.repeats()]() -> std::function<void()> {
                  return [this, answer = comparedWithSource(workspace, id, source)] {
                    QStringList texts;
                    for (const Sentence& sentence : answer) {
                      texts += QString::fromStdString(said(sentence));
                    }
                    const QString text = texts.join(QLatin1Char(' '));
                    Q_EMIT session_.logged(LogLevel::Info, text);
                    Q_EMIT compared(text);
                  };
                });
}

}  // namespace w2s::ui
