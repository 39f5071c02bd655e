#include "ui/pages/run_commands.h"

#include <algorithm>
#include <utility>

#include <QActionGroup>
#include <QInputDialog>
#include <QMenu>

#include "ui/bridge/recorded_runs.h"
#include "ui/models/run_color.h"
#include "ui/pages/bundle_dialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/whole_dialog.h"

namespace w2s::ui {
namespace {

constexpr int kMostSteps = 10'000'000;

}  // namespace

RunCommands::RunCommands(const Theme& theme, RecordedRuns& recorded, QWidget* table,
                         std::function<QStringList()> selected, std::function<void()> rename)
    : QObject(table),
      theme_(theme),
      recorded_(recorded),
      table_(table),
      selected_(std::move(selected)) {
  open_ = add("open", tr("Open"), tr("Shows this run on the page, with its settings"),
              QKeySequence(Qt::Key_Return), [this] { recorded_.open(current()); });
  open_->setShortcuts({QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)});
  open_seeds_ =
      add("open_seeds", tr("Open with its other seeds"),
          tr("Shows the finished seeds of this run's experiment: their mean with a band"),
          QKeySequence(Qt::CTRL | Qt::Key_Return), [this] { recorded_.openSeeds(current()); });
  play_ = add("play", tr("Play"), tr("Shows how this run went, from its beginning"), {},
              [this] { recorded_.play(current()); });
  // Space comes as a key press: the window has its own use for it elsewhere.
  show_ = add("show", tr("Show on the charts"), tr("Lays the selected runs over the present one"),
              {}, [this] { toggleShown(); });
  compare_ = add("compare", tr("Compare"),
                 tr("Sets the selected runs beside each other: what differs, paired differences "
                    "with intervals and tests, agreement"),
                 QKeySequence(Qt::Key_C), [this] { Q_EMIT compared(selected_()); });
  pin_ =
      add("pin", tr("Pin as a ghost"), tr("Keeps the selected runs on the charts, paler"),
          QKeySequence(Qt::Key_P), [this] { recorded_.setPinned(selected_(), pin_->isChecked()); });
  pin_->setCheckable(true);
  rename_ = add("rename", tr("Rename"), tr("Gives this run another name"), QKeySequence(Qt::Key_F2),
                std::move(rename));
  note_ =
      add("note", tr("Note\u2026"), tr("Keeps a note with this run"), {}, [this] { askForNote(); });
  star_ = add("star", tr("Star"), tr("Gives the selected runs a star, or takes it"),
              QKeySequence(Qt::Key_S),
              [this] { recorded_.setStarred(selected_(), star_->isChecked()); });
  star_->setCheckable(true);
  tags_ = add("tags", tr("Tags\u2026"), tr("Gives the selected runs tags, and takes them"),
              QKeySequence(Qt::Key_T), [this] { askForTags(); });
  archive_ = add("archive", tr("Archive"),
                 tr("Leaves the selected runs out of the table, or lists them again; nothing is "
                    "deleted"),
                 QKeySequence(Qt::Key_A),
                 [this] { recorded_.setArchived(selected_(), archive_->isChecked()); });
  archive_->setCheckable(true);
  resume_ = add("resume", tr("Resume"), tr("Goes on from this run's last checkpoint"), {},
                [this] { recorded_.resume(current()); });
  extend_ = add("extend", tr("Train on to more steps\u2026"),
                tr("A new run that begins as a copy of this one and trains on"), {},
                [this] { askForSteps(); });
  replay_ = add("replay", tr("Repeat with its live changes"),
                tr("A new run with the same settings, seed and changes on the way"), {},
                [this] { recorded_.replay(current()); });
  report_ = add("report", tr("Report\u2026"),
                tr("Saves a page on the selected runs: figures, tables, settings and versions"), {},
                [this] { Q_EMIT reported(selected_()); });
  bundle_ = add("bundle", tr("Save as a bundle\u2026"),
                tr("Writes the selected runs into one file, for another workspace or person"), {},
                [this] { saveBundle(); });
  remove_ = add("delete", tr("Delete"), tr("Moves the selected runs to the trash; can be undone"),
                QKeySequence::Delete, [this] { recorded_.remove(selected_()); });
  connect(&recorded_.library(), &RunLibrary::changed, this, &RunCommands::refresh);
  connect(&recorded_.overlays(), &OverlaySet::changed, this, &RunCommands::refresh);
  refresh();
}

QAction* RunCommands::add(const char* name, const QString& text, const QString& tip,
                          const QKeySequence& key, std::function<void()> action) {
  auto* made = new QAction(text, this);
  made->setObjectName(QStringLiteral("act.runs.") + QLatin1String(name));
  made->setStatusTip(tip);
  made->setToolTip(tip);
  made->setShortcut(key);
  made->setShortcutContext(Qt::WidgetShortcut);
  table_->addAction(made);
  connect(made, &QAction::triggered, this, [action = std::move(action)] { action(); });
  return made;
}

QString RunCommands::current() const {
  const QStringList ids = selected_();
  return ids.isEmpty() ? QString() : ids.front();
}

void RunCommands::refresh() {
  const QStringList ids = selected_();
  const auto any = [&](bool (RecordedRuns::*can)(const QString&) const) {
    return std::ranges::any_of(ids, [&](const QString& id) { return (recorded_.*can)(id); });
  };
  const bool one = ids.size() == 1;
  const bool labelled = any(&RecordedRuns::canShow);
  const bool all_shown = labelled && std::ranges::all_of(ids, [this](const QString& id) {
                           return recorded_.overlays().isShown(id);
                         });
  const auto all_have = [&](bool store::RunLabels::*label) {
    return labelled && std::ranges::all_of(ids, [&](const QString& id) {
             const RunRecord* record = recorded_.library().find(id);
             return record != nullptr && record->labels.*label;
           });
  };
  // Open stays enabled while a run is in progress: it then says what to do.
  open_->setEnabled(one && labelled);
  open_seeds_->setEnabled(one && any(&RecordedRuns::canOpenSeeds));
  play_->setEnabled(one && any(&RecordedRuns::canOpen));
  show_->setText(all_shown ? tr("Hide from the charts") : tr("Show on the charts"));
  show_->setEnabled(labelled);
  compare_->setEnabled(!ids.empty() && labelled);
  pin_->setEnabled(labelled);
  pin_->setChecked(all_have(&store::RunLabels::pinned));
  star_->setEnabled(labelled);
  star_->setChecked(all_have(&store::RunLabels::starred));
  tags_->setEnabled(labelled);
  archive_->setEnabled(labelled);
  archive_->setChecked(all_have(&store::RunLabels::archived));
  rename_->setEnabled(one && labelled);
  note_->setEnabled(one && labelled);
  resume_->setEnabled(one && any(&RecordedRuns::canResume));
  extend_->setEnabled(one && any(&RecordedRuns::canExtend));
  replay_->setEnabled(one && any(&RecordedRuns::canReplay));
  report_->setEnabled(labelled);
  bundle_->setEnabled(labelled);
  remove_->setEnabled(any(&RecordedRuns::canRemove));
}

void RunCommands::toggleShown() {
  recorded_.toggleShown(selected_());
}

void RunCommands::popUp(const QPoint& at) {
  refresh();
  auto* menu = new QMenu(table_);
  menu->setObjectName(QStringLiteral("run.runs.menu"));
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->setToolTipsVisible(true);
  menu->addActions({open_, open_seeds_, play_, compare_, show_, pin_});
  menu->addSeparator();
  menu->addActions({rename_, note_, star_, tags_});
  QMenu* colors = menu->addMenu(tr("Colour"));
  colors->setEnabled(show_->isEnabled());
  fillColors(*colors, selected_());
  menu->addSeparator();
  menu->addActions({resume_, extend_, replay_});
  menu->addSeparator();
  menu->addActions({report_, bundle_, archive_, remove_});
  menu->popup(at);
}

void RunCommands::popUpColors(const QStringList& ids, const QPoint& at) {
  auto* menu = new QMenu(table_);
  menu->setObjectName(QStringLiteral("run.runs.colors"));
  menu->setAttribute(Qt::WA_DeleteOnClose);
  fillColors(*menu, ids);
  menu->popup(at);
}

void RunCommands::fillColors(QMenu& menu, const QStringList& ids) {
  const RunRecord* record = ids.isEmpty() ? nullptr : recorded_.library().find(ids.front());
  const std::optional<int> chosen = record != nullptr ? record->labels.color : std::optional<int>();
  auto* group = new QActionGroup(&menu);
  const auto offer = [&](const QString& text, const QIcon& icon, std::optional<int> color) {
    QAction* action = menu.addAction(icon, text);
    action->setObjectName(color ? QStringLiteral("act.runs.color.%1").arg(*color)
                                : QStringLiteral("act.runs.color.automatic"));
    action->setCheckable(true);
    action->setChecked(chosen == color);
    group->addAction(action);
    connect(action, &QAction::triggered, this,
            [this, ids, color] { recorded_.setColor(ids, color); });
  };
  offer(tr("Automatic"), {}, std::nullopt);
  for (int color = 0; color < store::RunLabels::kColors; ++color) {
    offer(runColorName(color), runSwatch(theme_, color), color);
  }
}

void RunCommands::askForNote() {
  const RunRecord* record = recorded_.library().find(current());
  if (record == nullptr) {
    return;
  }
  auto* dialog = new QInputDialog(table_->window());
  dialog->setObjectName(QStringLiteral("run.note"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(tr("Note"));
  dialog->setLabelText(tr("A note on %1, kept in its folder:").arg(record->title()));
  dialog->setOption(QInputDialog::UsePlainTextEditForTextInput);
  dialog->setTextValue(QString::fromStdString(record->labels.note));
  connect(dialog, &QInputDialog::textValueSelected, this,
          [this, id = record->id](const QString& note) { recorded_.setNote(id, note); });
  dialog->open();  // returns at once
}

QStringList RunCommands::commonTags(const QStringList& ids) const {
  QStringList common;
  for (const QString& id : ids) {
    QStringList tags;
    if (const RunRecord* record = recorded_.library().find(id); record != nullptr) {
      for (const std::string& tag : record->labels.tags) {
        tags += QString::fromStdString(tag);
      }
    }
    if (id == ids.front()) {
      common = tags;
    }
    common.removeIf([&](const QString& tag) { return !tags.contains(tag, Qt::CaseInsensitive); });
  }
  return common;
}

void RunCommands::saveBundle() {
  const QStringList ids = selected_();
  const RunRecord* first = ids.isEmpty() ? nullptr : recorded_.library().find(ids.front());
  askForBundle(table_->window(), QStringLiteral("run.bundle"),
               first != nullptr ? first->title() : QString(),
               [&library = recorded_.library(), ids](const QString& path) {
                 library.writeBundle(ids, path);
               });
}

// Those that all selected runs have stand there; what is taken out goes from all, what is added comes
// to all, and other tags stay.
void RunCommands::askForTags() {
  const QStringList ids = selected_();
  if (ids.isEmpty()) {
    return;
  }
  const QStringList common = commonTags(ids);
  auto* dialog = new QInputDialog(table_->window());
  dialog->setObjectName(QStringLiteral("run.tags"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(tr("Tags"));
  dialog->setLabelText(ids.size() == 1
                           ? tr("Tags of this run, separated by commas:")
                           : tr("Tags that all %1 selected runs have, separated by commas; tags of "
                                "single runs stay:")
                                 .arg(countText(ids.size())));
  dialog->setTextValue(common.join(QStringLiteral(", ")));
  connect(dialog, &QInputDialog::textValueSelected, this, [this, ids, common](const QString& text) {
    QStringList added;
    for (const QString& tag : text.split(QLatin1Char(','))) {
      if (!tag.trimmed().isEmpty()) {
        added += tag.simplified();
      }
    }
    QStringList removed = common;
    removed.removeIf([&](const QString& tag) { return added.contains(tag, Qt::CaseInsensitive); });
    recorded_.changeTags(ids, added, removed);
  });
  dialog->open();
}

void RunCommands::askForSteps() {
  const RunRecord* record = recorded_.library().find(current());
  if (record == nullptr) {
    return;
  }
  const int done = static_cast<int>(std::min<std::int64_t>(record->steps, kMostSteps / 2));
  auto* dialog = new WholeDialog(
      {.name = QStringLiteral("run.extend"),
       .title = tr("Train on"),
       .text = tr("%1 ended at step %2. Train a copy of it on to this many steps:")
                   .arg(record->title(), countText(record->done)),
       .low = static_cast<int>(std::min<std::int64_t>(record->done + 1, kMostSteps)),
       .high = kMostSteps,
       .value = 2 * done,
       .step = 100},
      table_->window());
  connect(dialog, &WholeDialog::chosen, this,
          [this, id = record->id](int steps) { recorded_.extend(id, steps); });
  dialog->open();
}

}  // namespace w2s::ui
