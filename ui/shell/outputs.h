// What leaves the window: figures and tables as files, and the presenter view on a projector.
#pragma once

#include <vector>

#include <QAction>
#include <QObject>
#include <QPointer>

class QSettings;

namespace w2s::ui {

class ChartBoard;
class ExportDialog;
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
  // Over a whole screen: the second one where there is one. Once more: leaves.
  void togglePresenter();
  void openPresenterWindow();

 private:
  PresenterWindow& presenter();
  [[nodiscard]] std::vector<QAction*> actionsOfTheShow();

  MainWindow& window_;
  Theme& theme_;
  ExperimentSession& session_;
  QSettings* settings_;
  QPointer<const ChartBoard> board_;
  QPointer<ExportDialog> dialog_;
  QPointer<ExportDialog> study_dialog_;
  QPointer<ExportDialog> compare_dialog_;
  QPointer<PresenterWindow> presenter_;
};

}  // namespace w2s::ui
