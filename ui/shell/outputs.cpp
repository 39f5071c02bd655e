#include "ui/shell/outputs.h"

#include <QMenu>
#include <QSettings>

#include "ui/bridge/experiment_session.h"
#include "ui/bridge/recorded_runs.h"
#include "ui/charts/chart_board.h"
#include "ui/figures/compare_subject.h"
#include "ui/figures/export_dialog.h"
#include "ui/figures/figure_source.h"
#include "ui/figures/study_subject.h"
#include "ui/main_window.h"
#include "ui/models/examples_model.h"
#include "ui/pages/compare_page.h"
#include "ui/pages/examples_page.h"
#include "ui/pages/player_actions.h"
#include "ui/pages/run_actions.h"
#include "ui/pages/study_page.h"
#include "ui/presenter/presenter_window.h"
#include "ui/shell/menus.h"
#include "ui/shell/page_host.h"
#include "ui/theme/theme.h"

namespace w2s::ui {

Outputs::Outputs(MainWindow& window, Theme& theme, ExperimentSession& session, QSettings* settings)
    : QObject(&window), window_(window), theme_(theme), session_(session), settings_(settings) {
  RunActions& actions = window_.actions();
  actions.setUp(actions.export_figure, tr("Saves figures and tables"), [this] {
    // What the page in sight shows.
    if (window_.pages().current() == QLatin1String("study")) {
      openStudyExport();
    } else if (window_.pages().current() == QLatin1String("compare")) {
      openCompareExport();
    } else {
      openExport();
    }
  });
  actions.setUp(actions.present,
                tr("Shows the run in big figures, on the projector if there is one"),
                [this] { togglePresenter(); });
  present_window.setObjectName(QStringLiteral("act.present_window"));
  present_window.setText(tr("Presenter in a &window"));
  present_window.setShortcut(Qt::SHIFT | Qt::Key_F5);
  present_window.setStatusTip(
      tr("Big figures in a window of its own, for one screen or a shared one"));
  present_window.setToolTip(present_window.statusTip());
  connect(&present_window, &QAction::triggered, this, &Outputs::openPresenterWindow);
  QMenu* view = window_.menus().view;
  const QList<QAction*> entries = view->actions();
  view->insertAction(entries.value(entries.indexOf(&actions.present) + 1), &present_window);
  window_.addAction(&present_window);
}

Outputs::~Outputs() = default;

void Outputs::setBoard(const ChartBoard& board) {
  board_ = &board;
}

void Outputs::openExport(const QString& chart) {
  if (dialog_ == nullptr) {
    RecordedRuns* recorded = window_.recordedRuns();
    dialog_ = new ExportDialog(theme_, std::make_unique<FigureSource>(session_, recorded),
                               settings_, &window_);
    connect(&session_, &ExperimentSession::refreshed, dialog_, &ExportDialog::refreshSoon);
    connect(&session_, &ExperimentSession::focusChanged, dialog_, &ExportDialog::refreshSoon);
    if (recorded != nullptr) {
      connect(&recorded->overlays(), &OverlaySet::changed, dialog_, &ExportDialog::refreshSoon);
    }
    if (board_ != nullptr) {
      dialog_->setBoard(*board_);
    }
  }
  dialog_->open(chart);
}

void Outputs::openStudyExport(const QString& chart) {
  auto* page = window_.findChild<StudyPage*>();
  if (page == nullptr) {
    return;
  }
  if (study_dialog_ == nullptr) {
    study_dialog_ = new ExportDialog(
        theme_,
        std::make_unique<StudySubject>(
            page->studies(), [page] { return page->part(); }, [page] { return page->references(); },
            page->studies().workspaceInCommands()),
        settings_, &window_);
    study_dialog_->setObjectName(QStringLiteral("study_export"));
    connect(&page->studies(), &StudySession::changed, study_dialog_, &ExportDialog::refreshSoon);
    connect(page, &StudyPage::viewChanged, study_dialog_, &ExportDialog::refreshSoon);
  }
  study_dialog_->open(chart);
}

void Outputs::openCompareExport(const QString& chart) {
  auto* page = window_.findChild<ComparePage*>();
  if (page == nullptr) {
    return;
  }
  if (compare_dialog_ == nullptr) {
    compare_dialog_ =
        new ExportDialog(theme_,
                         std::make_unique<CompareSubject>([page] { return page->shown(); },
                                                          [page] { return page->references(); },
                                                          page->workspaceInCommands()),
                         settings_, &window_);
    compare_dialog_->setObjectName(QStringLiteral("compare_export"));
    connect(page, &ComparePage::changed, compare_dialog_, &ExportDialog::refreshSoon);
  }
  compare_dialog_->open(chart);
}

// All but those that open a dialog, which nobody wants before a class.
std::vector<QAction*> Outputs::actionsOfTheShow() {
  RunActions& run = window_.actions();
  PlayerActions& player = window_.playerActions();
  std::vector<QAction*> actions{&run.toggle,       &run.step_batch,    &run.step_evaluation,
                                &run.step_epoch,   &run.rewind,        &run.new_seed,
                                &run.slower,       &run.faster,        &run.max_speed,
                                &player.toggle,    &player.step_batch, &player.step_evaluation,
                                &player.step_back, &player.to_begin,   &player.to_end,
                                &player.slower,    &player.faster};
  for (const char* name : {"act.edit.undo", "act.edit.redo"}) {
    if (auto* action = window_.findChild<QAction*>(QLatin1String(name))) {
      actions.push_back(action);
    }
  }
  return actions;
}

PresenterWindow& Outputs::presenter() {
  if (presenter_ == nullptr) {
    presenter_ = new PresenterWindow(theme_, session_, window_.recordedRuns(), &window_);
    presenter_->obey(actionsOfTheShow());
    if (auto* examples = window_.findChild<ExamplesPage*>()) {
      const auto pass = [this, examples] {
        if (presenter_->wantsExamples()) {
          presenter_->setExamples(examples->examples());
        }
      };
      connect(presenter_, &PresenterWindow::examplesWanted, examples,
              [examples, pass](bool wanted) {
                examples->setWatched(wanted);
                pass();
              });
      connect(&examples->model(), &ExamplesModel::refreshed, presenter_, pass);
    }
    connect(presenter_, &PresenterWindow::left, &window_, [this] { window_.activateWindow(); });
  }
  return *presenter_;
}

void Outputs::togglePresenter() {
  if (presenter_ != nullptr && presenter_->isVisible()) {
    presenter_->close();
    return;
  }
  presenter().presentFullScreen(&window_);
}

void Outputs::openPresenterWindow() {
  presenter().presentInWindow();
}

}  // namespace w2s::ui
