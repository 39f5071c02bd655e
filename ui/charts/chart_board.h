// The charts of a page: owns them, their arrangement and what they share (view, crosshair, zoom).
// Give it a run and the runs laid over it; call refresh() when any of them changed.
//
// Runs are borrowed: they must live until the next setRun or setOverlays that leaves them out, and
// refresh() must follow every change of their series within the same turn of the event loop. The
// window's thread.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include <QWidget>

#include "ui/charts/run_charts.h"

namespace w2s::ui {

class PlotWidget;
class Theme;

class ChartBoard : public QWidget {
  Q_OBJECT

 public:
  explicit ChartBoard(const Theme& theme, QWidget* parent = nullptr);
  ~ChartBoard() override;

  // Another run: ranges start afresh. Null: empty charts.
  void setRun(const RunSeries* run);
  [[nodiscard]] const RunSeries* run() const {
    return run_;
  }
  void setOverlays(std::vector<charts::Overlay> overlays);
  [[nodiscard]] const std::vector<charts::Overlay>& overlays() const {
    return overlays_;
  }
  void refresh();

  // All charts there are, shown or not, in the order of makeRunCharts.
  [[nodiscard]] const std::vector<std::unique_ptr<charts::RunChart>>& charts() const {
    return charts_;
  }
  // What the chart shows at present, zoom included; borrows nothing. An unknown id: empty data.
  [[nodiscard]] charts::ChartData data(std::string_view id);

 private:
  [[nodiscard]] charts::ChartInput input() const;

  const Theme& theme_;
  const RunSeries* run_ = nullptr;
  std::vector<charts::Overlay> overlays_;
  std::vector<std::unique_ptr<charts::RunChart>> charts_;
  std::vector<PlotWidget*> plots_;  // of charts_, one each
};

}  // namespace w2s::ui
