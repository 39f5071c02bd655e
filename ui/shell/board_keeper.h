// Ties a board of charts to the window around it: overlays from the shelf of runs, the crosshair's
// values in the status bar, arrangement and view in the settings.
#pragma once

#include <memory>
#include <vector>

#include <QObject>
#include <QSettings>

#include "ui/shell/cheat_sheet.h"

namespace w2s::ui {

class ChartBoard;
class RunShelf;
class StatusLine;
struct LoadedRun;

class BoardKeeper : public QObject {
  Q_OBJECT

 public:
  // `shelf` and `settings` may be null.
  BoardKeeper(ChartBoard& board, StatusLine& status, RunShelf* shelf, QSettings* settings);

 private:
  void followOverlays();

  ChartBoard& board_;
  RunShelf* shelf_;
  // What the board borrows from.
  std::vector<std::shared_ptr<const LoadedRun>> runs_;
};

// What the keys and the mouse do on a chart.
[[nodiscard]] std::vector<KeyNote> chartKeys();

}  // namespace w2s::ui
