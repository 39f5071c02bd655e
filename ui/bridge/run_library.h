// The runs of a workspace, as the window knows them: listed, watched, loaded, labelled, deleted and
// restored. All reading and writing but that of bundles to others happens one after the other on a
// thread of its own; answers
// arrive as queued calls on the window's thread. What the user changes is shown at once and put
// back where the disk refuses.
//
// The list follows the folder: a run that the command line makes, changes or ends appears within
// about a second.
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <vector>

#include <QFileSystemWatcher>
#include <QHash>
#include <QObject>
#include <QStringList>
#include <QThreadPool>
#include <QTimer>

#include "core/base/result.h"
#include "ui/bridge/loaded_run.h"
#include "ui/bridge/run_record.h"

namespace w2s::ui {

class RunLibrary : public QObject {
  Q_OBJECT

 public:
  using Loaded = Result<std::shared_ptr<const LoadedRun>>;

  explicit RunLibrary(std::filesystem::path workspace, QObject* parent = nullptr);
  // Waits for the file operation in progress; those not begun are dropped, except label changes.
  ~RunLibrary() override;

  [[nodiscard]] const std::filesystem::path& workspace() const {
    return workspace_;
  }
  // Newest first. While the first list is read (isListed is false): those that have been read, by
  // their folders' names.
  [[nodiscard]] const std::vector<RunRecord>& runs() const {
    return runs_;
  }
  [[nodiscard]] bool isListed() const {
    return listed_;
  }
  // Null where there is none.
  [[nodiscard]] const RunRecord* find(const QString& id) const;

  // Reads the run and calls `done` on the window's thread, unless `context` is gone by then.
  void load(const QString& id, QObject* context, std::function<void(const Loaded&)> done);

  // Does something with files on the thread that does all of this; what the task returns is called on
  // the window's thread, unless `context` is gone by then.
  using Task = std::function<std::function<void()>()>;
  void work(QObject* context, Task task);

  // Of each of these runs; changed() follows once.
  void changeLabels(const QStringList& ids, const std::function<void(store::RunLabels&)>& change);
  // Of the run with that id.
  void setLabels(const std::map<QString, store::RunLabels>& labels);

 public Q_SLOTS:
  // Lists the folder again, soon; several calls count once. changed() follows.
  void refresh();
  // To the trash; removed() names those that went.
  void remove(const QStringList& ids);
  void restore(const QStringList& ids);
  // The runs of a bundle (core/store/bundle.h) come into the workspace; imported() follows, or failed().
  void importBundle(const QString& path);
  // Results of OpenAI's code (core/study/openai_results.h), a folder or a file of it; referencesImported()
  // follows, or failed().
  void importResults(const QString& path);
  // These runs, and with them the studies in these folders, into a bundle of that name, in place of one
  // that is there; bundled() follows, or failed().
  void writeBundle(const QStringList& ids, const QString& path,
                   const std::vector<std::filesystem::path>& studies = {});

 Q_SIGNALS:
  void changed();
  // While the first list is read: so many more runs stand at the end of runs().
  void found(std::size_t count);
  void removed(const QStringList& ids);
  void restored(const QStringList& ids);
  // All runs of a bundle; `kept` of them were here before and are as they were. `faults`: what of the
  // others is not what was written, in sentences.
  void imported(const QStringList& ids, int kept, const QStringList& faults);
  // One is being written, which may take minutes; bundled() follows, or failed().
  void bundling(const QString& path, int runs);
  void bundled(const QString& path, int runs, qint64 bytes);
  // So many results; what was left out, in sentences.
  void referencesImported(int results, const QStringList& notes);
  // Something was refused; the list shows what is so.
  void failed(const QString& sentence);

 private:
  struct Known;   // what the worker remembers from one listing to the next
  struct Listed;  // what it has found

  void list();
  Result<Listed> listed(const std::filesystem::path& workspace, Known& remembered);
  static void giveColors(std::vector<RunRecord>& runs, const std::vector<std::string>& given,
                         const std::filesystem::path& workspace, Known& remembered);
  void take(std::vector<RunRecord> runs);
  void receive(Result<Listed> found);
  void setRuns(std::vector<RunRecord> runs);
  void keepChanges(std::vector<RunRecord>& runs);
  void watch(const QStringList& files);
  void move(const QStringList& ids, bool to_trash);

  std::filesystem::path workspace_;
  std::vector<RunRecord> runs_;
  QHash<QString, std::size_t> rows_;  // by id
  bool listed_ = false;
  bool listing_ = false;     // a list is on its way
  bool list_again_ = false;  // and is out of date already
  // Changes on their way to the disk: a list that was read before them does not undo them.
  std::map<QString, std::pair<int, store::RunLabels>> labels_under_way_;
  std::set<QString> removals_under_way_;
  int changes_ = 0;

  QFileSystemWatcher watcher_;
  QTimer debounce_;
  std::atomic<bool> ending_ = false;
  std::shared_ptr<Known> known_;
  QThreadPool bundler_;  // one thread: a bundle takes as long as its runs are large
  QThreadPool worker_;   // one thread; last: both are waited for before anything they use goes
};

}  // namespace w2s::ui
