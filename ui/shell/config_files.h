// Configurations as files: open, save, recent files, and files dropped onto the window. A file with
// a mistake changes nothing; its message names file, line and key. Of a card of one's own data, which
// is read and checked beside the window, the first experiment is opened. Studies and bundles of runs are
// handed on.
#pragma once

#include <QObject>
#include <QStringList>
#include <QThreadPool>

#include "core/base/result.h"
#include "core/config/experiment_config.h"

class QMenu;
class QSettings;
class QWidget;

namespace w2s::ui {

class ExperimentSession;

class ConfigFiles : public QObject {
  Q_OBJECT

 public:
  static constexpr int kRecent = 8;

  // `settings` may be null: then recent files are forgotten with the window. Files may be dropped
  // anywhere onto `window`.
  ConfigFiles(ExperimentSession& session, QSettings* settings, QWidget* window);

  // Open, recent files, save.
  void addTo(QMenu* file);
  [[nodiscard]] QStringList recent() const;

  // In the list of recent files: first there, or no longer. A study comes into it when it is open.
  void remember(const QString& path);
  void forget(const QString& path);

 public Q_SLOTS:
  void askToOpen();
  void askToSave();
  void open(const QString& path);
  // The settings of the next run, each with its help as a comment.
  void save(const QString& path);

 Q_SIGNALS:
  void opened(const w2s::config::ExperimentConfig& config, const QString& path);
  void bundleOpened(const QString& path);
  // A folder or a file that looks like results of OpenAI's code.
  void resultsOpened(const QString& path);
  void studyOpened(const QString& path);
  void saved(const QString& path);
  void failed(const QString& title, const QString& text);

 protected:
  bool eventFilter(QObject* object, QEvent* event) override;

 private:
  void finish(const Result<config::ExperimentConfig>& config, const QString& path);
  void keep(const QStringList& paths);
  void fillRecent();

  ExperimentSession& session_;
  QSettings* settings_;
  QWidget* window_;
  QMenu* recent_menu_ = nullptr;
  QStringList recent_;
  int asked_ = 0;  // files that were opened so far: an earlier card that is read late is dropped
  QThreadPool cards_;  // last: what works there ends before the rest goes
};

}  // namespace w2s::ui
