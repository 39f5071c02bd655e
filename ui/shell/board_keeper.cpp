#include "ui/shell/board_keeper.h"

#include <utility>

#include "ui/bridge/loaded_run.h"
#include "ui/bridge/overlay_set.h"
#include "ui/bridge/run_shelf.h"
#include "ui/charts/chart_board.h"
#include "ui/shell/status_line.h"

namespace w2s::ui {
namespace {

const QString kBoard = QStringLiteral("charts/board");

}  // namespace

BoardKeeper::BoardKeeper(ChartBoard& board, StatusLine& status, RunShelf* shelf,
                         QSettings* settings)
    : QObject(&board), board_(board), shelf_(shelf) {
  connect(&board_, &ChartBoard::crosshairMoved, &status,
          [&status](double, const QString& html) { status.showCrosshair(html); });
  if (shelf_ != nullptr) {
    connect(&shelf_->overlays(), &OverlaySet::changed, this, &BoardKeeper::followOverlays);
    followOverlays();
  }
  if (settings != nullptr) {
    board_.restoreState(settings->value(kBoard).toByteArray());
    connect(&board_, &ChartBoard::stateChanged, this,
            [this, settings] { settings->setValue(kBoard, board_.saveState()); });
  }
}

void BoardKeeper::followOverlays() {
  std::vector<std::shared_ptr<const LoadedRun>> runs;
  std::vector<charts::Overlay> overlays;
  for (const OverlaySet::Item& item : shelf_->overlays().items()) {
    runs.push_back(item.run);
    overlays.push_back({.run = &item.run->series,
                        .label = item.label.toStdString(),
                        .color = item.color,
                        .pinned = item.pinned});
  }
  board_.setOverlays(std::move(overlays));
  runs_ = std::move(runs);  // those no longer shown go only now
}

}  // namespace w2s::ui
