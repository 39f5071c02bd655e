// Ties a board of charts to the window around it: the crosshair's values in the status bar,
// arrangement and view in the settings.
#pragma once

#include <vector>

#include <QObject>
#include <QSettings>

#include "ui/shell/cheat_sheet.h"

namespace w2s::ui {

class ChartBoard;
class StatusLine;

class BoardSettings : public QObject {
  Q_OBJECT

 public:
  // `settings` may be null.
  BoardSettings(ChartBoard& board, StatusLine& status, QSettings* settings);
};

// What the keys and the mouse do on a chart.
[[nodiscard]] std::vector<KeyNote> chartKeys();

}  // namespace w2s::ui
