#include "ui/bridge/overlay_set.h"

#include <algorithm>

#include <QHash>
#include <QStringList>

#include "ui/bridge/run_library.h"
#include "ui/bridge/words.h"

namespace w2s::ui {
namespace {

const QString kBetween = QStringLiteral(", ");  // the parts of a method

// What each of these runs of one name is called: the parts of its method that not all have; where
// two are still alike their seed, and at last the end of their id.
QStringList labelsThatDiffer(const std::vector<const RunRecord*>& runs) {
  QStringList common = runs.front()->method.split(kBetween);
  for (const RunRecord* run : runs) {
    const QStringList parts = run->method.split(kBetween);
    common.removeIf([&](const QString& part) { return !parts.contains(part); });
  }
  QStringList labels;
  for (const RunRecord* run : runs) {
    QStringList parts = run->method.split(kBetween);
    parts.removeIf([&](const QString& part) { return common.contains(part); });
    labels += (QStringList{run->title()} + parts).join(kBetween);
  }
  const auto add = [&](const auto& part) {
    const QStringList before = labels;
    for (qsizetype i = 0; i < labels.size(); ++i) {
      if (before.count(before[i]) > 1) {
        labels[i] += kBetween + part(*runs[static_cast<std::size_t>(i)]);
      }
    }
  };
  add([](const RunRecord& run) { return OverlaySet::tr("seed %1").arg(run.seed); });
  add([](const RunRecord& run) { return run.id.section(QLatin1Char('-'), -1); });
  return labels;
}

}  // namespace

OverlaySet::OverlaySet(RunLibrary& library, QObject* parent) : QObject(parent), library_(library) {
  connect(&library_, &RunLibrary::changed, this, &OverlaySet::follow);
  follow();
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
    if (matters) {
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

// Two labels on the charts are never the same.
bool OverlaySet::relabel() {
  bool differs = false;
  QHash<QString, std::vector<const RunRecord*>> by_title;
  for (const Shown& shown : shown_) {
    if (const RunRecord* record = library_.find(shown.item.id)) {
      by_title[record->title()].push_back(record);
    }
  }
  for (const std::vector<const RunRecord*>& runs : by_title) {
    const QStringList labels = labelsThatDiffer(runs);
    for (std::size_t i = 0; i < runs.size(); ++i) {
      QString& label = find(runs[i]->id)->item.label;
      const QString& told = labels[static_cast<qsizetype>(i)];
      differs = differs || label != told;
      label = told;
    }
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

void OverlaySet::follow() {
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
