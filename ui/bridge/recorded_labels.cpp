// What a person says about recorded runs: kept in their folders (core/store/run_labels.h).
#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/store/run_labels.h"
#include "ui/bridge/recorded_runs.h"

namespace w2s::ui {

// The undo puts back tags, star and archive as they were before; name, note and colour stay.
void RecordedRuns::changeUndoably(const QStringList& ids, const QString& done,
                                  const std::function<void(store::RunLabels&)>& change) {
  QStringList changed;
  std::map<QString, store::RunLabels> before;
  for (const QString& id : ids) {
    if (const RunRecord* record = library_.find(id); record != nullptr && canShow(id)) {
      store::RunLabels labels = record->labels;
      change(labels);
      if (labels != record->labels) {
        changed += id;
        before.emplace(id, record->labels);
      }
    }
  }
  if (changed.isEmpty()) {
    return;
  }
  library_.changeLabels(changed, change);
  Q_EMIT notice(
      done.arg(changed.size()),
      {{tr("Undo"), QStringLiteral("undo"), tr("Puts back what was there before"), [this, before] {
          std::map<QString, store::RunLabels> wanted;
          for (const auto& [id, labels] : before) {
            if (const RunRecord* record = library_.find(id); record != nullptr) {
              store::RunLabels& present = wanted[id] = record->labels;
              present.tags = labels.tags;
              present.starred = labels.starred;
              present.archived = labels.archived;
            }
          }
          library_.setLabels(wanted);
        }}});
}

void RecordedRuns::setPinned(const QStringList& ids, bool pinned) {
  library_.changeLabels(ids, [pinned](store::RunLabels& labels) { labels.pinned = pinned; });
  for (const QString& id : ids) {
    if (pinned && canShow(id)) {
      overlays_.setShown(id, true);
    }
  }
}

void RecordedRuns::rename(const QString& id, const QString& name) {
  library_.changeLabels({id}, [&](store::RunLabels& labels) { labels.name = name.toStdString(); });
}

void RecordedRuns::setNote(const QString& id, const QString& note) {
  library_.changeLabels(
      {id}, [&](store::RunLabels& labels) { labels.note = note.trimmed().toStdString(); });
}

void RecordedRuns::setColor(const QStringList& ids, std::optional<int> color) {
  library_.changeLabels(ids, [color](store::RunLabels& labels) { labels.color = color; });
}

void RecordedRuns::setStarred(const QStringList& ids, bool starred) {
  changeUndoably(ids,
                 starred ? tr("Runs with a new star: %1.") : tr("Runs without their star: %1."),
                 [starred](store::RunLabels& labels) { labels.starred = starred; });
}

void RecordedRuns::setArchived(const QStringList& ids, bool archived) {
  changeUndoably(ids,
                 archived ? tr("Archived runs: %1. The filter \u201c"
                               "archived\u201d shows them.")
                          : tr("Runs that are listed again: %1."),
                 [archived](store::RunLabels& labels) { labels.archived = archived; });
}

void RecordedRuns::changeTags(const QStringList& ids, const QStringList& added,
                              const QStringList& removed) {
  const auto plain = [](const QStringList& texts) {
    std::vector<std::string> tags;
    std::ranges::transform(texts, std::back_inserter(tags), &QString::toStdString);
    return tags;
  };
  changeUndoably(ids, tr("Runs with other tags: %1."),
                 [added = plain(added), removed = plain(removed)](store::RunLabels& labels) {
                   std::vector<std::string> tags = store::withoutTags(labels.tags, removed);
                   tags.insert(tags.end(), added.begin(), added.end());
                   labels.tags = store::normalisedTags(std::move(tags));
                 });
}

void RecordedRuns::keepAsIs(const QStringList& ids) {
  library_.changeLabels(ids, [](store::RunLabels& labels) { labels.kept_as_is = true; });
}

}  // namespace w2s::ui
