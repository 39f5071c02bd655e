// The runs that are laid over the present one on the charts: which, in what colour, and their
// series, loaded by the library and kept here as long as they are shown. Pinned runs are shown from
// the start. Label, colour and pin follow the library; a run that another process still writes is
// loaded again when it has grown.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include <QObject>
#include <QString>

#include "ui/bridge/loaded_run.h"

namespace w2s::ui {

class RunLibrary;
struct RunRecord;

class OverlaySet : public QObject {
  Q_OBJECT

 public:
  struct Item {
    QString id;
    std::shared_ptr<const LoadedRun> run;
    QString label;        // what tells it from the charts' own run and the others here
    int color = 0;        // index into the palette for runs
    bool pinned = false;  // a ghost: drawn paler
  };

  explicit OverlaySet(RunLibrary& library, QObject* parent = nullptr);

  void setShown(const QString& id, bool shown);
  // Also while the run is still being loaded.
  [[nodiscard]] bool isShown(const QString& id) const;
  // The run that the charts are about; it is not laid over itself.
  void setPresent(const QString& id);

  // Those that are loaded, in the order in which they were shown.
  [[nodiscard]] std::vector<Item> items() const;

 Q_SIGNALS:
  // items() or isShown() has another answer.
  void changed();
  void failed(const QString& sentence);

 private:
  struct Shown {
    Item item;
    std::int64_t done = -1;  // the student's steps when it was asked for
    bool loading = false;
  };
  void takeChanges();
  bool relabel();  // whether a label is another one now
  void load(Shown& shown, const RunRecord& record);
  [[nodiscard]] Shown* find(const QString& id);

  RunLibrary& library_;
  std::vector<Shown> shown_;
  QString present_;
  bool followed_ = false;
};

}  // namespace w2s::ui
