#include "ui/bridge/overlay_set.h"

#include <algorithm>

#include "ui/bridge/run_library.h"
#include "ui/bridge/run_names.h"
#include "ui/bridge/words.h"

namespace w2s::ui {

OverlaySet::OverlaySet(RunLibrary& library, QObject* parent) : QObject(parent), library_(library) {
  connect(&library_, &RunLibrary::changed, this, &OverlaySet::takeChanges);
  takeChanges();
}

OverlaySet::Shown* OverlaySet::find(const QString& id) {
  const auto found =
      std::ranges::find_if(shown_, [&](const Shown& shown) { return shown.item.id == id; });
  return found == shown_.end() ? nullptr : &*found;
}

bool OverlaySet::isShown(const QString& id) const {
  return std::ranges::any_of(shown_, [&](const Shown& shown) { return shown.item.id == id; });
}

std::vector<OverlaySet::Item> OverlaySet::items() const {
  std::vector<Item> items;
  for (const Shown& shown : shown_) {
    if (shown.item.run && shown.item.id != present_) {
      items.push_back(shown.item);
    }
  }
  return items;
}

void OverlaySet::setPresent(const QString& id) {
  if (id != present_) {
    const bool matters = isShown(id) || isShown(present_);
    present_ = id;
    if (relabel() || matters) {
      Q_EMIT changed();
    }
  }
}

void OverlaySet::setShown(const QString& id, bool shown) {
  if (shown == isShown(id)) {
    return;
  }
  if (!shown) {
    std::erase_if(shown_, [&](const Shown& one) { return one.item.id == id; });
    relabel();
    Q_EMIT changed();
    return;
  }
  const RunRecord* record = library_.find(id);
  if (record == nullptr) {
    return;
  }
  shown_.push_back({.item = {.id = id,
                             .run = {},
                             .label = record->title(),
                             .color = record->color,
                             .pinned = record->labels.pinned}});
  load(shown_.back(), *record);
  relabel();
  Q_EMIT changed();
}

// Two labels on the charts are never the same. The charts' own run is one of those from which a label
// tells a run apart.
bool OverlaySet::relabel() {
  std::vector<const RunRecord*> runs;
  if (const RunRecord* present = library_.find(present_)) {
    runs.push_back(present);
  }
  std::vector<Shown*> shown;
  for (Shown& one : shown_) {
    const RunRecord* record = library_.find(one.item.id);
    if (record != nullptr && one.item.id != present_) {
      shown.push_back(&one);
      runs.push_back(record);
    }
  }
  const RecordNames names(runs);
  const std::size_t before = runs.size() - shown.size();
  bool differs = false;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const QString name = names.of(before + i, *runs[before + i]);
    differs = differs || shown[i]->item.label != name;
    shown[i]->item.label = name;
  }
  return differs;
}

void OverlaySet::load(Shown& shown, const RunRecord& record) {
  shown.loading = true;
  shown.done = record.done;
  const QString id = shown.item.id;
  library_.load(id, this, [this, id](const RunLibrary::Loaded& loaded) {
    Shown* shown_now = find(id);
    if (shown_now == nullptr) {
      return;  // hidden meanwhile
    }
    shown_now->loading = false;
    if (loaded) {
      shown_now->item.run = *loaded;
      for (const Sentence& damage : (*loaded)->unsound) {
        Q_EMIT failed(QString::fromStdString(said(damage)));
      }
    } else {
      std::erase_if(shown_, [&](const Shown& one) { return one.item.id == id; });
      relabel();
      Q_EMIT failed(QString::fromStdString(said(loaded.error())));
    }
    Q_EMIT changed();
  });
}

void OverlaySet::takeChanges() {
  if (!library_.isListed()) {
    return;
  }
  bool differs = false;
  if (!followed_) {
    followed_ = true;
    for (const RunRecord& record : library_.runs()) {
      if (record.labels.pinned && record.problem.isEmpty()) {
        setShown(record.id, true);
      }
    }
  }
  differs = std::erase_if(shown_, [this](const Shown& shown) {
              return library_.find(shown.item.id) == nullptr;
            }) > 0;
  for (Shown& shown : shown_) {
    const RunRecord& record = *library_.find(shown.item.id);
    Item& item = shown.item;
    if (item.color != record.color || item.pinned != record.labels.pinned) {
      item.color = record.color;
      item.pinned = record.labels.pinned;
      differs = true;
    }
    if (record.done != shown.done && !shown.loading) {
      load(shown, record);
    }
  }
  if (relabel() || differs) {
    Q_EMIT changed();
  }
}

}  // namespace w2s::ui
