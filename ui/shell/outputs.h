// What leaves the window: figures, tables and reports as files, and the presenter view on a projector.
#pragma once

#include <map>
#include <memory>
#include <vector>

#include <QAction>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QStringList>

class QSettings;

namespace w2s::ui {

class ChartBoard;
class ExportDialog;
class FigureSubject;
class MainWindow;
class PresenterWindow;
class ExperimentSession;
class Theme;

class Outputs : public QObject {
  Q_OBJECT

 public:
  // Offers itself for the actions of menu and tool bar. `settings` may be null.
  Outputs(MainWindow& window, Theme& theme, ExperimentSession& session, QSettings* settings);
  ~Outputs() override;

  // Figures show what these charts show.
  void setBoard(const ChartBoard& board);

  QAction present_window;  // export and present are among the window's actions

 public Q_SLOTS:
  // With the name of a chart that one alone is chosen.
  void openExport(const QString& chart = {});
  // Of the study in sight.
  void openStudyExport(const QString& chart = {});
  // Of what is compared.
  void openCompareExport(const QString& chart = {});
  // On what the page in sight shows.
  void openReport();
  // On recorded runs, whatever is in sight; they are read first.
  void openReportOn(const QStringList& runs);
  // Over a whole screen: the second one where there is one. Once more: leaves.
  void togglePresenter();
  void openPresenterWindow();

 private:
  enum class Leaving { Figure, Report };
  // Null: there is nothing of the kind.
  ExportDialog* dialogOfRuns(Leaving what);
  ExportDialog* dialogOfStudy(Leaving what);
  ExportDialog* dialogOfComparison(Leaving what);
  // Of the page in sight.
  ExportDialog* dialogInSight(Leaving what);
  ExportDialog* makeDialog(const QString& name, Leaving what,
                           std::unique_ptr<FigureSubject> subject);
  PresenterWindow& presenter();
  [[nodiscard]] std::vector<QAction*> actionsOfTheShow();

  MainWindow& window_;
  Theme& theme_;
  ExperimentSession& session_;
  QSettings* settings_;
  QPointer<const ChartBoard> board_;
  std::map<QString, QPointer<ExportDialog>> dialogs_;  // by their names
  QPointer<PresenterWindow> presenter_;
};

}  // namespace w2s::ui
