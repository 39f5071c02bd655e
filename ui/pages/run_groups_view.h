// The table of runs by groups (ui/models/run_groups.h), in the place of the single runs, and the menu
// that chooses how they are grouped. Enter and a double click show the runs of a group.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <vector>

#include <QTableView>
#include <QTimer>

#include "ui/models/run_groups.h"

class QMenu;
class QSortFilterProxyModel;

namespace w2s::ui {

class RunsModel;
class RunsProxy;
class Theme;

class RunGroupsView : public QTableView {
  Q_OBJECT

 public:
  // Groups the runs that `shown` lets through, whose source is `runs`.
  RunGroupsView(const Theme& theme, const RunsModel& runs, const RunsProxy& shown,
                QWidget* parent = nullptr);

  [[nodiscard]] QMenu* menu() const {
    return menu_;
  }
  [[nodiscard]] bool isOn() const {
    return is_on_;
  }
  [[nodiscard]] int groupCount() const {
    return groups_->rowCount();
  }
  void turnOff();

 Q_SIGNALS:
  void turned(bool on);
  void counted();  // groupCount() may have another answer
  // What the filter has to ask for.
  void opened(const QString& filter);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void fillMenu();
  void turnOn(std::set<std::string> keys);
  void group();
  void open(const QModelIndex& index);
  void restyle();

  const Theme& theme_;
  const RunsModel& runs_;
  const RunsProxy& shown_;
  RunGroupsModel* groups_;
  QSortFilterProxyModel* sorted_;
  QMenu* menu_;
  bool is_on_ = false;
  std::set<std::string> keys_;  // of settings; empty: by experiment
  QTimer soon_;                 // however much changed in this turn of the event loop, grouped once
};

}  // namespace w2s::ui
