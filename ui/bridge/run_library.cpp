#include "ui/bridge/run_library.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include <QPointer>
#include <QSet>

#include "core/base/file_io.h"
#include "core/base/log.h"
#include "core/store/change_labels.h"
#include "core/store/experiment_colors.h"
#include "core/store/run_index.h"
#include "core/store/run_list.h"
#include "core/store/workspace.h"
#include "ui/bridge/background.h"
#include "ui/bridge/words.h"

namespace w2s::ui {
namespace {

namespace fs = std::filesystem;

// A writing run changes its log many times a second.
constexpr int kDebounceMs = 400;
// Logs of other processes' runs that are followed; more than that many at once is a cluster.
constexpr qsizetype kWatchedLogs = 32;
// The window takes this many runs in a few ms; the first list of more arrives in pieces.
constexpr std::size_t kPiece = 200;

// What the run is coloured by.
std::string giveColor(RunRecord& run, store::ExperimentColors& colors) {
  std::string experiment = store::coloredBy(run.experiment.toStdString(), run.id.toStdString());
  run.own_color = colors.give(experiment);
  run.color = run.labels.color.value_or(run.own_color);
  return experiment;
}

}  // namespace

struct RunLibrary::Listed {
  std::vector<RunRecord> runs;
  QStringList to_watch;
};

// Finished runs by folder name, and what their files were.
struct RunLibrary::Known {
  bool listed = false;
  std::map<std::string, std::pair<store::RunStamp, RunRecord>> finished;
  study::SettingsPool settings;
  std::optional<store::ExperimentColors> colors;  // that could not be read or written

  [[nodiscard]] store::ExperimentColors colorsIn(const fs::path& workspace) const {
    return colors ? *colors
                  : store::ExperimentColors::read(workspace).value_or(store::ExperimentColors());
  }
};

RunLibrary::RunLibrary(fs::path workspace, QObject* parent)
    : QObject(parent), workspace_(std::move(workspace)), known_(std::make_shared<Known>()) {
  worker_.setMaxThreadCount(1);
  worker_.setExpiryTimeout(-1);
  bundler_.setMaxThreadCount(1);
  debounce_.setSingleShot(true);
  debounce_.setInterval(kDebounceMs);
  connect(&debounce_, &QTimer::timeout, this, &RunLibrary::refresh);
  // Started only when it is not running: a log that never rests must not put the list off for ever.
  const auto soon = [this] {
    if (!debounce_.isActive()) {
      debounce_.start();
    }
  };
  connect(&watcher_, &QFileSystemWatcher::directoryChanged, this, soon);
  connect(&watcher_, &QFileSystemWatcher::fileChanged, this, soon);
  refresh();
}

RunLibrary::~RunLibrary() {
  ending_ = true;
  bundler_.waitForDone();
  worker_.waitForDone();
}

const RunRecord* RunLibrary::find(const QString& id) const {
  const auto found = rows_.constFind(id);
  return found == rows_.cend() ? nullptr : &runs_[*found];
}

void RunLibrary::setRuns(std::vector<RunRecord> runs) {
  runs_ = std::move(runs);
  rows_.clear();
  for (std::size_t row = 0; row < runs_.size(); ++row) {
    rows_.insert(runs_[row].id, row);
  }
}

void RunLibrary::work(QObject* context, Task task) {
  using Done = Result<std::function<void()>>;
  post(
      worker_, this, [task = std::move(task)]() -> Done { return task(); },
      [this, context = QPointer<QObject>(context)](const Done& done) {
        if (!done) {
          Q_EMIT failed(QString::fromStdString(said(done.error())));
        } else if (context) {
          (*done)();
        }
      },
      &ending_);
}

void RunLibrary::load(const QString& id, QObject* context,
                      std::function<void(const Loaded&)> done) {
  const fs::path folder = store::runsFolder(workspace_) / id.toStdString();
  post(
      worker_, this,
      [folder]() -> Loaded {
        Loaded loaded = loadForWindow(folder);
        if (loaded) {
          logger("w2s.ui")->info("run={} loaded in {:.3f} s", (*loaded)->id,
                                 (*loaded)->load_seconds);
        }
        return loaded;
      },
      [context = QPointer<QObject>(context), done = std::move(done)](const Loaded& loaded) {
        if (context) {
          done(loaded);
        }
      },
      &ending_);
}

void RunLibrary::refresh() {
  if (listing_) {
    list_again_ = true;
    return;
  }
  list();
}

void RunLibrary::list() {
  listing_ = true;
  list_again_ = false;
  post(
      worker_, this,
      [this, workspace = workspace_, remembered = known_] {
        return listed(workspace, *remembered);
      },
      [this](Result<Listed> found) { receive(std::move(found)); }, &ending_);
}

// On the worker.
Result<RunLibrary::Listed> RunLibrary::listed(const fs::path& workspace, Known& remembered) {
  // QFileSystemWatcher needs an existing folder.
  static_cast<void>(makeFolders(store::runsFolder(workspace)));
  std::vector<RunRecord> runs;
  QStringList to_watch{QString::fromStdString(store::runsFolder(workspace).string())};
  std::map<std::string, std::pair<store::RunStamp, RunRecord>> finished;
  auto folders = store::runFolders(workspace).value_or(std::vector<fs::path>());
  // Names begin with the time: the newest runs come first, and the first screen is full at once.
  std::ranges::sort(folders, std::ranges::greater(), &fs::path::native);
  const bool in_pieces = !std::exchange(remembered.listed, true) && folders.size() > kPiece;
  store::ExperimentColors colors = remembered.colorsIn(workspace);
  std::vector<std::string> given;  // a place to experiments of pieces, in this order
  store::RunIndex index(workspace);
  std::size_t handed_over = 0;
  for (const fs::path& folder : folders) {
    if (ending_) {
      return Listed();  // to nobody
    }
    const std::string id = folder.filename().string();
    const auto stamp = store::RunStamp::of(folder);
    const auto known = remembered.finished.find(id);
    if (known != remembered.finished.end() && known->second.first == stamp) {
      runs.push_back(known->second.second);
      finished.insert(*known);
      continue;
    }
    RunRecord record = recordOf(index.overviewOf(folder, stamp), remembered.settings);
    if (record.problem.isEmpty() && record.stored == store::RunState::Finished) {
      finished.emplace(id, std::pair(stamp, record));
    } else if (record.stored == store::RunState::Running && to_watch.size() <= kWatchedLogs) {
      to_watch += QString::fromStdString((folder / "events.jsonl").string());
    }
    if (in_pieces) {
      given.push_back(giveColor(record, colors));
    }
    runs.push_back(std::move(record));
    if (in_pieces && runs.size() - handed_over == kPiece) {
      QMetaObject::invokeMethod(
          this,
          [this, piece = std::vector(runs.end() - kPiece, runs.end())]() mutable {
            take(std::move(piece));
          },
          Qt::QueuedConnection);
      handed_over = runs.size();
    }
  }
  index.keepOnly(folders);
  remembered.finished = std::move(finished);
  // Times are whole seconds; runs of one second follow their ids.
  std::ranges::sort(runs, [](const RunRecord& a, const RunRecord& b) {
    return std::tie(a.created, a.id) > std::tie(b.created, b.id);
  });
  giveColors(runs, given, workspace, remembered);
  return Listed{.runs = std::move(runs), .to_watch = to_watch};
}

// On the worker. Where they cannot be read or written they are those of this window.
void RunLibrary::giveColors(std::vector<RunRecord>& runs, const std::vector<std::string>& given,
                            const fs::path& workspace, Known& remembered) {
  const auto give = [&](store::ExperimentColors& colors) {
    std::set<std::string> experiments;
    // What is shown already keeps its colour.
    for (const std::string& experiment : given) {
      colors.give(experiment);
    }
    // In the order in which they were made, so that neighbours differ; the first list, which comes in
    // pieces, does not know that order yet.
    for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
      experiments.insert(giveColor(*run, colors));
    }
    colors.keepOnly(experiments);
  };
  if (!remembered.colors) {
    const Status kept = store::changeColors(workspace, give);
    if (kept) {
      return;
    }
    logger("w2s.ui")->warn("{}", saidBy(kept.error()).text);
    remembered.colors = remembered.colorsIn(workspace);
  }
  give(*remembered.colors);
}

// A piece of the first list.
void RunLibrary::take(std::vector<RunRecord> runs) {
  keepChanges(runs);
  for (RunRecord& run : runs) {
    rows_.insert(run.id, runs_.size());
    runs_.push_back(std::move(run));
  }
  Q_EMIT found(runs.size());
}

void RunLibrary::receive(Result<Listed> found) {
  listing_ = false;
  listed_ = true;
  if (found) {
    keepChanges(found->runs);
    setRuns(std::move(found->runs));
    watch(found->to_watch);
  } else {  // those that were listed before stay
    Q_EMIT failed(QString::fromStdString(said(found.error())));
  }
  Q_EMIT changed();
  if (list_again_) {
    list();
  }
}

// What was changed here since the list was begun.
void RunLibrary::keepChanges(std::vector<RunRecord>& runs) {
  std::erase_if(runs,
                [this](const RunRecord& run) { return removals_under_way_.contains(run.id); });
  for (RunRecord& run : runs) {
    if (const auto change = labels_under_way_.find(run.id); change != labels_under_way_.end()) {
      run.labels = change->second.second;
      run.color = run.labels.color.value_or(run.own_color);
    }
  }
}

void RunLibrary::watch(const QStringList& files) {
  const QStringList watched = watcher_.files() + watcher_.directories();
  QStringList gone;
  QStringList fresh;
  std::ranges::copy_if(watched, std::back_inserter(gone),
                       [&](const QString& file) { return !files.contains(file); });
  std::ranges::copy_if(files, std::back_inserter(fresh),
                       [&](const QString& file) { return !watched.contains(file); });
  if (!gone.isEmpty()) {
    watcher_.removePaths(gone);
  }
  if (!fresh.isEmpty()) {
    watcher_.addPaths(fresh);
  }
}

void RunLibrary::changeLabels(const QStringList& ids,
                              const std::function<void(store::RunLabels&)>& change) {
  std::map<QString, store::RunLabels> changed_labels;
  for (const QString& id : ids) {
    if (const RunRecord* run = find(id); run != nullptr) {
      change(changed_labels.insert_or_assign(id, run->labels).first->second);
    }
  }
  setLabels(changed_labels);
}

void RunLibrary::setLabels(const std::map<QString, store::RunLabels>& wanted) {
  // With what was shown before: another program may have changed other labels meanwhile, which stay.
  struct Changed {
    QString id;
    store::RunLabels shown;
    store::RunLabels wanted;
  };
  std::vector<Changed> changed_runs;
  const int number = ++changes_;
  for (const auto& [id, labels] : wanted) {
    const auto row = rows_.constFind(id);
    if (row == rows_.cend()) {
      continue;
    }
    RunRecord& run = runs_[*row];
    if (labels != run.labels) {
      changed_runs.push_back({.id = id, .shown = run.labels, .wanted = labels});
      run.labels = labels;
      run.color = labels.color.value_or(run.own_color);
      labels_under_way_[id] = {number, labels};
    }
  }
  if (changed_runs.empty()) {
    return;
  }
  post(
      worker_, this,
      [this, changed_runs] {
        Status all;
        for (const Changed& run : changed_runs) {
          const fs::path folder = store::runsFolder(workspace_) / run.id.toStdString();
          if (Status written = store::changeLabels(folder,
                                                   [&run](store::RunLabels& labels) {
                                                     store::applyDifference(run.shown, run.wanted,
                                                                            labels);
                                                   });
              !written) {
            all = std::move(written);
          }
        }
        return all;
      },
      [this, changed_runs, number](const Status& written) {
        for (const Changed& run : changed_runs) {
          if (labels_under_way_[run.id].first == number) {
            labels_under_way_.erase(run.id);
          }
        }
        if (!written) {
          Q_EMIT failed(QString::fromStdString(said(written.error())));
          refresh();
        }
      });
  Q_EMIT changed();
}

void RunLibrary::remove(const QStringList& ids) {
  move(ids, true);
}

void RunLibrary::restore(const QStringList& ids) {
  move(ids, false);
}

void RunLibrary::move(const QStringList& ids, bool to_trash) {
  if (ids.isEmpty()) {
    return;
  }
  if (to_trash) {
    removals_under_way_.insert(ids.begin(), ids.end());
    const QSet<QString> removed(ids.begin(), ids.end());
    std::erase_if(runs_, [&](const RunRecord& run) { return removed.contains(run.id); });
    setRuns(std::move(runs_));
    Q_EMIT changed();
  }
  struct Moved {
    QStringList ids;
    std::vector<Error> refused;
  };
  post(
      worker_, this,
      [ids, to_trash, workspace = workspace_]() -> Result<Moved> {
        Moved moved;
        for (const QString& id : ids) {
          const Status done = to_trash ? store::deleteRun(workspace, id.toStdString())
                                       : store::restoreRun(workspace, id.toStdString());
          if (done) {
            moved.ids += id;
          } else {
            moved.refused.push_back(done.error());
          }
        }
        return moved;
      },
      [this, ids, to_trash](const Result<Moved>& moved) {
        for (const QString& id : ids) {
          removals_under_way_.erase(id);
        }
        if (moved && !moved->ids.isEmpty()) {
          to_trash ? Q_EMIT removed(moved->ids) : Q_EMIT restored(moved->ids);
        }
        QStringList refused;
        for (const Error& error : moved ? moved->refused : std::vector{moved.error()}) {
          refused += QString::fromStdString(said(error));
        }
        if (!refused.isEmpty()) {
          Q_EMIT failed(refused.join(QLatin1Char(' ')));
        }
        refresh();
      },
      &ending_);
}

}  // namespace w2s::ui
