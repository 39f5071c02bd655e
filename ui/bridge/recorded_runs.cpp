#include "ui/bridge/recorded_runs.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <utility>

#include <QFileInfo>

#include "core/config/planned_steps.h"
#include "ui/bridge/experiment_session.h"
#include "ui/bridge/words.h"
#include "ui/widgets/format.h"

namespace w2s::ui {
namespace {

// Not damaged, and nobody at work on it.
bool isAtRest(const RunRecord* record) {
  return record != nullptr && record->problem.isEmpty() &&
         record->stored != store::RunState::Running;
}

}  // namespace

// What a person has to know of a run that is shown.
QStringList RecordedRuns::notesOn(const LoadedRun& run) {
  QStringList notes;
  if (!run.unknown_settings.empty()) {
    QStringList keys;
    for (const std::string& key : run.unknown_settings) {
      keys.append(QString::fromStdString(key));
    }
    notes.append(tr("A later version of W2S Lab recorded this run, with settings that this "
                    "one does not know: %1. It can be shown and exported, but not repeated or "
                    "continued.")
                     .arg(keys.join(QStringLiteral(", "))));
  }
  for (const Sentence& damage : run.unsound) {
    notes.append(QString::fromStdString(said(damage)));
  }
  return notes;
}

RecordedRuns::RecordedRuns(ExperimentSession& session, std::filesystem::path workspace,
                           QObject* parent)
    : QObject(parent), session_(session), library_(std::move(workspace)), overlays_(library_) {
  const auto setPresent = [this] {
    overlays_.setPresent(QString::fromStdString(session_.focus().series().id));
  };
  connect(&session_, &ExperimentSession::focusChanged, this, setPresent);
  connect(&session_, &ExperimentSession::runPrepared, this, setPresent);
  connect(&session_, &ExperimentSession::runPrepared, &library_, &RunLibrary::refresh);
  connect(&session_, &ExperimentSession::runEnded, &library_, &RunLibrary::refresh);
  connect(&session_, &ExperimentSession::adopting, this, [this] { Q_EMIT taking(true); });
  connect(&session_, &ExperimentSession::adopted, this, [this] {
    showPresent();
    Q_EMIT taking(false);
    if (const QString forked = std::exchange(forked_, {}); !forked.isEmpty()) {
      overlays_.setShown(forked, true);
    }
  });
  connect(&session_, &ExperimentSession::refused, this, [this](const Error& error) {
    forked_.clear();
    say(QString::fromStdString(said(error)));
  });
  connect(&session_, &ExperimentSession::runEnded, this, &RecordedRuns::compareWithSource);
  connect(&library_, &RunLibrary::failed, this, &RecordedRuns::say);
  connect(&overlays_, &OverlaySet::failed, this, &RecordedRuns::say);
  connect(&library_, &RunLibrary::removed, this, [this](const QStringList& ids) {
    Q_EMIT notice(ids.size() == 1 ? tr("Deleted 1 run.") : tr("Deleted %1 runs.").arg(ids.size()),
                  {{tr("Undo"), QStringLiteral("undo"), tr("Brings what was deleted back"),
                    [this, ids] { library_.restore(ids); }}});
  });
  connect(&library_, &RunLibrary::imported, this, &RecordedRuns::sayImported);
  connect(&library_, &RunLibrary::referencesImported, this, &RecordedRuns::sayReferences);
  connect(&library_, &RunLibrary::bundled, this, &RecordedRuns::sayBundled);
  connect(&library_, &RunLibrary::bundling, this, [this](const QString& path) {
    say(tr("%1 is being written.").arg(QFileInfo(path).fileName()));
  });
  connect(&library_, &RunLibrary::changed, this, &RecordedRuns::showAgain);
}

bool RecordedRuns::isBusy() const {
  return session_.isBusy();
}

bool RecordedRuns::isOwn(const QString& id) const {
  return std::ranges::any_of(session_.runs(), [&](const RunSession* run) {
    return run->isActive() && QString::fromStdString(run->series().id) == id;
  });
}

bool RecordedRuns::canOpen(const QString& id) const {
  return !isBusy() && isAtRest(library_.find(id));
}

bool RecordedRuns::canShow(const QString& id) const {
  const RunRecord* record = library_.find(id);
  return record != nullptr && record->problem.isEmpty();
}

bool RecordedRuns::canResume(const QString& id) const {
  return canOpen(id) && library_.find(id)->stored != store::RunState::Finished;
}

bool RecordedRuns::canExtend(const QString& id) const {
  return canOpen(id) && (library_.find(id)->stored == store::RunState::Finished ||
                         library_.find(id)->stored == store::RunState::Stopped);
}

bool RecordedRuns::canReplay(const QString& id) const {
  return canOpen(id);
}

bool RecordedRuns::canFork(const QString& id) const {
  return canOpen(id);
}

bool RecordedRuns::canRemove(const QString& id) const {
  const RunRecord* record = library_.find(id);
  return record != nullptr && !isOwn(id) &&
         (!record->problem.isEmpty() || record->stored != store::RunState::Running);
}

void RecordedRuns::withRun(const QString& id, Use use) {
  awaited_ = id;
  library_.load(id, this, [this, id, use = std::move(use)](const RunLibrary::Loaded& loaded) {
    if (awaited_ != id) {
      return;  // another run was asked for meanwhile
    }
    awaited_.clear();
    if (!loaded) {
      say(QString::fromStdString(said(loaded.error())));
    } else if (isBusy()) {
      sayBusy(id);
    } else {
      use(**loaded);
    }
  });
}

void RecordedRuns::sayImported(const QStringList& ids, int kept, const QStringList& faults) {
  if (ids.isEmpty()) {
    say(tr("The bundle has no runs."));
    return;
  }
  QStringList text{ids.size() == 1 ? tr("The bundle has 1 run.")
                                   : tr("The bundle has %1 runs.").arg(ids.size())};
  if (kept > 0) {
    text += tr("%1 of them were here already and stay as they were.").arg(kept);
  }
  text += faults;
  Q_EMIT notice(text.join(QLatin1Char(' ')),
                {{tr("Open"), QStringLiteral("open"), tr("Shows the first run of the bundle"),
                  [this, id = ids.front()] { open(id); }}});
}

void RecordedRuns::sayReferences(int results, const QStringList& notes) {
  QStringList text{
      tr("%n results can be compared with: the button References on the pages Study and "
         "Compare has them.",
         nullptr, results)};
  text += notes;
  say(text.join(QLatin1Char(' ')));
}

void RecordedRuns::sayBundled(const QString& path, int runs, qint64 bytes) {
  say(tr("%1 holds %n runs (%2 MB). File > Open takes it in another workspace, and so does w2s "
         "import.",
         nullptr, runs)
          .arg(QFileInfo(path).fileName(), decimalText(static_cast<double>(bytes) / 1e6, 1)));
}

void RecordedRuns::showPresent() {
  Q_EMIT shown(QString::fromStdString(session_.focus().series().id), session_.focus().config());
}

void RecordedRuns::sayAll(const QStringList& notes) {
  if (!notes.isEmpty()) {
    say(notes.join(u'\n'));
  }
}

void RecordedRuns::sayBusy(const QString& id) {
  std::vector<Offer> offers;
  if (canShow(id) && !isOwn(id)) {
    offers.push_back({tr("Show it on the charts"), QStringLiteral("overlay"),
                      tr("Lays that run over the one in progress"),
                      [this, id] { overlays_.setShown(id, true); }});
  }
  Q_EMIT notice(tr("A run is in progress. Stop it before another one takes its place."), offers);
}

void RecordedRuns::open(const QString& id) {
  if (isOwn(id)) {
    showPresent();  // its page shows it already
  } else if (isBusy()) {
    sayBusy(id);
  } else if (canOpen(id)) {
    withRun(id, [this](const LoadedRun& run) {
      session_.show(run);
      sayAll(notesOn(run));
    });
  } else if (const RunRecord* record = library_.find(id); record != nullptr) {
    say(record->problem.isEmpty()
            ? tr("Another process is at work on this run. It can be shown on the charts.")
            : record->problem);
  }
}

QStringList RecordedRuns::seedsOf(const QString& id) const {
  const RunRecord* chosen = library_.find(id);
  if (chosen == nullptr || chosen->experiment.isEmpty()) {
    return {};
  }
  QStringList ids{id};
  std::set<std::int64_t> seeds{chosen->seed};
  for (const RunRecord& run : library_.runs()) {  // newest first
    if (run.experiment == chosen->experiment && run.problem.isEmpty() &&
        run.stored == store::RunState::Finished && seeds.insert(run.seed).second) {
      ids += run.id;
    }
  }
  return ids;
}

bool RecordedRuns::canOpenSeeds(const QString& id) const {
  return canOpen(id) && library_.find(id)->stored == store::RunState::Finished &&
         seedsOf(id).size() > 1;
}

void RecordedRuns::openSeeds(const QString& id) {
  if (isBusy()) {
    sayBusy(id);
  } else if (canOpenSeeds(id)) {
    loadSeeds(seedsOf(id), {});
  }
}

void RecordedRuns::openRuns(const QStringList& ids) {
  if (ids.size() == 1) {
    open(ids.front());
  } else if (isBusy()) {
    sayBusy(ids.front());
  } else if (!ids.isEmpty()) {
    loadSeeds(ids, {});
  }
}

void RecordedRuns::loadSeeds(const QStringList& ids,
                             std::vector<std::shared_ptr<const LoadedRun>> loaded) {
  const auto place = static_cast<qsizetype>(loaded.size());
  if (place == ids.size()) {
    // Steered alike: live changes at the same steps.
    const auto all = loaded.size();
    std::erase_if(loaded, [first = loaded.front()](const auto& run) {
      return run->interventions != first->interventions;
    });
    QStringList notes;
    if (loaded.size() < all) {
      notes.append(tr("%n seeds of this experiment had other live changes and are left out.",
                      nullptr, static_cast<int>(all - loaded.size())));
    }
    session_.show(loaded);
    for (const auto& run : loaded) {
      notes += notesOn(*run);
    }
    sayAll(notes);
    return;
  }
  awaited_ = ids.front();
  library_.load(ids[place], this,
                [this, ids, loaded = std::move(loaded)](const RunLibrary::Loaded& run) mutable {
                  if (awaited_ != ids.front()) {
                    return;  // another run was asked for meanwhile
                  }
                  awaited_.clear();
                  if (!run) {
                    say(QString::fromStdString(said(run.error())));
                  } else if (isBusy()) {
                    sayBusy(ids.front());
                  } else {
                    loaded.push_back(*run);
                    loadSeeds(ids, std::move(loaded));
                  }
                });
}

void RecordedRuns::resume(const QString& id) {
  if (isBusy()) {
    sayBusy(id);
  } else if (canResume(id)) {
    withRun(id, [this](const LoadedRun& run) { session_.continueRun(run); });
  }
}

void RecordedRuns::extend(const QString& id, std::int64_t steps) {
  if (isBusy()) {
    sayBusy(id);
  } else if (canExtend(id)) {
    withRun(id, [this, steps](const LoadedRun& run) {
      session_.continueRun(run, steps);
      const std::int64_t taken = run.series.stage(record::stage::kStudent).done;
      if (const Sentence note = config::whatMoreStepsMean(configAtEnd(run), taken, steps);
          session_.isBusy() && !note.text.empty()) {
        say(QString::fromStdString(said(note)));
      }
    });
  }
}

void RecordedRuns::replay(const QString& id) {
  if (isBusy()) {
    sayBusy(id);
  } else if (canReplay(id)) {
    withRun(id, [this](const LoadedRun& run) { session_.replayRun(run); });
  }
}

void RecordedRuns::toggleShown(const QStringList& ids) {
  const bool show =
      std::ranges::any_of(ids, [this](const QString& id) { return !overlays_.isShown(id); });
  for (const QString& id : ids) {
    if (!show || canShow(id)) {
      overlays_.setShown(id, show);
    }
  }
}

void RecordedRuns::remove(const QStringList& ids) {
  QStringList removable;
  std::ranges::copy_if(ids, std::back_inserter(removable),
                       [this](const QString& id) { return canRemove(id); });
  if (removable.isEmpty()) {
    if (!ids.isEmpty()) {
      say(tr("A run in progress cannot be deleted. Stop it first."));
    }
    return;
  }
  hidden_by_removal_.clear();
  std::ranges::copy_if(removable, std::back_inserter(hidden_by_removal_),
                       [this](const QString& id) { return overlays_.isShown(id); });
  library_.remove(removable);
}

void RecordedRuns::showAgain() {
  for (const QString& id : QStringList(hidden_by_removal_)) {
    if (canShow(id)) {
      hidden_by_removal_.removeAll(id);
      overlays_.setShown(id, true);
    }
  }
}

}  // namespace w2s::ui
