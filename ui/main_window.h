// The window: menus, tool bar, pages, panels and status bar put together. It knows no experiment.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include <QMainWindow>
#include <QPointer>
#include <QSettings>

#include "ui/bridge/study_forecaster.h"
#include "ui/bridge/study_session.h"
#include "ui/pages/preset_chooser.h"
#include "ui/shell/about_dialog.h"
#include "ui/shell/cheat_sheet.h"
#include "ui/shell/scene.h"

namespace w2s::ui {

class Appearance;
class CloseQuestion;
class ConfigFiles;
class Docks;
class SessionRestore;
class HeadRow;
class ExperimentPanel;
class Menus;
class HelpWindow;
class Notices;
class Outputs;
class PageHost;
class PlayerActions;
class RunActions;
class RunPlayer;
class ExperimentSession;
class RecordedRuns;
class RunToolbar;
class StatusLine;
class Tour;
class Theme;

class MainWindow : public QMainWindow {
  Q_OBJECT

 public:
  struct Options {
    std::vector<SettingsBasis> presets;   // at least one; the first is opened
    bool first_asked_for = false;         // even where other settings are remembered
    std::unique_ptr<QSettings> settings;  // layout, looks, files, experiment; none: not kept
    QString settings_note;                // what was wrong with them; empty: nothing
    QString about;                        // versions, rich text
    AboutDialog::ListDevices list_devices;
    std::filesystem::path workspace = {};       // whose runs are listed; empty: this session's only
    std::filesystem::path data_folder = {};     // of the data sets; empty: the usual places
    StudySession::MakeRunner make_runner = {};  // of a study's runs; empty: no page of studies
    StudyForecaster::Ask forecast = {};         // what a study takes; empty: it is not told
  };

  MainWindow(Theme& theme, ExperimentSession& session, Options options, QWidget* parent = nullptr);
  ~MainWindow() override;

  // A page of the window, before the log. `docks`: ids of the panels beside it.
  void addPage(const QString& id, const QString& title, QWidget* page, const QStringList& docks);
  // An entry of the tool bar's list. Like openConfig() a step of the settings' history.
  void choosePreset(int index);
  // A configuration from a file: a new first entry of the list, chosen. The same file replaces it.
  void openConfig(const config::ExperimentConfig& config, const QString& path);
  // A study's file, on its page.
  void openStudy(const QString& path);
  // A key that belongs to no action, for the list of keys.
  void addKeyNote(const KeyNote& note);
  // Something that pictures of the window should show.
  void addScene(const Scene& scene);
  [[nodiscard]] const std::vector<Scene>& scenes() const {
    return scenes_;
  }

  [[nodiscard]] PageHost& pages() {
    return *pages_;
  }
  [[nodiscard]] Docks& docks() {
    return *docks_;
  }
  [[nodiscard]] Appearance& appearance() {
    return *appearance_;
  }
  // In the first line, beside the pages' tabs.
  [[nodiscard]] QMenuBar* menuBar() const;
  [[nodiscard]] Menus& menus() {
    return *menus_;
  }
  // Export and presenter view.
  [[nodiscard]] Outputs& outputs() {
    return *outputs_;
  }
  [[nodiscard]] ConfigFiles& files() {
    return *files_;
  }
  [[nodiscard]] Notices& notices() {
    return *notices_;
  }
  [[nodiscard]] StatusLine& statusLine() {
    return *status_;
  }
  // What the workspace has recorded; null without a workspace.
  [[nodiscard]] RecordedRuns* recordedRuns() {
    return recorded_;
  }
  // Null where there is no page of studies.
  [[nodiscard]] StudyForecaster* forecaster() {
    return forecaster_;
  }
  [[nodiscard]] StudySession* studies() {
    return studies_;
  }
  [[nodiscard]] RunActions& actions() {
    return *actions_;
  }
  // Of recorded runs.
  [[nodiscard]] RunPlayer& player() {
    return *player_;
  }
  [[nodiscard]] PlayerActions& playerActions() {
    return *player_actions_;
  }

 public Q_SLOTS:
  // Panels, and the window's size where it is smaller than the first one, as at the first start.
  void resetLayout();
  void showAbout();
  void showKeys();
  // Help on the widget, else on what is under the mouse, else the first steps. Null: no widget.
  void showHelpOn(const QWidget* widget);
  // A page by its id (ui/shell/help_pages.h); empty: the first steps.
  void showHelp(const QString& page);
  // Five steps over the window (ui/shell/tour.h).
  void showTour();
  void openWorkspace();
  // As closing the window does.
  void saveLayout();

 protected:
  void closeEvent(QCloseEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  void makeHeader();
  void makeDocks();
  void connectFiles();
  void useRecorded();
  void beginSettings();
  void refuseStudy(const Error& error);
  void restoreLayout();

  Theme& theme_;
  ExperimentSession& session_;
  Options options_;
  PageHost* pages_ = nullptr;
  Docks* docks_ = nullptr;
  Appearance* appearance_ = nullptr;
  ConfigFiles* files_ = nullptr;
  Notices* notices_ = nullptr;
  Menus* menus_ = nullptr;
  Outputs* outputs_ = nullptr;
  RecordedRuns* recorded_ = nullptr;
  StudySession* studies_ = nullptr;
  StudyForecaster* forecaster_ = nullptr;
  RunActions* actions_ = nullptr;
  RunPlayer* player_ = nullptr;
  PlayerActions* player_actions_ = nullptr;
  RunToolbar* toolbar_ = nullptr;
  ExperimentPanel* panel_ = nullptr;
  SessionRestore* restore_ = nullptr;
  HeadRow* head_ = nullptr;
  StatusLine* status_ = nullptr;
  CloseQuestion* close_question_ = nullptr;
  QString study_file_;  // that is being opened
  std::vector<KeyNote> key_notes_;
  std::vector<Scene> scenes_;
  QPointer<HelpWindow> help_;
  QPointer<Tour> tour_;
  bool needs_first_sizes_ = true;
};

}  // namespace w2s::ui
