#include "ui/pages/overlays_on_board.h"

#include "ui/charts/chart_board.h"

namespace w2s::ui {

OverlaysOnBoard::OverlaysOnBoard(const OverlaySet& overlays, ChartBoard& board)
    : QObject(&board), overlays_(overlays), board_(board) {
  connect(&overlays_, &OverlaySet::changed, this, &OverlaysOnBoard::refresh);
  refresh();
}

void OverlaysOnBoard::refresh() {
  std::vector<OverlaySet::Item> items = overlays_.items();
  std::vector<charts::Overlay> overlays;
  for (const OverlaySet::Item& item : items) {
    overlays.push_back({.run = &item.run->series,
                        .label = item.label.toStdString(),
                        .color = item.color,
                        .pinned = item.pinned});
  }
  charts::setApart(overlays);
  board_.setOverlays(std::move(overlays));
  held_ = std::move(items);  // the earlier ones are let go when nobody borrows them any more
}

}  // namespace w2s::ui
