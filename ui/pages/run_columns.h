// Which columns the table of runs shows, and how wide they are: the usual ones, those that a person
// chose (menu of the header), and in a narrow panel fewer, those first that tell the least.
#pragma once

#include <map>

#include <QObject>
#include <QString>
#include <QStringList>

class QMenu;
class QTableView;

namespace w2s::ui {

class RunsModel;
class Theme;

class RunColumns : public QObject {
  Q_OBJECT

 public:
  // A child of the table, whose model is a proxy of `runs`.
  RunColumns(const Theme& theme, const RunsModel& runs, QTableView& table);

  // Shows, hides and sizes them for the table's present width.
  void fit();
  // What can be chosen, filled when it opens. Owned by the table.
  [[nodiscard]] QMenu* menu() const {
    return menu_;
  }
  // Chosen and left-out columns by RunsModel::keyOf, and the order: "+agreement", "-method",
  // "sort student descending". Keys that no column has now are kept.
  [[nodiscard]] QStringList state() const;
  void restore(const QStringList& state);

 Q_SIGNALS:
  void changed();  // state() has another answer

 private:
  void fillMenu();
  void addChoice(QMenu& menu, int column);
  void choose(const QString& key, bool shown);
  [[nodiscard]] bool isWanted(int column) const;
  [[nodiscard]] bool isUsual(int column) const;
  [[nodiscard]] int written(int column) const;
  [[nodiscard]] int columnOf(const QString& key) const;  // -1: none has it

  const Theme& theme_;
  const RunsModel& runs_;
  QTableView& table_;
  QMenu* menu_;
  std::map<QString, bool> chosen_;  // by key: shown or left out, whatever is usual
  bool restoring_ = false;
};

}  // namespace w2s::ui
