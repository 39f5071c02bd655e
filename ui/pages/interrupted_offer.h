// At the start: runs that were cut short (a crash, a power cut, a killed process), with a way to go
// on with the latest or to leave them. Without any, the newest run if it was stopped and kept
// before its end, as closing the window does. Never resumes by itself: whatever killed a run may do
// so again.
#pragma once

#include "ui/widgets/notice_bar.h"

namespace w2s::ui {

class RecordedRuns;
struct RunRecord;

class InterruptedOffer : public NoticeBar {
  Q_OBJECT

 public:
  InterruptedOffer(const Theme& theme, RecordedRuns& recorded, QWidget* parent = nullptr);

 private:
  void lookForRun();
  void showOffer(const RunRecord& latest);
  void propose(const RunRecord& latest, const QString& sentence);

  RecordedRuns& recorded_;
  QStringList ids_;  // those on offer, newest first
  bool asked_ = false;
};

}  // namespace w2s::ui
