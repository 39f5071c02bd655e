#include "ui/shell/standard_pages.h"

#include <cmath>
#include <optional>

#include <QVBoxLayout>

#include "core/study/study_folder.h"
#include "ui/bridge/experiment_session.h"
#include "ui/bridge/recorded_runs.h"
#include "ui/charts/chart_board.h"
#include "ui/main_window.h"
#include "ui/pages/bundle_dialog.h"
#include "ui/pages/compare_page.h"
#include "ui/pages/experiment_panel.h"
#include "ui/pages/interrupted_offer.h"
#include "ui/pages/overlays_on_board.h"
#include "ui/pages/player_actions.h"
#include "ui/pages/player_bar.h"
#include "ui/pages/run_commands.h"
#include "ui/pages/run_page.h"
#include "ui/pages/study_page.h"
#include "ui/shell/comparables.h"
#include "ui/shell/docks.h"
#include "ui/shell/notices.h"
#include "ui/shell/outputs.h"
#include "ui/shell/page_host.h"
#include "ui/theme/theme.h"
#include "ui/widgets/log_view.h"

namespace w2s::ui {
namespace {

QWidget* makeRunPage(MainWindow& window, Theme& theme, ExperimentSession& session) {
  auto* page = new RunPage(theme, session, &window);
  // In a small window a message takes the place of the runs, not of the charts it is about.
  QObject::connect(page, &RunPage::needsRoom, &window, [&window](bool needs) {
    window.docks().giveWay(QLatin1String(kRunsDock), needs);
  });
  ChartBoard& board = page->board();
  window.playerActions().setCrosshair([&board] {
    return board.isCrosshairPinned() ? board.crosshairStep() : std::optional<double>();
  });
  page->addNotice(new PlayerBar(theme, window.player(), window.playerActions(), page));
  if (window.recordedRuns() != nullptr) {
    auto* offer = new InterruptedOffer(theme, *window.recordedRuns(), page);
    page->addNotice(offer);
    // A run has the page: the offer stands in the table of runs.
    QObject::connect(&session, &ExperimentSession::focusChanged, offer, &QWidget::hide);
    new OverlaysOnBoard(window.recordedRuns()->overlays(), page->board());
  }
  return page;
}

QWidget* makeLogPage(MainWindow& window, Theme& theme, ExperimentSession& session) {
  auto* page = new QWidget(&window);
  page->setObjectName(QStringLiteral("log_page"));
  auto* card = new QFrame(page);
  card->setProperty("card", true);
  auto* log = new LogView(theme, card);
  auto* inside = new QVBoxLayout(card);
  inside->setContentsMargins(10, 8, 4, 8);
  inside->addWidget(log);
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(14, 12, 14, 12);
  column->addWidget(card);
  QObject::connect(&session, &ExperimentSession::logged, log, &LogView::add);
  QObject::connect(&session, &ExperimentSession::logAmended, log, &LogView::amend);
  QObject::connect(&window.notices(), &Notices::logged, log, &LogView::add);
  return page;
}

}  // namespace

void addStandardPages(MainWindow& window, Theme& theme, ExperimentSession& session) {
  const QString settings = QLatin1String(kSettingsDock);
  const QString runs = QLatin1String(kRunsDock);
  window.addPage(QStringLiteral("run"), MainWindow::tr("Run"), makeRunPage(window, theme, session),
                 {settings, runs});
  window.addPage(QStringLiteral("log"), MainWindow::tr("Log"), makeLogPage(window, theme, session),
                 {});
  window.addKeyNote({MainWindow::tr("Everywhere"), MainWindow::tr("Tab, Shift+Tab"),
                     MainWindow::tr("To the next control, and back")});
  window.addKeyNote({MainWindow::tr("Everywhere"), MainWindow::tr("Alt+letter"),
                     MainWindow::tr("Opens the menu with this letter")});
  window.addKeyNote({MainWindow::tr("Everywhere"), MainWindow::tr("Esc"),
                     MainWindow::tr("Closes a dialog or a list")});
  window.addKeyNote(
      {MainWindow::tr("Table of runs"), MainWindow::tr("Space"),
       MainWindow::tr("Shows the selected runs on the charts, or hides them; on the row of the "
                      "present run it starts and pauses, as elsewhere")});
  window.addKeyNote(
      {MainWindow::tr("Table of runs"), MainWindow::tr("Enter"), MainWindow::tr("Opens the run")});
  window.addKeyNote({MainWindow::tr("Table of runs"), MainWindow::tr("F2, P, Del"),
                     MainWindow::tr("Renames it, pins it to the charts, deletes it")});
  window.addKeyNote({MainWindow::tr("Table of runs"), MainWindow::tr("C"),
                     MainWindow::tr("Compares the selected runs")});
  window.addKeyNote(
      {MainWindow::tr("Sliders"), MainWindow::tr("Left, Right"), MainWindow::tr("A small step")});
  window.addKeyNote({MainWindow::tr("Sliders"), MainWindow::tr("Page Up, Page Down"),
                     MainWindow::tr("A big step")});
  window.addKeyNote({MainWindow::tr("Sliders"), MainWindow::tr("Home, End"),
                     MainWindow::tr("To the smallest or largest value")});
}

namespace {

void saveStudyAsBundle(MainWindow& window, RecordedRuns& recorded, const QString& study,
                       const QStringList& runs) {
  RunLibrary& library = recorded.library();
  const auto folder = study::studyFile(library.workspace(), study.toStdString()).parent_path();
  askForBundle(
      &window, QStringLiteral("study.bundle.file"), study,
      [&library, runs, folder](const QString& path) { library.writeBundle(runs, path, {folder}); });
}

}  // namespace

void addStudyPage(MainWindow& window, Theme& theme, ExperimentSession& session) {
  auto* page = new StudyPage(theme, session, *window.studies(), *window.forecaster(), &window);
  window.addPage(QStringLiteral("study"), MainWindow::tr("Study"), page,
                 {QLatin1String(kSettingsDock)});
  QObject::connect(window.findChild<ExperimentPanel*>(), &ExperimentPanel::varied, page,
                   [&window, page](const QString& key) {
                     window.pages().show(QStringLiteral("study"));
                     page->vary(key);
                   });
  QObject::connect(page, &StudyPage::exportWanted, &window,
                   [&window](const QString& chart) { window.outputs().openStudyExport(chart); });
  page->setComparables([&window] { return comparablesOf(window); });
  constexpr int kUntilRead = 1500;  // ms; its study is read on another thread
  window.addScene({.name = QStringLiteral("study-results"),
                   .open = [&window]() -> QWidget* {
                     window.pages().show(QStringLiteral("study"));
                     return nullptr;
                   },
                   .settle_ms = kUntilRead});
  if (RecordedRuns* recorded = window.recordedRuns()) {
    QObject::connect(page, &StudyPage::runsWanted, recorded, &RecordedRuns::openRuns);
    QObject::connect(page, &StudyPage::bundleWanted, recorded,
                     [&window, recorded](const QString& study, const QStringList& runs) {
                       saveStudyAsBundle(window, *recorded, study, runs);
                     });
    // The table of runs, which says what was done with them, is not in sight on this page.
    QObject::connect(recorded, &RecordedRuns::notice, page, [&window](const QString& text) {
      if (window.pages().current() == QLatin1String("study")) {
        window.notices().inform(MainWindow::tr("Recorded runs"), text);
      }
    });
    // Runs that another program makes, deletes or ends.
    QObject::connect(&recorded->library(), &RunLibrary::changed, &page->studies(),
                     &StudySession::refresh);
    QObject::connect(&recorded->library(), &RunLibrary::changed, window.forecaster(),
                     &StudyForecaster::askAgain);
  }
}

void addComparePage(MainWindow& window, Theme& theme, const std::filesystem::path& workspace) {
  auto* page = new ComparePage(theme, workspace, &window);
  window.addPage(QStringLiteral("compare"), MainWindow::tr("Compare"), page,
                 {QLatin1String(kRunsDock)});
  QObject::connect(page, &ComparePage::exportWanted, &window,
                   [&window](const QString& chart) { window.outputs().openCompareExport(chart); });
  const auto compare = [&window, page](const QStringList& runs) {
    window.pages().show(QStringLiteral("compare"));
    page->compare(runs);
  };
  QObject::connect(window.findChild<RunCommands*>(), &RunCommands::compared, page, compare);
  QObject::connect(window.findChild<RunCommands*>(), &RunCommands::reported, &window,
                   [&window](const QStringList& runs) { window.outputs().openReportOn(runs); });
  if (auto* study = window.findChild<StudyPage*>()) {
    QObject::connect(study, &StudyPage::compareWanted, page, compare);
  }
  constexpr int kUntilCompared = 1500;  // ms; the runs are read on another thread
  window.addScene({.name = QStringLiteral("compare-runs"),
                   .open = [&window, compare]() -> QWidget* {
                     QStringList runs;
                     for (const RunRecord& run : window.recordedRuns()->library().runs()) {
                       if (run.problem.isEmpty() && run.stored == store::RunState::Finished) {
                         runs.prepend(run.id);  // the library has the newest first
                       }
                     }
                     compare(runs);
                     return nullptr;
                   },
                   .settle_ms = kUntilCompared});
}

namespace {

// What one of two models alone has right is looked at among the examples.
void linkComparedRows(MainWindow& window, ComparePage& compared, ExamplesPage& examples) {
  RecordedRuns* const recorded = window.recordedRuns();
  const auto awaited = std::make_shared<QString>();  // the run whose rows are to be shown
  QObject::connect(&compared, &ComparePage::rowsWanted, &examples,
                   [&examples, recorded, awaited](const QString& run,
                                                  const std::shared_ptr<const ChosenRows>& rows) {
                     *awaited = run;
                     examples.showRows(run, rows);
                     recorded->open(run);
                   });
  // Later than the window's own answer, which shows the page of the run.
  QObject::connect(
      recorded, &RecordedRuns::shown, &examples,
      [&window, awaited](const QString& run) {
        if (std::exchange(*awaited, QString()) == run) {
          window.pages().show(QStringLiteral("examples"));
        }
      },
      Qt::QueuedConnection);
}

}  // namespace

void addExamplesPage(MainWindow& window, Theme& theme, ExperimentSession& session,
                     ExamplesPage::Folders folders) {
  auto* page = new ExamplesPage(theme, session, std::move(folders), &window);
  window.addPage(QStringLiteral("examples"), MainWindow::tr("Examples"), page,
                 {QLatin1String(kSettingsDock)});
  if (auto* run = qobject_cast<RunPage*>(window.pages().page(QStringLiteral("run")))) {
    // Where the crosshair has gone, the latest evaluation is shown again.
    QObject::connect(&run->board(), &ChartBoard::crosshairMoved, page,
                     [page](double step, const QString& html) {
                       page->showStep(html.isEmpty() ? std::nan("") : step);
                     });
    QObject::connect(page, &ExamplesPage::latestWanted, &run->board(),
                     &ChartBoard::releaseCrosshair);
  }
  if (auto* compared = window.findChild<ComparePage*>()) {
    linkComparedRows(window, *compared, *page);
  }
}

}  // namespace w2s::ui
