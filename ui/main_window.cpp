#include "ui/main_window.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QDir>
#include <QDockWidget>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QScreen>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolBar>
#include <QUrl>
#include <QVBoxLayout>

#include "ui/bridge/experiment_session.h"
#include "ui/bridge/recorded_runs.h"
#include "ui/bridge/run_player.h"
#include "ui/bridge/words.h"
#include "ui/charts/chart_board.h"
#include "ui/form/settings_history.h"
#include "ui/pages/experiment_panel.h"
#include "ui/pages/player_actions.h"
#include "ui/pages/run_actions.h"
#include "ui/pages/run_columns.h"
#include "ui/pages/run_page.h"
#include "ui/pages/run_toolbar.h"
#include "ui/pages/runs_panel.h"
#include "ui/pages/saved_filters.h"
#include "ui/shell/appearance.h"
#include "ui/shell/board_settings.h"
#include "ui/shell/close_question.h"
#include "ui/shell/config_files.h"
#include "ui/shell/dock_title.h"
#include "ui/shell/docks.h"
#include "ui/shell/head_row.h"
#include "ui/shell/help_pages.h"
#include "ui/shell/help_window.h"
#include "ui/shell/menus.h"
#include "ui/shell/motion.h"
#include "ui/shell/notices.h"
#include "ui/shell/outputs.h"
#include "ui/shell/page_host.h"
#include "ui/shell/session_restore.h"
#include "ui/shell/settings_file.h"
#include "ui/shell/settings_seal.h"
#include "ui/shell/standard_pages.h"
#include "ui/shell/status_line.h"
#include "ui/shell/tour.h"
#include "ui/shell/window_keys.h"
#include "ui/theme/theme.h"
#include "ui/widgets/plain_text.h"

namespace w2s::ui {
namespace {

const QString kGeometry = kLayoutGroup + QStringLiteral("/geometry");
const QString kPage = kLayoutGroup + QStringLiteral("/page");
constexpr QSize kFirstSize{1440, 900};
constexpr QSize kLargestSize{16'384, 16'384};  // px; more than any screen has

}  // namespace

MainWindow::MainWindow(Theme& theme, ExperimentSession& session, Options options, QWidget* parent)
    : QMainWindow(parent), theme_(theme), session_(session), options_(std::move(options)) {
  setObjectName(QStringLiteral("main_window"));
  new PlainText(this);
  setWindowTitle(tr("W2S Lab"));
  setContextMenuPolicy(Qt::NoContextMenu);  // no menu that hides the tool bar
  actions_ = new RunActions(theme_, session_, this);
  for (QAction* action : actions_->all()) {
    addAction(action);
  }
  if (!options_.workspace.empty()) {
    recorded_ = new RecordedRuns(session_, options_.workspace, this);
  }
  player_ = new RunPlayer(session_, this);
  player_actions_ = new PlayerActions(theme_, session_, *player_, recorded_, this);
  if (!options_.workspace.empty() && options_.make_runner) {
    studies_ = new StudySession(
        {.workspace = options_.workspace, .make_runner = std::move(options_.make_runner)}, this);
    forecaster_ = new StudyForecaster(std::move(options_.forecast), *studies_, this);
  }
  pages_ = new PageHost(this);
  docks_ = new Docks(theme_, *this);
  makeHeader();
  makeDocks();
  notices_ = new Notices(theme_, this);
  auto* center = new QWidget(this);
  center->setObjectName(QStringLiteral("center"));
  auto* column = new QVBoxLayout(center);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(notices_);
  column->addWidget(pages_->stack(), 1);
  setCentralWidget(center);
  connect(pages_, &PageHost::shown, this, [this](const QString& id) {
    for (const PageHost::Page& page : pages_->pages()) {
      if (page.id == id) {
        docks_->showFor(page.docks);
      }
    }
  });
  addStandardPages(*this, theme_, session_);
  if (studies_ != nullptr) {
    addStudyPage(*this, theme_, session_);
  }
  if (recorded_ != nullptr) {
    addComparePage(*this, theme_, options_.workspace);
  }
  addExamplesPage(*this, theme_, session_,
                  {.workspace = options_.workspace, .data = options_.data_folder});
  appearance_ = new Appearance(theme_, options_.settings.get(), this);
  files_ = new ConfigFiles(session_, options_.settings.get(), this);
  menus_ = new Menus(*this, *actions_);
  connectFiles();
  for (QAction* action : panel_->editActions()) {
    menus_->edit->addAction(action);
  }
  connect(panel_, &ExperimentPanel::wanted, this, [this] {
    if (!docks_->isBesidePage(QLatin1String(kSettingsDock))) {
      pages_->show(QStringLiteral("run"));
    }
    docks_->reveal(QLatin1String(kSettingsDock));
  });
  outputs_ = new Outputs(*this, theme_, session_, options_.settings.get());
  status_ = new StatusLine(theme_, session_, this);
  setStatusBar(status_);
  connect(toolbar_, &RunToolbar::refused, status_, &StatusLine::say);
  ChartBoard& board = findChild<RunPage*>()->board();
  new BoardSettings(board, *status_, options_.settings.get());
  connect(&board, &ChartBoard::exportRequested, outputs_, &Outputs::openExport);
  outputs_->setBoard(board);
  new Motion(*this, theme_);
  for (const KeyNote& note : chartKeys()) {
    addKeyNote(note);
  }
  close_question_ = new CloseQuestion(session_, studies_, this);
  connect(close_question_, &CloseQuestion::mayClose, this, &QWidget::close);
  connect(new WindowKeys(*this), &WindowKeys::helpWanted, this, &MainWindow::showHelpOn);
  if (recorded_ != nullptr) {
    useRecorded();
  }

  setMinimumSize(960, 640);
  resize(kFirstSize);
  restoreLayout();
  beginSettings();
  if (!options_.settings_note.isEmpty()) {
    notices_->show(tr("Settings of the window"), options_.settings_note);
  }
  toolbar_->startButton()->setFocus();
}

MainWindow::~MainWindow() {
  hide();  // while it is whole: what pages do when they are hidden may ask the window
}

void MainWindow::makeHeader() {
  head_ = new HeadRow(new QMenuBar(this), pages_->tabs(), this);
  setMenuWidget(head_);
  toolbar_ = new RunToolbar(theme_, session_, *actions_, options_.presets, this);
  auto* bar = new QToolBar(tr("Tool bar"), this);
  bar->setObjectName(QStringLiteral("header"));
  bar->setMovable(false);
  bar->addWidget(toolbar_);
  addToolBar(Qt::TopToolBarArea, bar);
}

QMenuBar* MainWindow::menuBar() const {
  return head_->menus();
}

void MainWindow::makeDocks() {
  panel_ = new ExperimentPanel(theme_, session_, this);
  docks_->add(QLatin1String(kSettingsDock), tr("Settings"), Qt::LeftDockWidgetArea, panel_, 308);
  auto* runs = new RunsPanel(theme_, session_, recorded_, this);
  const QDockWidget* dock =
      docks_->add(QLatin1String(kRunsDock), tr("Runs"), Qt::BottomDockWidgetArea, runs, 150);
  static_cast<DockTitle*>(dock->titleBarWidget())->addTool(runs->tools());
  connect(runs, &RunsPanel::presentNamed, this,
          [this](const QString& name) { status_->setRunName(name); });
  if (QSettings* settings = options_.settings.get()) {
    const QString key = QStringLiteral("runs/table");
    runs->columns().restore(settings->value(key).toStringList());
    connect(&runs->columns(), &RunColumns::changed, this,
            [runs, settings, key] { settings->setValue(key, runs->columns().state()); });
    const QString filters_key = QStringLiteral("runs/filters");
    runs->savedFilters().restore(settings->value(filters_key).toStringList());
    connect(&runs->savedFilters(), &SavedFilters::changed, this, [runs, settings, filters_key] {
      settings->setValue(filters_key, runs->savedFilters().state());
    });
  }
}

// A recorded run that comes to the page brings its settings along.
void MainWindow::useRecorded() {
  // Children go in the order in which they came: the recorded runs after everything that uses it.
  recorded_->setParent(nullptr);
  recorded_->setParent(this);
  connect(recorded_, &RecordedRuns::compared, status_, &StatusLine::say);
  connect(recorded_, &RecordedRuns::taking, &panel_->history(), &SettingsHistory::expect);
  connect(recorded_, &RecordedRuns::shown, this,
          [this](const QString& id, const config::ExperimentConfig& config) {
            pages_->show(QStringLiteral("run"));
            panel_->history().adopt(runBasis(id, config));
          });
}

void MainWindow::addPage(const QString& id, const QString& title, QWidget* page,
                         const QStringList& docks) {
  pages_->add({.id = id, .title = title, .widget = page, .docks = docks});
}

// Whatever changes the basis, the tool bar names it.
void MainWindow::beginSettings() {
  PresetChooser& presets = toolbar_->presets();
  SettingsHistory& history = panel_->history();
  connect(&presets, &PresetChooser::chosen, &history, &SettingsHistory::choose);
  connect(&history, &SettingsHistory::basisChanged, &presets,
          [&] { presets.showBasis(history.basis()); });
  restore_ = new SessionRestore(history, session_, options_.settings.get(), this);
  connect(restore_, &SessionRestore::lost, notices_, &Notices::show);
  restore_->begin(options_.presets, options_.first_asked_for);
}

void MainWindow::choosePreset(int index) {
  const auto& entries = toolbar_->presets().entries();
  if (index >= 0 && static_cast<std::size_t>(index) < entries.size()) {
    panel_->history().choose(SettingsBasis(entries[static_cast<std::size_t>(index)]));
  }
}

void MainWindow::restoreLayout() {
  if (options_.settings && sealOf(*options_.settings, kLayoutGroup) == Seal::Sound) {
    const QSettings& settings = *options_.settings;
    restoreGeometry(settings.value(kGeometry).toByteArray());
    resize(size().boundedTo(kLargestSize));
    needs_first_sizes_ = !docks_->restore(settings);
    pages_->show(settings.value(kPage, QStringLiteral("run")).toString());
  }
}

void MainWindow::saveLayout() {
  if (options_.settings) {
    options_.settings->setValue(kGeometry, saveGeometry());
    options_.settings->setValue(kPage, pages_->current());
    docks_->save(*options_.settings);
    sealGroup(*options_.settings, kLayoutGroup);
  }
  restore_->save();
}

void MainWindow::resetLayout() {
  if (!isMaximized() && !isFullScreen()) {
    resize(size().expandedTo(kFirstSize).boundedTo(screen()->availableSize()));
  }
  docks_->reset();
}

void MainWindow::showEvent(QShowEvent* event) {
  QMainWindow::showEvent(event);
  if (needs_first_sizes_) {
    needs_first_sizes_ = false;
    docks_->applyFirstSizes();
  }
}

void MainWindow::closeEvent(QCloseEvent* event) {
  if (!close_question_->canClose()) {
    event->ignore();
    return;
  }
  saveLayout();
  event->accept();
}

void MainWindow::connectFiles() {
  connect(files_, &ConfigFiles::opened, this, &MainWindow::openConfig);
  connect(files_, &ConfigFiles::opened, notices_, &Notices::clear);
  connect(files_, &ConfigFiles::saved, notices_, &Notices::clear);
  connect(files_, &ConfigFiles::failed, notices_, &Notices::show);
  if (recorded_ != nullptr) {
    connect(files_, &ConfigFiles::resultsOpened, &recorded_->library(), &RunLibrary::importResults);
    connect(files_, &ConfigFiles::bundleOpened, &recorded_->library(), &RunLibrary::importBundle);
  }
  connect(files_, &ConfigFiles::studyOpened, this, &MainWindow::openStudy);
  if (studies_ != nullptr) {
    connect(studies_, &StudySession::failed, this, &MainWindow::refuseStudy);
    connect(studies_, &StudySession::studyOpened, this, [this] {
      if (const QString file = std::exchange(study_file_, {}); !file.isEmpty()) {
        files_->remember(file);
      }
    });
  }
  connect(files_, &ConfigFiles::saved, this, [this](const QString& path) {
    status_->say(tr("Saved as %1").arg(QDir::toNativeSeparators(path)));
  });
  connect(appearance_, &Appearance::languageChosen, this, [this](const QString& name) {
    notices_->inform(tr("Language"),
                     name.isEmpty() ? tr("The window follows the system's language from its next "
                                         "start on.")
                                    : tr("The window speaks %1 from its next start on.").arg(name));
  });
}

void MainWindow::openConfig(const config::ExperimentConfig& config, const QString& path) {
  const SettingsBasis basis = fileBasis(path, config);
  toolbar_->presets().add(basis);
  panel_->history().choose(basis);
}

void MainWindow::openStudy(const QString& path) {
  if (studies_ == nullptr || studies_->isBusy()) {
    notices_->show(tr("%1 was not opened").arg(QFileInfo(path).fileName()),
                   studies_ == nullptr
                       ? tr("This window has no page of studies.")
                       : tr("A study is in progress. Stop it before another one takes its place."));
    return;
  }
  notices_->clear();
  pages_->show(QStringLiteral("study"));
  study_file_ = path;
  studies_->open(std::filesystem::path(path.toStdString()));
}

void MainWindow::refuseStudy(const Error& error) {
  const QString file = std::exchange(study_file_, {});
  if (file.isEmpty()) {
    return;  // it failed later
  }
  if (!QFileInfo::exists(file)) {
    files_->forget(file);
  }
  if (studies_->study() == nullptr) {  // its page goes on to another one
    notices_->show(tr("%1 was not opened").arg(QFileInfo(file).fileName()),
                   QString::fromStdString(said(error)));
  }
}

void MainWindow::addKeyNote(const KeyNote& note) {
  key_notes_.push_back(note);
}

void MainWindow::addScene(const Scene& scene) {
  scenes_.push_back(scene);
}

void MainWindow::showKeys() {
  (new CheatSheet(theme_, keysOf(*menuBar(), key_notes_), this))->open();
}

void MainWindow::showTour() {
  if (tour_ == nullptr) {
    tour_ = new Tour(*this, theme_);
  }
}

void MainWindow::showHelpOn(const QWidget* widget) {
  if (help_ != nullptr && help_->isAncestorOf(widget)) {
    return;
  }
  const QString page = helpPageOn(widget);
  showHelp(page.isEmpty() ? helpPageOn(QApplication::widgetAt(QCursor::pos())) : page);
}

void MainWindow::showHelp(const QString& page) {
  // A dialog in front lets nobody but its own windows be used.
  QWidget* front = QApplication::activeModalWidget();
  QWidget* parent = front != nullptr ? front : this;
  if (help_ != nullptr && (help_->isHidden() || help_->parentWidget() != parent)) {
    help_->close();
    help_ = nullptr;
  }
  if (help_ == nullptr) {
    help_ = new HelpWindow(theme_, session_.config(), parent);
  }
  help_->showPage(page);
  help_->show();
  help_->raise();
  help_->activateWindow();
}

void MainWindow::showAbout() {
  (new AboutDialog(theme_, options_.about, options_.list_devices, this))->open();
}

void MainWindow::openWorkspace() {
  const QString folder = QString::fromStdString(options_.workspace.string());
  if (!QDesktopServices::openUrl(QUrl::fromLocalFile(folder))) {
    notices_->show(tr("The folder was not opened"),
                   tr("No program answers for folders. The workspace is %1.")
                       .arg(QDir::toNativeSeparators(folder)));
  }
}

}  // namespace w2s::ui
