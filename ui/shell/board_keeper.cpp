#include "ui/shell/board_keeper.h"

#include "ui/charts/chart_board.h"
#include "ui/shell/status_line.h"

namespace w2s::ui {
namespace {

const QString kBoard = QStringLiteral("charts/board");

}  // namespace

BoardKeeper::BoardKeeper(ChartBoard& board, StatusLine& status, QSettings* settings)
    : QObject(&board) {
  connect(&board, &ChartBoard::crosshairMoved, &status,
          [&status](double, const QString& html) { status.showCrosshair(html); });
  if (settings != nullptr) {
    board.restoreState(settings->value(kBoard).toByteArray());
    connect(&board, &ChartBoard::stateChanged, this,
            [&board, settings] { settings->setValue(kBoard, board.saveState()); });
  }
}

std::vector<KeyNote> chartKeys() {
  const QString group = BoardKeeper::tr("Charts");
  const auto note = [&](const QString& keys, const QString& text) {
    return KeyNote{.group = group, .keys = keys, .text = text};
  };
  return {
      note(BoardKeeper::tr("Click"),
           BoardKeeper::tr("Pins the crosshair at a step, for the Examples page too; another click "
                           "or Esc lets it go")),
      note(BoardKeeper::tr("Left, Right"),
           BoardKeeper::tr("Crosshair to the next point, pinned there; Shift: ten "
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

}  // namespace w2s::ui
