// What can be done with recorded runs, over the library that reads them, the overlays on the charts
// and the session that runs: open, resume, train on, replay, label, delete and undo. Every
// command may be given at any time; one that cannot be followed says why as a notice. Nothing
// waits: commands that need a run's data go on when it has been read.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include <QObject>
#include <QStringList>

#include "ui/bridge/offer.h"
#include "ui/bridge/overlay_set.h"
#include "ui/bridge/run_library.h"

namespace w2s::ui {

class ExperimentSession;

class RecordedRuns : public QObject {
  Q_OBJECT

 public:
  RecordedRuns(ExperimentSession& session, std::filesystem::path workspace,
               QObject* parent = nullptr);

  [[nodiscard]] RunLibrary& library() {
    return library_;
  }
  [[nodiscard]] OverlaySet& overlays() {
    return overlays_;
  }

  // Whether the command can be followed as things stand.
  [[nodiscard]] bool canOpen(const QString& id) const;
  [[nodiscard]] bool canShow(const QString& id) const;
  [[nodiscard]] bool canResume(const QString& id) const;
  [[nodiscard]] bool canExtend(const QString& id) const;
  [[nodiscard]] bool canReplay(const QString& id) const;
  [[nodiscard]] bool canFork(const QString& id) const;
  [[nodiscard]] bool canOpenSeeds(const QString& id) const;
  [[nodiscard]] bool canRemove(const QString& id) const;

  // The page shows the run as if it had just ended.
  void open(const QString& id);
  // The same, and playWanted() follows: from its beginning.
  void play(const QString& id);
  // With it the finished runs of its experiment: the same settings, data and live changes, another
  // seed; of each seed the newest one.
  void openSeeds(const QString& id);
  // These finished runs, which differ in their seed alone; the first one in focus.
  void openRuns(const QStringList& ids);
  void resume(const QString& id);
  void extend(const QString& id, std::int64_t steps);
  void replay(const QString& id);
  // ExperimentSession::forkRun; the run that it comes from is laid over it.
  void fork(const QString& id, std::int64_t step);
  // Shown where any of them is hidden, else hidden.
  void toggleShown(const QStringList& ids);
  // Pinned runs are shown as well.
  void setPinned(const QStringList& ids, bool pinned);
  // Empty: the name it was started with.
  void rename(const QString& id, const QString& name);
  void setNote(const QString& id, const QString& note);
  void setColor(const QStringList& ids, std::optional<int> color);
  // Said in a notice, with an undo.
  void setStarred(const QStringList& ids, bool starred);
  void setArchived(const QStringList& ids, bool archived);
  void changeTags(const QStringList& ids, const QStringList& added, const QStringList& removed);
  // Runs that are at work are left.
  void remove(const QStringList& ids);
  // Interrupted runs that are not to be offered for resumption any more.
  void keepAsIs(const QStringList& ids);

 Q_SIGNALS:
  // Something to say, with what can be done about it.
  void notice(const QString& text, const std::vector<w2s::ui::Offer>& offers);
  // The run in focus is to be played.
  void playWanted();
  // A run that repeats another one is over: whether it has its numbers.
  void compared(const QString& text);
  // True before a recorded run's settings and seed become those of the next run, false after.
  void taking(bool goes_on);
  // A run was opened, continued or repeated: its page should be shown. `config`: what it began
  // with. Between the two above, unless the page shows it already; never where it was refused.
  void shown(const QString& id, const w2s::config::ExperimentConfig& config);

 private:
  using Use = std::function<void(const LoadedRun&)>;

  [[nodiscard]] bool isBusy() const;
  [[nodiscard]] bool isOwn(const QString& id) const;  // one of the window's runs, in progress
  // Of the experiment of that run, which comes first.
  [[nodiscard]] QStringList seedsOf(const QString& id) const;
  void loadSeeds(const QStringList& ids, std::vector<std::shared_ptr<const LoadedRun>> loaded);
  void withRun(const QString& id, Use use);
  void changeUndoably(const QStringList& ids, const QString& done,
                      const std::function<void(store::RunLabels&)>& change);
  void sayImported(const QStringList& ids, int kept, const QStringList& faults);
  void sayReferences(int results, const QStringList& notes);
  void sayBundled(const QString& path, int runs, qint64 bytes);
  void showPresent();
  void say(const QString& text) {
    Q_EMIT notice(text, {});
  }
  void sayAll(const QStringList& notes);  // one below the other
  void sayBusy(const QString& id);
  void compareWithSource();
  [[nodiscard]] static QStringList notesOn(const LoadedRun& run);
  void showAgain();

  ExperimentSession& session_;
  RunLibrary library_;
  OverlaySet overlays_;
  QString awaited_;                // the run whose data a command waits for; a later command wins
  QString forked_;                 // laid over its fork as soon as the engine has taken that
  QStringList hidden_by_removal_;  // shown again when they are restored
};

}  // namespace w2s::ui
