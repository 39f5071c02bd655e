// The menu bar. Other parts add their actions to the menus they belong to.
#pragma once

#include <QList>
#include <QObject>

class QAction;
class QMenu;

namespace w2s::ui {

class MainWindow;
class RunActions;

class Menus : public QObject {
  Q_OBJECT

 public:
  Menus(MainWindow& window, RunActions& run_actions);

  QMenu* file = nullptr;
  QMenu* edit = nullptr;
  QMenu* run = nullptr;
  QMenu* view = nullptr;
  QMenu* help = nullptr;

 protected:
  bool eventFilter(QObject* object, QEvent* event) override;

 private:
  void addFile(RunActions& actions);
  void addRun(RunActions& actions);
  void addView(RunActions& actions);
  void addHelp();
  void listPages();

  MainWindow& window_;
  QAction* after_pages_ = nullptr;
  QList<QAction*> page_actions_;
};

}  // namespace w2s::ui
