// Lays the shown runs of an overlay set over a board of charts, and keeps their series alive as
// long as the board borrows them.
#pragma once

#include <vector>

#include <QObject>

#include "ui/bridge/overlay_set.h"

namespace w2s::ui {

class ChartBoard;

class OverlaysOnBoard : public QObject {
  Q_OBJECT

 public:
  // A child of the board.
  OverlaysOnBoard(const OverlaySet& overlays, ChartBoard& board);

 private:
  void refresh();

  const OverlaySet& overlays_;
  ChartBoard& board_;
  std::vector<OverlaySet::Item> held_;
};

}  // namespace w2s::ui
