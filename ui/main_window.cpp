#include "ui/main_window.h"

#include <QAbstractButton>
#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QStatusBar>
#include <QVBoxLayout>

#include "ui/bridge/run_controller.h"
#include "ui/bridge/run_readings.h"
#include "ui/pages/experiment_panel.h"
#include "ui/pages/run_actions.h"
#include "ui/pages/run_page.h"
#include "ui/pages/run_toolbar.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"

namespace w2s::ui {
namespace {

using experiment::StopMode;

const QString kGeometry = QStringLiteral("window/geometry");
const QString kTheme = QStringLiteral("window/theme");

}  // namespace

MainWindow::MainWindow(Theme& theme, RunController& controller, Options options, QWidget* parent)
    : QMainWindow(parent), theme_(theme), controller_(controller), options_(std::move(options)) {
  setObjectName(QStringLiteral("main_window"));
  setWindowTitle(tr("W2S Lab"));
  actions_ = new RunActions(theme_, controller_, this);
  toolbar_ = new RunToolbar(theme_, controller_, *actions_, options_.presets, this);
  panel_ = new ExperimentPanel(theme_, controller_, this);
  page_ = new RunPage(theme_, controller_, this);

  auto* center = new QWidget(this);
  auto* column = new QVBoxLayout(center);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(toolbar_);
  auto* row = new QHBoxLayout;
  row->setSpacing(0);
  row->addWidget(panel_);
  row->addWidget(page_, 1);
  column->addLayout(row, 1);
  setCentralWidget(center);
  for (QAction* action : actions_->all()) {
    addAction(action);
  }
  makeMenus();
  makeStatusBar();

  connect(toolbar_, &RunToolbar::presetChosen, this, &MainWindow::choosePreset);
  connect(&controller_, &RunController::refreshed, this, &MainWindow::refreshStatus);
  connect(&controller_, &RunController::runBegan, this, &MainWindow::refreshStatus);
  connect(&theme_, &Theme::changed, this, &MainWindow::refreshStatus);
  connect(&controller_, &RunController::runEnded, this, [this] {
    if (closing_) {
      close();
    }
  });
  qApp->installEventFilter(this);

  setMinimumSize(960, 640);
  resize(1440, 900);
  if (options_.settings) {
    restoreGeometry(options_.settings->value(kGeometry).toByteArray());
  }
  choosePreset(0);
  toolbar_->startButton()->setFocus();
}

MainWindow::~MainWindow() = default;

void MainWindow::choosePreset(int index) {
  if (index < 0 || static_cast<std::size_t>(index) >= options_.presets.size()) {
    return;
  }
  const PresetChoice& preset = options_.presets[static_cast<std::size_t>(index)];
  toolbar_->showPreset(index);
  panel_->setPreset(preset.config, preset.sentence);
  controller_.setConfig(preset.config);
  if (!preset.config.seeds.empty()) {
    controller_.setSeed(preset.config.seeds.front());
  }
  controller_.setSpeed(preset.steps_per_second);
}

void MainWindow::makeMenus() {
  QMenu* file = menuBar()->addMenu(tr("&File"));
  QAction* quit = file->addAction(tr("&Quit"), QKeySequence::Quit, this, &QWidget::close);
  quit->setObjectName(QStringLiteral("act.quit"));

  QMenu* run = menuBar()->addMenu(tr("&Run"));
  run->addAction(&actions_->toggle);
  QMenu* step = run->addMenu(tr("&Step"));
  step->addActions({&actions_->step_batch, &actions_->step_evaluation, &actions_->step_epoch});
  run->addActions({&actions_->rewind, &actions_->new_seed});
  run->addSeparator();
  run->addActions({&actions_->stop_keep, &actions_->stop_discard});

  QMenu* view = menuBar()->addMenu(tr("&View"));
  auto* looks = new QActionGroup(this);
  const QStringList names{tr("Follow the system"), tr("Light"), tr("Dark")};
  for (int i = 0; i < names.size(); ++i) {
    QAction* look = view->addAction(names[i]);
    look->setObjectName(QStringLiteral("act.theme.%1").arg(i));
    look->setCheckable(true);
    look->setChecked(static_cast<int>(theme_.choice()) == i);
    looks->addAction(look);
    connect(look, &QAction::triggered, this, [this, i] { chooseTheme(i); });
  }

  QMenu* help = menuBar()->addMenu(tr("&Help"));
  help->addAction(tr("&Keyboard shortcuts"), QKeySequence(Qt::Key_Question), this,
                  &MainWindow::showShortcuts);
  help->addAction(tr("&About"), this, &MainWindow::showAbout);
}

void MainWindow::makeStatusBar() {
  status_numbers_ = new QLabel(this);
  status_numbers_->setObjectName(QStringLiteral("status.numbers"));
  status_numbers_->setTextFormat(Qt::RichText);
  status_device_ = new QLabel(this);
  status_device_->setObjectName(QStringLiteral("status.device"));
  statusBar()->addWidget(status_numbers_, 1);
  statusBar()->addPermanentWidget(status_device_);
  statusBar()->setSizeGripEnabled(false);
  refreshStatus();
}

void MainWindow::refreshStatus() {
  const RunSeries& series = controller_.series();
  const Tokens& tokens = theme_.tokens();
  const auto& evaluations = series.stage(experiment::StageKind::Student).evaluations;
  if (evaluations.empty()) {
    status_numbers_->setText(
        series.id.empty() ? tr("Space starts and pauses, . steps, Ctrl+R rewinds, ? lists the keys")
                          : QString());
  } else {
    const metrics::Evaluation& last = evaluations.back();
    const auto part = [](const QString& label, double value, int decimals, const QColor& color) {
      return QStringLiteral("<span style='color:%1'>%2 %3</span>")
          .arg(color.name(), label, decimalText(value, decimals));
    };
    const Readings readings = readingsOf(series);
    QStringList parts{tr("evaluated at step %1").arg(countText(last.step)),
                      part(tr("student"), last.test.accuracy, 3, tokens.student)};
    if (readings.ceiling.n > 0) {
      parts += part(tr("ceiling"), readings.ceiling.accuracy, 3, tokens.ceiling_text);
    }
    if (readings.weak.n > 0) {
      parts += part(tr("weak"), readings.weak.accuracy, 3, tokens.weak_text);
    }
    parts += part(tr("agreement with weak labels"), last.test_agreement.overall, 3, tokens.muted);
    status_numbers_->setText(parts.join(QStringLiteral("&nbsp;&nbsp;&nbsp;&nbsp;")));
  }
  status_device_->setText(series.device.empty()
                              ? QString()
                              : tr("%1 \u00b7 run %2")
                                    .arg(QString::fromStdString(series.device).toUpper(),
                                         QString::fromStdString(series.id)));
}

void MainWindow::chooseTheme(int choice) {
  theme_.choose(static_cast<ThemeChoice>(choice));
  if (options_.settings) {
    options_.settings->setValue(kTheme, choice);
  }
}

// Space is Start and Pause everywhere, except on a button or list that has the focus, where it
// means what it always does.
bool MainWindow::eventFilter(QObject* object, QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride &&
      static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space &&
      (qobject_cast<QAbstractButton*>(object) != nullptr ||
       qobject_cast<QComboBox*>(object) != nullptr)) {
    event->accept();
    return true;
  }
  return QMainWindow::eventFilter(object, event);
}

void MainWindow::closeEvent(QCloseEvent* event) {
  if (!isActive(controller_.state())) {
    if (options_.settings) {
      options_.settings->setValue(kGeometry, saveGeometry());
    }
    event->accept();
    return;
  }
  event->ignore();
  if (!closing_) {
    askBeforeClosing();
  }
}

void MainWindow::askBeforeClosing() {
  auto* question =
      new QMessageBox(QMessageBox::Question, tr("A run is in progress"),
                      tr("Keep what it has measured so far?"), QMessageBox::NoButton, this);
  question->setObjectName(QStringLiteral("close_question"));
  question->setAttribute(Qt::WA_DeleteOnClose);
  QPushButton* keep = question->addButton(tr("Stop and keep"), QMessageBox::AcceptRole);
  keep->setObjectName(QStringLiteral("close.keep"));
  QPushButton* discard = question->addButton(tr("Stop and discard"), QMessageBox::DestructiveRole);
  discard->setObjectName(QStringLiteral("close.discard"));
  QPushButton* stay = question->addButton(tr("Keep running"), QMessageBox::RejectRole);
  stay->setObjectName(QStringLiteral("close.stay"));
  question->setDefaultButton(keep);
  question->setEscapeButton(stay);
  keep->setToolTip(tr("The run stays in the workspace and can be continued"));
  discard->setToolTip(tr("The run is removed from the workspace"));
  stay->setToolTip(tr("The window stays open"));
  connect(keep, &QAbstractButton::clicked, this, [this] { stopThenClose(true); });
  connect(discard, &QAbstractButton::clicked, this, [this] { stopThenClose(false); });
  question->open();  // returns at once; the answer is an event
}

void MainWindow::stopThenClose(bool keep) {
  closing_ = true;
  if (!isActive(controller_.state())) {
    close();
    return;
  }
  controller_.stop(keep ? StopMode::Keep : StopMode::Discard);
}

void MainWindow::showShortcuts() {
  QString rows;
  for (const QAction* action : actions_->all()) {
    if (!action->shortcut().isEmpty()) {
      rows += QStringLiteral("<tr><td><b>%1</b>&nbsp;&nbsp;&nbsp;</td><td>%2</td></tr>")
                  .arg(action->shortcut().toString(QKeySequence::NativeText), action->statusTip());
    }
  }
  auto* box =
      new QMessageBox(QMessageBox::NoIcon, tr("Keyboard shortcuts"),
                      QStringLiteral("<table>%1</table>").arg(rows), QMessageBox::Close, this);
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->open();
}

void MainWindow::showAbout() {
  auto* box = new QMessageBox(QMessageBox::NoIcon, tr("About W2S Lab"), options_.about,
                              QMessageBox::Close, this);
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->open();
}

}  // namespace w2s::ui
