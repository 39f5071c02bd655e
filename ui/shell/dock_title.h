// The title of a dock: its name, and buttons to float and to close it. Can be dragged as usual.
#pragma once

#include <QWidget>

class QDockWidget;
class QLabel;
class QToolButton;

namespace w2s::ui {

class Theme;

class DockTitle : public QWidget {
  Q_OBJECT

 public:
  DockTitle(const Theme& theme, QDockWidget* dock);

  // Something small that belongs to the panel, before the buttons.
  void addTool(QWidget* tool);

 private:
  void restyle();

  const Theme& theme_;
  QDockWidget* dock_;
  QLabel* name_;
  QToolButton* float_;
  QToolButton* close_;
};

}  // namespace w2s::ui
