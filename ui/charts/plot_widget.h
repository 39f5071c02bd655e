// One chart: draws ChartData and says what people do with it.
//
// Axes, labels, marks and the curves of other runs are laid out as in a figure (ui/draw/panel.h);
// Qt Charts draws the run's own curves between the layers of that scene. The picture is kept, and
// crosshair, dots and rubber band are painted over it. A hidden chart does nothing until it is
// shown.
//
// Keys, with the focus: left and right (Shift: ten, Ctrl: to the next mark), Home, End move the
// crosshair and pin it; + - zoom, 0 resets, L makes the y axis logarithmic, Return maximises;
// Escape takes the crosshair away. PlotGestures says what the mouse does; a click without a drag
// pins the crosshair or lets it go.
#pragma once

#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <vector>

#include <QChartView>
#include <QPixmap>
#include <QRectF>

#include "ui/charts/chart_data.h"
#include "ui/charts/plot_gestures.h"
#include "ui/charts/scale.h"
#include "ui/charts/ticks.h"
#include "ui/draw/panel.h"

namespace w2s::ui {

class Theme;
struct PlotContext;

class PlotWidget : public QChartView {
  Q_OBJECT

 public:
  using Source = std::function<charts::ChartData()>;

  PlotWidget(const Theme& theme, Source source, QWidget* parent = nullptr);
  ~PlotWidget() override;

  // Asks the source and draws; put off while hidden.
  void refresh();
  // Another run: ranges and zoom start afresh.
  void resetRanges();
  // Asks the source without drawing: the chart as it is seen, zoom included. Valid until the next
  // refresh.
  [[nodiscard]] charts::ChartData current();

  // Empty: everything.
  void setXZoom(const std::optional<charts::Range>& zoom);
  [[nodiscard]] const std::optional<charts::Range>& xZoom() const {
    return x_zoom_;
  }
  void setYZoom(const std::optional<charts::Range>& zoom);
  [[nodiscard]] const std::optional<charts::Range>& yZoom() const {
    return y_zoom_;
  }
  [[nodiscard]] bool isZoomed() const {
    return x_zoom_.has_value() || y_zoom_.has_value();
  }
  // Pinned: it stays where it is, and is drawn so.
  void setCrosshair(std::optional<double> x, bool pinned = false);
  [[nodiscard]] const std::optional<double>& crosshair() const {
    return crosshair_x_;
  }
  // Whether x is the run's course, so that crosshair and zoom can be shared.
  [[nodiscard]] bool isOverCourse() const {
    return content_.over_course;
  }
  [[nodiscard]] const charts::ChartData& content() const {
    return content_;
  }
  // Values under the crosshair, in colour; empty without.
  [[nodiscard]] QString crosshairHtml() const;
  // Room beside the title that a button takes.
  void setTitleMargin(double pixels);
  // The chart on the card's colour, for the clipboard.
  [[nodiscard]] QImage image(double scale);

  // In widget coordinates: where curves may be, and where their labels are.
  [[nodiscard]] QRectF plotRect() const;
  [[nodiscard]] std::vector<QRectF> labelRects() const;
  [[nodiscard]] std::size_t crosshairDots() const;
  // What is painted but the curves, in widget coordinates.
  [[nodiscard]] const draw::Panel& panel() const {
    return panel_;
  }
  // How often the part behind the curves was painted.
  [[nodiscard]] int backgroundCount() const {
    return background_count_;
  }
  [[nodiscard]] const charts::Frame& frame() const {
    return frame_;
  }
  [[nodiscard]] int refreshCount() const {
    return refresh_count_;
  }

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 Q_SIGNALS:
  // The pointer passes, or has left; the receiver sets the crosshair, here or everywhere.
  void crosshairWanted(std::optional<double> x);
  // By a key: it is to stay there; empty: it is to go.
  void crosshairPinned(std::optional<double> x);
  // By a click there.
  void crosshairClicked(double x);
  void xZoomWanted(const std::optional<w2s::ui::charts::Range>& zoom);
  void zoomChanged();
  void resetWanted();
  void logWanted();
  void maximiseWanted();
  void tableWanted();
  // All curves by their names, of which some have no room at their ends.
  void legendWanted();
  void copyWanted();
  void menuWanted(const QPoint& global);
  // +1: a place later on the page.
  void moveWanted(int places);
  void titleDragged(const QPoint& global);
  void titleDropped(const QPoint& global);

 protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  struct Parts;

  void reload();
  void draw();
  [[nodiscard]] draw::ChartAxes chooseAxes();
  void layOut();
  void paintBackground(double ratio);
  void paintLayers(QPainter& painter);
  [[nodiscard]] QString family() const;
  void apply(const Zoom& zoom);
  void placeCrosshair();
  void showBand(std::optional<QRectF> band);
  void describe();
  [[nodiscard]] bool isTitle(QPointF at) const;
  [[nodiscard]] bool isRestOfLegend(QPointF at) const;
  [[nodiscard]] QString markTextAt(QPointF at) const;
  [[nodiscard]] bool handleKey(const QKeyEvent& event);
  void walk(int direction, Qt::KeyboardModifiers modifiers);
  [[nodiscard]] PlotContext context() const;

  const Theme& theme_;
  Source source_;
  std::unique_ptr<Parts> parts_;
  charts::ChartData content_;
  charts::Frame frame_;
  charts::StickyRange y_range_;
  double y_bound_high_ = std::numeric_limits<double>::infinity();  // as last drawn
  draw::PanelStyle style_;
  draw::Palette palette_;
  draw::TextWidth text_width_;
  draw::Panel panel_;
  charts::Decimations decimations_;
  bool was_log_ = false;
  std::optional<charts::Range> x_zoom_;
  std::optional<charts::Range> y_zoom_;
  std::optional<double> crosshair_x_;
  bool crosshair_pinned_ = false;
  PlotGestures gestures_;
  QPixmap background_;                     // the scene behind the curves
  std::vector<draw::SceneShape> painted_;  // on it
  int background_count_ = 0;
  QPixmap picture_;
  bool picture_is_old_ = true;
  double label_width_ = 0.0;
  double title_margin_ = 0.0;
  bool empty_ = true;  // no curve has a value yet
  bool waits_for_show_ = true;
  int refresh_count_ = 0;
};

}  // namespace w2s::ui
