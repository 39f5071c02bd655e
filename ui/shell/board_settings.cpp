#include "ui/shell/board_settings.h"

#include "ui/charts/chart_board.h"
#include "ui/shell/status_line.h"

namespace w2s::ui {
namespace {

const QString kBoard = QStringLiteral("charts/board");

}  // namespace

BoardSettings::BoardSettings(ChartBoard& board, StatusLine& status, QSettings* settings)
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
  const QString group = BoardSettings::tr("Charts");
  const auto note = [&](const QString& keys, const QString& text) {
    return KeyNote{.group = group, .keys = keys, .text = text};
  };
  return {
      note(BoardSettings::tr("Click"),
           BoardSettings::tr(
               "Pins the crosshair at a step, for the Examples page too; another click "
               "or Esc lets it go")),
      note(BoardSettings::tr("Left, Right"),
           BoardSettings::tr("Crosshair to the next point, pinned there; Shift: ten "
                             "points, Ctrl: the next mark")),
      note(BoardSettings::tr("Home, End"),
           BoardSettings::tr("Crosshair to the first or last point")),
      note(BoardSettings::tr("+, -, 0"), BoardSettings::tr("Zoom in, out, show everything")),
      note(BoardSettings::tr("Wheel, Shift+wheel"), BoardSettings::tr("Zoom along x or y")),
      note(BoardSettings::tr("Drag, right drag"),
           BoardSettings::tr("Zoom to a box, move the view")),
      note(BoardSettings::tr("L"), BoardSettings::tr("Logarithmic y axis")),
      note(BoardSettings::tr("Return, Esc"), BoardSettings::tr("Maximise the chart, and back")),
      note(BoardSettings::tr("Ctrl+T"), BoardSettings::tr("The chart's numbers as a table")),
      note(BoardSettings::tr("Ctrl+C"), BoardSettings::tr("Copies the chart as a picture")),
      note(BoardSettings::tr("Ctrl+Shift+Left, Right"),
           BoardSettings::tr("Moves the chart to an earlier or later place")),
  };
}

}  // namespace w2s::ui
