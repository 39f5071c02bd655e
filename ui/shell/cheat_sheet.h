// All keys of the window, by group: generated from the menus' actions, and from notes on keys that
// belong to no action (arrows on a chart, Tab).
#pragma once

#include <vector>

#include <QDialog>
#include <QString>

class QMenuBar;

namespace w2s::ui {

class Theme;

struct KeyNote {
  QString group;  // as a menu is called, or a name of its own
  QString keys;   // "Left, Right"
  QString text;
};

// Keys of all actions that can be reached from the menu bar, in its order, then the notes.
[[nodiscard]] std::vector<KeyNote> keysOf(const QMenuBar& bar, const std::vector<KeyNote>& notes);

class CheatSheet : public QDialog {
  Q_OBJECT

 public:
  CheatSheet(const Theme& theme, const std::vector<KeyNote>& keys, QWidget* parent);
};

}  // namespace w2s::ui
