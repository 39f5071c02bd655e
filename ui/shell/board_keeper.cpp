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

std::vector<KeyNote> chartKeys() {
  const QString group = BoardKeeper::tr("Charts");
  const auto note = [&](const QString& keys, const QString& text) {
    return KeyNote{.group = group, .keys = keys, .text = text};
  };
  return {
      note(BoardKeeper::tr("Left, Right"),
           BoardKeeper::tr("Crosshair to the next point; Shift: ten "
                           "points, Ctrl: the next mark")),
      note(BoardKeeper::tr("Home, End"), BoardKeeper::tr("Crosshair to the first or last point")),
      note(BoardKeeper::tr("+, -, 0"), BoardKeeper::tr("Zoom in, out, show everything")),
      note(BoardKeeper::tr("Wheel, Shift+wheel"), BoardKeeper::tr("Zoom along x or y")),
      note(BoardKeeper::tr("Drag, right drag"), BoardKeeper::tr("Zoom to a box, move the view")),
      note(BoardKeeper::tr("L"), BoardKeeper::tr("Logarithmic y axis")),
      note(BoardKeeper::tr("Return, Esc"), BoardKeeper::tr("Maximise the chart, and back")),
      note(BoardKeeper::tr("Ctrl+T"), BoardKeeper::tr("The chart's numbers as a table")),
      note(BoardKeeper::tr("Ctrl+C"), BoardKeeper::tr("Copies the chart as a picture")),
      note(BoardKeeper::tr("Ctrl+Shift+Left, Right"),
           BoardKeeper::tr("Moves the chart to an earlier or later place")),
  };
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
