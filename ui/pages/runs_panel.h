// The table of this session's runs, newest first.
#pragma once

#include <QWidget>

#include "ui/models/runs_model.h"

class QTableView;

namespace w2s::ui {

class RunController;
class Theme;

class RunsPanel : public QWidget {
  Q_OBJECT

 public:
  RunsPanel(const Theme& theme, RunController& controller, QWidget* parent = nullptr);

 private:
  void put();
  void restyle();
  [[nodiscard]] RunRecord record() const;

  const Theme& theme_;
  RunController& controller_;
  RunsModel* runs_;
  QTableView* table_;
};

}  // namespace w2s::ui
