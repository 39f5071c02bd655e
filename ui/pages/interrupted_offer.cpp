#include "ui/pages/interrupted_offer.h"

#include "ui/bridge/recorded_runs.h"
#include "ui/widgets/format.h"

namespace w2s::ui {

InterruptedOffer::InterruptedOffer(const Theme& theme, RecordedRuns& recorded, QWidget* parent)
    : NoticeBar(theme, QStringLiteral("interrupted"), parent), recorded_(recorded) {
  connect(&recorded_.library(), &RunLibrary::changed, this, &InterruptedOffer::lookForRun);
  // Another run has taken the page: the offer stands in the table.
  connect(&recorded_, &RecordedRuns::shown, this, &QWidget::hide);
  lookForRun();
}

void InterruptedOffer::lookForRun() {
  const RunLibrary& library = recorded_.library();
  if (!library.isListed()) {
    return;
  }
  if (!asked_) {
    asked_ = true;
    for (const RunRecord& run : library.runs()) {
      if (run.isInterrupted() && !run.labels.kept_as_is) {
        ids_ += run.id;
      }
    }
    // The one that was at work when the window was closed; older ones were left for others.
    if (ids_.isEmpty() && !library.runs().empty() && library.runs().front().isCutShort() &&
        !library.runs().front().labels.kept_as_is) {
      ids_ += library.runs().front().id;
    }
    if (!ids_.isEmpty()) {
      showOffer(*library.find(ids_.front()));
    }
    return;
  }
  // What was continued or deleted meanwhile is no longer on offer.
  const RunRecord* latest = ids_.isEmpty() ? nullptr : library.find(ids_.front());
  if (latest == nullptr || !(latest->isInterrupted() || latest->isCutShort())) {
    hide();
  }
}

void InterruptedOffer::showOffer(const RunRecord& latest) {
  // Where it ended, as the table says, and where it goes on, as the log will: what came after the
  // checkpoint is made again.
  QString where = tr("step %1 of %2").arg(countText(latest.done), countText(latest.steps));
  if (latest.resumes_at != latest.done) {
    where = tr("%1; goes on from step %2").arg(where, countText(latest.resumes_at));
  }
  const bool one = ids_.size() == 1;
  if (latest.isCutShort()) {
    propose(latest, tr("%1 was stopped at %2.").arg(latest.title(), where));
    return;
  }
  propose(latest, one ? tr("1 run was interrupted: %1, at %2.").arg(latest.title(), where)
                      : tr("%1 runs were interrupted; the latest is %2, at %3.")
                            .arg(countText(ids_.size()), latest.title(), where));
}

void InterruptedOffer::propose(const RunRecord& latest, const QString& sentence) {
  const bool one = ids_.size() == 1;
  say(sentence,
      {{one ? tr("Resume") : tr("Resume the latest"), QStringLiteral("resume"),
        tr("Goes on from its last checkpoint"), [this, id = latest.id] { recorded_.resume(id); }},
       {one ? tr("Keep as it is") : tr("Keep as they are"), QStringLiteral("keep"),
        tr("Is not offered again; the table of runs can still resume"),
        [this] { recorded_.keepAsIs(ids_); }}});
}

}  // namespace w2s::ui
