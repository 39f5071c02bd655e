// The commands of the table of runs as actions with keys, and the context menu made of them. They
// act on the rows that are selected; which of them can be followed is known when the selection or
// the run in progress changes.
#pragma once

#include <functional>
#include <vector>

#include <QAction>
#include <QObject>
#include <QStringList>

class QMenu;
class QWidget;

namespace w2s::ui {

class RecordedRuns;
class Theme;

class RunCommands : public QObject {
  Q_OBJECT

 public:
  // `selected`: the ids of the selected rows, the current one first. `rename` begins editing the
  // current row's name. Keys work while `table` has the focus.
  RunCommands(const Theme& theme, RecordedRuns& recorded, QWidget* table,
              std::function<QStringList()> selected, std::function<void()> rename);

  // Enables what can be followed now.
  void refresh();
  // Shown at once and deleted when it closes.
  void popUp(const QPoint& at);
  void popUpColors(const QStringList& ids, const QPoint& at);
  void toggleShown();

 Q_SIGNALS:
  // These runs are to be set beside each other.
  void compared(const QStringList& ids);
  // A report on these runs is wanted.
  void reported(const QStringList& ids);

 private:
  QAction* add(const char* name, const QString& text, const QString& tip, const QKeySequence& key,
               std::function<void()> action);
  void fillColors(QMenu& menu, const QStringList& ids);
  void askForNote();
  void askForSteps();
  void askForTags();
  void saveBundle();
  // Tags that each of these runs has.
  [[nodiscard]] QStringList commonTags(const QStringList& ids) const;
  [[nodiscard]] QString current() const;

  const Theme& theme_;
  RecordedRuns& recorded_;
  QWidget* table_;
  std::function<QStringList()> selected_;
  QAction* open_;
  QAction* open_seeds_;
  QAction* play_;
  QAction* show_;
  QAction* compare_;
  QAction* pin_;
  QAction* rename_;
  QAction* note_;
  QAction* star_;
  QAction* tags_;
  QAction* archive_;
  QAction* resume_;
  QAction* extend_;
  QAction* replay_;
  QAction* report_;
  QAction* bundle_;
  QAction* remove_;
};

}  // namespace w2s::ui
