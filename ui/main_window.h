// The window: menu, tool bar, settings, page and status bar put together. It knows no experiment.
#pragma once

#include <memory>
#include <vector>

#include <QMainWindow>
#include <QSettings>

#include "ui/pages/preset_chooser.h"

class QLabel;

namespace w2s::ui {

class ExperimentPanel;
class RunActions;
class RunController;
class RunPage;
class RunToolbar;
class Theme;

class MainWindow : public QMainWindow {
  Q_OBJECT

 public:
  struct Options {
    std::vector<PresetChoice> presets;    // at least one; the first is opened
    std::unique_ptr<QSettings> settings;  // geometry and theme; none: nothing is kept
    QString about;                        // versions and licences
  };

  MainWindow(Theme& theme, RunController& controller, Options options, QWidget* parent = nullptr);
  ~MainWindow() override;

  void choosePreset(int index);
  [[nodiscard]] RunActions& actions() {
    return *actions_;
  }

 protected:
  void closeEvent(QCloseEvent* event) override;
  bool eventFilter(QObject* object, QEvent* event) override;

 private:
  void makeMenus();
  void makeStatusBar();
  void refreshStatus();
  void askBeforeClosing();
  void stopThenClose(bool keep);
  void chooseTheme(int choice);
  void showShortcuts();
  void showAbout();

  Theme& theme_;
  RunController& controller_;
  Options options_;
  RunActions* actions_ = nullptr;
  RunToolbar* toolbar_ = nullptr;
  ExperimentPanel* panel_ = nullptr;
  RunPage* page_ = nullptr;
  QLabel* status_numbers_ = nullptr;
  QLabel* status_device_ = nullptr;
  bool closing_ = false;
};

}  // namespace w2s::ui
