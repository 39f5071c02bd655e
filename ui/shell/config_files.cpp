#include "ui/shell/config_files.h"

#include <QAction>
#include <QDir>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMimeData>
#include <QSaveFile>
#include <QSettings>

#include "core/base/file_read.h"
#include "core/base/plain_text.h"
#include "core/config/toml.h"
#include "core/data/card_file.h"
#include "core/data/first_experiment.h"
#include "core/store/bundle.h"
#include "core/study/openai_results.h"
#include "core/study/study_folder.h"
#include "ui/bridge/background.h"
#include "ui/bridge/experiment_session.h"
#include "ui/bridge/words.h"

namespace w2s::ui {
namespace {

const QString kRecentKey = QStringLiteral("files/recent");
const QString kEnding = QStringLiteral(".toml");

QStringList filesIn(const QMimeData* data) {
  QStringList files;
  for (const QUrl& url : data->urls()) {
    if (url.isLocalFile()) {
      files += url.toLocalFile();
    }
  }
  return files;
}

}  // namespace

ConfigFiles::ConfigFiles(ExperimentSession& session, QSettings* settings, QWidget* window)
    : QObject(window), session_(session), settings_(settings), window_(window) {
  if (settings_ != nullptr) {
    recent_ = settings_->value(kRecentKey).toStringList().mid(0, kRecent);
  }
  window_->setAcceptDrops(true);
  window_->installEventFilter(this);
}

void ConfigFiles::addTo(QMenu* file) {
  QAction* open_action =
      file->addAction(tr("&Open\u2026"), QKeySequence::Open, this, &ConfigFiles::askToOpen);
  open_action->setObjectName(QStringLiteral("act.open"));
  open_action->setStatusTip(tr(
      "Opens an experiment, a study or a card of data from a TOML file, the runs of a bundle, or "
      "results of OpenAI's weak-to-strong code"));
  recent_menu_ = file->addMenu(tr("Open &recent"));
  recent_menu_->menuAction()->setObjectName(QStringLiteral("act.recent"));
  connect(recent_menu_, &QMenu::aboutToShow, this, &ConfigFiles::fillRecent);
  fillRecent();
  QAction* save_action = file->addAction(tr("&Save configuration as\u2026"), QKeySequence::Save,
                                         this, &ConfigFiles::askToSave);
  save_action->setObjectName(QStringLiteral("act.save"));
  save_action->setStatusTip(tr("Saves the present settings as a TOML file"));
}

QStringList ConfigFiles::recent() const {
  return recent_;
}

void ConfigFiles::askToOpen() {
  auto* dialog = new QFileDialog(window_, tr("Open"));
  dialog->setObjectName(QStringLiteral("open_dialog"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  dialog->setNameFilters(
      {tr("Experiments, studies, cards, bundles and results (*.toml *.w2s config.json "
          "*results_summary.json)"),
       tr("All files (*)")});
  if (!recent_.isEmpty()) {
    dialog->setDirectory(QFileInfo(recent_.front()).dir());
  }
  connect(dialog, &QFileDialog::fileSelected, this, &ConfigFiles::open);
  dialog->open();
}

void ConfigFiles::askToSave() {
  auto* dialog = new QFileDialog(window_, tr("Save configuration"));
  dialog->setObjectName(QStringLiteral("save_dialog"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(kEnding.mid(1));
  dialog->setNameFilters({tr("Configurations (*.toml)"), tr("All files (*)")});
  if (!recent_.isEmpty()) {
    dialog->setDirectory(QFileInfo(recent_.front()).dir());
  }
  // A name may hold slashes; the file is meant for this folder.
  const QString name = QString::fromStdString(plainText(session_.config().name));
  dialog->selectFile(QString(name).replace(QLatin1Char('/'), QLatin1Char('-')) + kEnding);
  connect(dialog, &QFileDialog::fileSelected, this, &ConfigFiles::save);
  dialog->open();
}

void ConfigFiles::open(const QString& path) {
  const QString absolute = QFileInfo(path).absoluteFilePath();
  if (absolute.endsWith(QLatin1String(store::kBundleExtension))) {
    Q_EMIT bundleOpened(absolute);
    return;
  }
  if (study::looksLikeOpenAiResults(absolute.toStdString())) {
    Q_EMIT resultsOpened(absolute);
    return;
  }
  const int number = ++asked_;
  const std::string file = absolute.toStdString();
  const auto text = readFile(file, kMostSettingsBytes);
  if (text && study::looksLikeStudy(*text)) {
    Q_EMIT studyOpened(absolute);
    return;
  }
  if (text && data::looksLikeCard(*text)) {
    post(
        cards_, this, [file] { return data::loadExperimentOrCard(file); },
        [this, absolute, number](const Result<config::ExperimentConfig>& config) {
          if (number == asked_) {
            finish(config, absolute);
          }
        });
    return;
  }
  finish(data::loadExperimentOrCard(file), absolute);
}

void ConfigFiles::finish(const Result<config::ExperimentConfig>& config, const QString& absolute) {
  if (!config) {
    if (!QFileInfo::exists(absolute)) {
      forget(absolute);
    }
    Q_EMIT failed(tr("%1 was not opened").arg(QFileInfo(absolute).fileName()),
                  QString::fromStdString(said(config.error())));
    return;
  }
  remember(absolute);
  Q_EMIT opened(*config, absolute);
}

void ConfigFiles::save(const QString& path) {
  const std::string text = config::toToml(session_.config(), config::WriteMode::Commented);
  QSaveFile file(path);
  const bool written = file.open(QIODevice::WriteOnly) &&
                       file.write(text.data(), static_cast<qint64>(text.size())) ==
                           static_cast<qint64>(text.size()) &&
                       file.commit();
  if (!written) {
    Q_EMIT failed(tr("The configuration was not saved"),
                  tr("%1 cannot be written: %2. Choose another folder.")
                      .arg(QDir::toNativeSeparators(path), file.errorString()));
    return;
  }
  remember(QFileInfo(path).absoluteFilePath());
  Q_EMIT saved(path);
}

void ConfigFiles::remember(const QString& path) {
  QStringList paths = recent_;
  paths.removeAll(path);
  paths.prepend(path);
  keep(paths.mid(0, kRecent));
}

void ConfigFiles::forget(const QString& path) {
  QStringList paths = recent_;
  paths.removeAll(path);
  keep(paths);
}

void ConfigFiles::keep(const QStringList& paths) {
  recent_ = paths;
  if (settings_ != nullptr) {
    settings_->setValue(kRecentKey, recent_);
  }
  fillRecent();
}

void ConfigFiles::fillRecent() {
  if (recent_menu_ == nullptr) {
    return;
  }
  recent_menu_->clear();
  for (const QString& path : recent_) {
    // An ampersand in a file's name is no mnemonic.
    QAction* action = recent_menu_->addAction(
        QFileInfo(path).fileName().replace(QLatin1Char('&'), QStringLiteral("&&")));
    action->setToolTip(QDir::toNativeSeparators(path));
    action->setStatusTip(QDir::toNativeSeparators(path));
    connect(action, &QAction::triggered, this, [this, path] { open(path); });
  }
  recent_menu_->setToolTipsVisible(true);
  recent_menu_->menuAction()->setEnabled(!recent_.isEmpty());
}

bool ConfigFiles::eventFilter(QObject* object, QEvent* event) {
  if (event->type() == QEvent::DragEnter) {
    auto* drag = static_cast<QDragEnterEvent*>(event);
    if (!filesIn(drag->mimeData()).isEmpty()) {
      drag->acceptProposedAction();
      return true;
    }
  }
  if (event->type() == QEvent::Drop) {
    auto* drop = static_cast<QDropEvent*>(event);
    for (const QString& file : filesIn(drop->mimeData())) {
      open(file);
    }
    drop->acceptProposedAction();
    return true;
  }
  return QObject::eventFilter(object, event);
}

}  // namespace w2s::ui
