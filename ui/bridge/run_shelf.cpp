#include "ui/bridge/run_shelf.h"

#include <algorithm>
#include <utility>

#include "ui/bridge/run_controller.h"
#include "ui/bridge/words.h"

namespace w2s::ui {
namespace {

// Not damaged, and nobody at work on it.
bool isAtRest(const RunRecord* record) {
  return record != nullptr && record->problem.isEmpty() &&
         record->stored != store::RunState::Running;
}

}  // namespace

RunShelf::RunShelf(RunController& controller, std::filesystem::path workspace, QObject* parent)
    : QObject(parent),
      controller_(controller),
      library_(std::move(workspace)),
      overlays_(library_) {
  connect(&controller_, &RunController::runBegan, this, [this] {
    overlays_.setPresent(QString::fromStdString(controller_.series().id));
    library_.refresh();
  });
  connect(&controller_, &RunController::runEnded, &library_, &RunLibrary::refresh);
  connect(&library_, &RunLibrary::failed, this, &RunShelf::say);
  connect(&overlays_, &OverlaySet::failed, this, &RunShelf::say);
  connect(&library_, &RunLibrary::removed, this, [this](const QStringList& ids) {
    Q_EMIT notice(ids.size() == 1 ? tr("Deleted 1 run.") : tr("Deleted %1 runs.").arg(ids.size()),
                  {{tr("Undo"), QStringLiteral("undo"), tr("Brings what was deleted back"),
                    [this, ids] { library_.restore(ids); }}});
  });
  connect(&library_, &RunLibrary::changed, this, &RunShelf::showAgain);
}

bool RunShelf::isBusy() const {
  return isActive(controller_.state());
}

bool RunShelf::isOwn(const QString& id) const {
  return isBusy() && QString::fromStdString(controller_.series().id) == id;
}

bool RunShelf::canOpen(const QString& id) const {
  return !isBusy() && isAtRest(library_.find(id));
}

bool RunShelf::canShow(const QString& id) const {
  const RunRecord* record = library_.find(id);
  return record != nullptr && record->problem.isEmpty();
}

bool RunShelf::canResume(const QString& id) const {
  return canOpen(id) && library_.find(id)->stored != store::RunState::Finished;
}

bool RunShelf::canExtend(const QString& id) const {
  return canOpen(id) && (library_.find(id)->stored == store::RunState::Finished ||
                         library_.find(id)->stored == store::RunState::Stopped);
}

bool RunShelf::canReplay(const QString& id) const {
  return canOpen(id);
}

bool RunShelf::canRemove(const QString& id) const {
  const RunRecord* record = library_.find(id);
  return record != nullptr && !isOwn(id) &&
         (!record->problem.isEmpty() || record->stored != store::RunState::Running);
}

void RunShelf::withRun(const QString& id, Use use) {
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
      Q_EMIT taking(true);
      use(**loaded);
      Q_EMIT taking(false);
    }
  });
}

void RunShelf::showPresent() {
  Q_EMIT shown(QString::fromStdString(controller_.series().id), controller_.runConfig());
}

void RunShelf::begun(const Status& status) {
  if (status) {
    showPresent();
  } else {
    say(QString::fromStdString(said(status.error())));
  }
}

void RunShelf::sayBusy(const QString& id) {
  std::vector<Offer> offers;
  if (canShow(id) && !isOwn(id)) {
    offers.push_back({tr("Show it on the charts"), QStringLiteral("overlay"),
                      tr("Lays that run over the one in progress"),
                      [this, id] { overlays_.setShown(id, true); }});
  }
  Q_EMIT notice(tr("A run is in progress. Stop it before another one takes its place."), offers);
}

void RunShelf::open(const QString& id) {
  if (isOwn(id)) {
    showPresent();  // its page shows it already
  } else if (isBusy()) {
    sayBusy(id);
  } else if (canOpen(id)) {
    withRun(id, [this](const LoadedRun& run) {
      controller_.show(run);
      showPresent();
    });
  } else if (const RunRecord* record = library_.find(id); record != nullptr) {
    say(record->problem.isEmpty()
            ? tr("Another process is at work on this run. It can be shown on the charts.")
            : record->problem);
  }
}

void RunShelf::resume(const QString& id) {
  if (isBusy()) {
    sayBusy(id);
  } else if (canResume(id)) {
    withRun(id, [this](const LoadedRun& run) { begun(controller_.resumeRun(run)); });
  }
}

void RunShelf::extend(const QString& id, std::int64_t steps) {
  if (isBusy()) {
    sayBusy(id);
  } else if (canExtend(id)) {
    withRun(id, [this, steps](const LoadedRun& run) { begun(controller_.extendRun(run, steps)); });
  }
}

void RunShelf::replay(const QString& id) {
  if (isBusy()) {
    sayBusy(id);
  } else if (canReplay(id)) {
    withRun(id, [this](const LoadedRun& run) { begun(controller_.replayRun(run)); });
  }
}

void RunShelf::toggleShown(const QStringList& ids) {
  const bool show =
      std::ranges::any_of(ids, [this](const QString& id) { return !overlays_.isShown(id); });
  for (const QString& id : ids) {
    if (!show || canShow(id)) {
      overlays_.setShown(id, show);
    }
  }
}

void RunShelf::changeLabels(const QStringList& ids,
                            const std::function<void(store::RunLabels&)>& change) {
  for (const QString& id : ids) {
    if (const RunRecord* record = library_.find(id)) {
      store::RunLabels labels = record->labels;
      change(labels);
      library_.setLabels(id, labels);
    }
  }
}

void RunShelf::setPinned(const QStringList& ids, bool pinned) {
  changeLabels(ids, [pinned](store::RunLabels& labels) { labels.pinned = pinned; });
  for (const QString& id : ids) {
    if (pinned && canShow(id)) {
      overlays_.setShown(id, true);
    }
  }
}

void RunShelf::rename(const QString& id, const QString& name) {
  changeLabels({id}, [&](store::RunLabels& labels) { labels.name = name.toStdString(); });
}

void RunShelf::setNote(const QString& id, const QString& note) {
  changeLabels({id}, [&](store::RunLabels& labels) { labels.note = note.trimmed().toStdString(); });
}

void RunShelf::setColor(const QStringList& ids, std::optional<int> color) {
  changeLabels(ids, [color](store::RunLabels& labels) { labels.color = color; });
}

void RunShelf::keepAsIs(const QStringList& ids) {
  changeLabels(ids, [](store::RunLabels& labels) { labels.kept_as_is = true; });
}

void RunShelf::remove(const QStringList& ids) {
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

void RunShelf::showAgain() {
  for (const QString& id : QStringList(hidden_by_removal_)) {
    if (canShow(id)) {
      hidden_by_removal_.removeAll(id);
      overlays_.setShown(id, true);
    }
  }
}

}  // namespace w2s::ui
