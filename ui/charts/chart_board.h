// The charts of a page: owns them, their arrangement and what they share (view, crosshair, zoom).
// Give it a run and the runs laid over it; call refresh() when any of them changed.
//
// Runs are borrowed: they must live until the next setRun or setOverlays that leaves them out, and
// refresh() must follow every change of their series within the same turn of the event loop. The
// window's thread.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <QByteArray>
#include <QWidget>

#include "ui/charts/board_state.h"
#include "ui/charts/run_charts.h"

class QGridLayout;
class QScrollArea;

namespace w2s::ui {

class BoardTools;
class ChartCard;
class PlotWidget;
class Theme;

class ChartBoard : public QWidget {
  Q_OBJECT

 public:
  explicit ChartBoard(const Theme& theme, QWidget* parent = nullptr);
  ~ChartBoard() override;

  // Another run: ranges and zoom start afresh. Null: empty charts.
  void setRun(const RunSeries* run);
  [[nodiscard]] const RunSeries* run() const {
    return run_;
  }
  // With the run, those that differ from it in their seed alone (ChartInput::seeds).
  void setSeeds(std::vector<const RunSeries*> seeds);
  [[nodiscard]] bool hasSeveralSeeds() const {
    return seeds_.size() > 1;
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
  // How the chart looks at runs: for a presenter or a figure that wants to look alike.
  [[nodiscard]] charts::ChartView view(std::string_view id) const;

  // How it is zoomed. Null: there is no such chart.
  [[nodiscard]] const PlotWidget* plot(std::string_view id) const;

  // Arrangement and view; saved and restored as one value.
  [[nodiscard]] const charts::BoardState& state() const {
    return state_;
  }
  void setState(const charts::BoardState& state);
  [[nodiscard]] QByteArray saveState() const;
  // What cannot be read stays as it is. False: nothing could.
  bool restoreState(const QByteArray& saved);
  // As at the first start.
  void resetState();

  // One chart alone; empty: all. Unknown or hidden ids are ignored.
  void setMaximised(std::string_view id);
  [[nodiscard]] std::string_view maximised() const {
    return maximised_;
  }

  // Of the run's course, in the units of the x axis; empty: none. Unless it is pinned it goes with
  // the pointer.
  void setCrosshair(std::optional<double> x);
  [[nodiscard]] bool isCrosshairPinned() const {
    return pinned_;
  }
  // The crosshair goes, pinned or not.
  void releaseCrosshair();
  [[nodiscard]] std::optional<double> crosshairStep() const;
  [[nodiscard]] bool isZoomed() const;
  void resetView();

  // A row of small controls for the page to place: charts, axis, smoothing, reset.
  [[nodiscard]] QWidget* tools() const;

 Q_SIGNALS:
  // `html`: the values there in their colours, for the status bar; empty: the crosshair has gone.
  // `step` NaN: of no step (the pointer is over a chart of one moment).
  void crosshairMoved(double step, const QString& html);
  // Empty: back to all.
  void maximisedChanged(const QString& id);
  void exportRequested(const QString& id);
  // Something saveState() keeps has changed.
  void stateChanged();
  void zoomChanged();

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  [[nodiscard]] charts::ChartInput input(std::string_view id) const;
  [[nodiscard]] ChartCard* card(std::string_view id) const;
  [[nodiscard]] ChartCard* cardAt(const QPoint& global) const;
  void connectCard(ChartCard& card);
  void arrange();
  void setRowHeights(int rows);
  void moveCrosshair(PlotWidget& plot, std::optional<double> x);
  void pin(PlotWidget& plot, std::optional<double> x);
  void togglePin(PlotWidget& plot, double x);
  void zoom(PlotWidget& plot, const std::optional<charts::Range>& x);
  void reportCrosshair(const PlotWidget& plot);
  void moveChart(const QString& id, int places);
  void dropChart(const QString& id, const QPoint& global);

  const Theme& theme_;
  const RunSeries* run_ = nullptr;
  std::vector<const RunSeries*> seeds_;
  std::vector<charts::Overlay> overlays_;
  std::vector<std::unique_ptr<charts::RunChart>> charts_;
  std::vector<ChartCard*> cards_;  // of charts_, one each
  charts::BoardState state_;
  std::string maximised_;
  std::pair<std::vector<std::string>, int> arranged_;  // ids and columns in the grid
  std::optional<double> crosshair_x_;
  bool pinned_ = false;
  const PlotWidget* followed_ = nullptr;  // whose crosshair it is
  QScrollArea* scroll_ = nullptr;
  QWidget* page_ = nullptr;
  QGridLayout* grid_ = nullptr;
  BoardTools* tools_ = nullptr;
};

}  // namespace w2s::ui
