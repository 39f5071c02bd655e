#include "ui/shell/outputs.h"

#include <filesystem>
#include <functional>
#include <utility>

#include <QMenu>
#include <QSettings>

#include "core/store/workspace.h"
#include "ui/bridge/experiment_session.h"
#include "ui/bridge/recorded_runs.h"
#include "ui/bridge/words.h"
#include "ui/charts/chart_board.h"
#include "ui/figures/compare_subject.h"
#include "ui/figures/export_dialog.h"
#include "ui/figures/figure_source.h"
#include "ui/figures/recorded_subject.h"
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
  actions.setUp(actions.export_figure, tr("Saves figures and tables"),
                [this] { dialogInSight(Leaving::Figure)->open({}); });
  actions.setUp(actions.report,
                tr("Saves a page on what is shown: figures, tables, settings, versions and the "
                   "command that makes it again"),
                [this] { openReport(); });
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

ExportDialog* Outputs::makeDialog(const QString& name, Leaving what,
                                  std::unique_ptr<FigureSubject> subject) {
  auto* made = new ExportDialog(
      theme_, std::move(subject),
      what == Leaving::Report ? ExportDialog::Kind::Report : ExportDialog::Kind::Figure, settings_,
      &window_);
  made->setObjectName(name);
  return made;
}

ExportDialog* Outputs::dialogOfRuns(Leaving what) {
  const QString name =
      what == Leaving::Report ? QStringLiteral("report") : QStringLiteral("export");
  QPointer<ExportDialog>& dialog = dialogs_[name];
  if (dialog == nullptr) {
    RecordedRuns* recorded = window_.recordedRuns();
    dialog = makeDialog(name, what, std::make_unique<FigureSource>(session_, recorded));
    connect(&session_, &ExperimentSession::refreshed, dialog, &ExportDialog::refreshSoon);
    connect(&session_, &ExperimentSession::focusChanged, dialog, &ExportDialog::refreshSoon);
    if (recorded != nullptr) {
      connect(&recorded->overlays(), &OverlaySet::changed, dialog, &ExportDialog::refreshSoon);
    }
    if (board_ != nullptr) {
      dialog->setBoard(*board_);
    }
  }
  return dialog;
}

ExportDialog* Outputs::dialogOfStudy(Leaving what) {
  auto* page = window_.findChild<StudyPage*>();
  if (page == nullptr) {
    return nullptr;
  }
  const QString name =
      what == Leaving::Report ? QStringLiteral("study_report") : QStringLiteral("study_export");
  QPointer<ExportDialog>& dialog = dialogs_[name];
  if (dialog == nullptr) {
    dialog = makeDialog(
        name, what,
        std::make_unique<StudySubject>(
            page->studies(), [page] { return page->part(); }, [page] { return page->references(); },
            page->studies().workspaceInCommands()));
    connect(&page->studies(), &StudySession::changed, dialog, &ExportDialog::refreshSoon);
    connect(page, &StudyPage::viewChanged, dialog, &ExportDialog::refreshSoon);
  }
  return dialog;
}

ExportDialog* Outputs::dialogOfComparison(Leaving what) {
  auto* page = window_.findChild<ComparePage*>();
  if (page == nullptr) {
    return nullptr;
  }
  const QString name =
      what == Leaving::Report ? QStringLiteral("compare_report") : QStringLiteral("compare_export");
  QPointer<ExportDialog>& dialog = dialogs_[name];
  if (dialog == nullptr) {
    dialog = makeDialog(name, what,
                        std::make_unique<CompareSubject>([page] { return page->shown(); },
                                                         [page] { return page->references(); },
                                                         page->workspaceInCommands()));
    connect(page, &ComparePage::changed, dialog, &ExportDialog::refreshSoon);
  }
  return dialog;
}

ExportDialog* Outputs::dialogInSight(Leaving what) {
  const QString page = window_.pages().current();
  ExportDialog* dialog = page == QLatin1String("study")     ? dialogOfStudy(what)
                         : page == QLatin1String("compare") ? dialogOfComparison(what)
                                                            : nullptr;
  return dialog != nullptr ? dialog : dialogOfRuns(what);
}

void Outputs::openExport(const QString& chart) {
  dialogOfRuns(Leaving::Figure)->open(chart);
}

void Outputs::openStudyExport(const QString& chart) {
  if (ExportDialog* dialog = dialogOfStudy(Leaving::Figure)) {
    dialog->open(chart);
  }
}

void Outputs::openCompareExport(const QString& chart) {
  if (ExportDialog* dialog = dialogOfComparison(Leaving::Figure)) {
    dialog->open(chart);
  }
}

void Outputs::openReport() {
  dialogInSight(Leaving::Report)->open({});
}

void Outputs::openReportOn(const QStringList& runs) {
  RecordedRuns* recorded = window_.recordedRuns();
  if (recorded == nullptr || runs.isEmpty()) {
    return;
  }
  const std::filesystem::path workspace = recorded->library().workspace();
  recorded->library().work(this, [this, runs, workspace]() -> std::function<void()> {
    auto loaded = std::make_shared<std::vector<figures::OwnedFigureRun>>();
    for (const QString& id : runs) {
      auto run = figures::loadFigureRun(store::runsFolder(workspace) / id.toStdString());
      if (!run) {
        return [this, error = run.error()] {
          Q_EMIT window_.recordedRuns()->notice(QString::fromStdString(said(error)), {});
        };
      }
      loaded->push_back(std::move(*run));
    }
    return [this, loaded, workspace] {
      ExportDialog* dialog = makeDialog(
          QStringLiteral("runs_report"), Leaving::Report,
          std::make_unique<RecordedSubject>(
              std::move(*loaded),
              workspace == store::defaultWorkspace() ? std::string() : workspace.string()));
      dialog->setAttribute(Qt::WA_DeleteOnClose);
      dialog->open({});
    };
  });
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
