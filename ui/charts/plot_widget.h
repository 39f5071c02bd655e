// Draws ChartData with Qt Charts: the one file that knows that library.
//
// Rules it keeps (each was measured): series get decimated points by replace(), never appended
// ones; ranges change seldom; no OpenGL, no animation; dashes only on two-point reference lines; a
// value that is not finite breaks the line; a hidden chart does nothing until it is shown. Labels
// stand at the curves' ends instead of in a legend.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include <QChartView>
#include <QRectF>

#include "ui/charts/chart_data.h"
#include "ui/charts/ticks.h"

class QGraphicsSimpleTextItem;
class QLineSeries;
class QValueAxis;

namespace w2s::ui {

class Theme;

class PlotWidget : public QChartView {
  Q_OBJECT

 public:
  using Source = std::function<charts::ChartData()>;

  PlotWidget(const Theme& theme, Source source, QWidget* parent = nullptr);
  ~PlotWidget() override;

  // Asks the source and draws; put off while hidden.
  void refresh();
  // Another run: ranges start afresh.
  void resetRanges();

  // In widget coordinates: where curves may be, and where their labels are.
  [[nodiscard]] QRectF plotRect() const;
  [[nodiscard]] std::vector<QRectF> labelRects() const;
  [[nodiscard]] int refreshCount() const {
    return refresh_count_;
  }

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  struct Items;

  void draw(const charts::ChartData& content);
  void layOut(const charts::ChartData& content, const charts::Ticks& y_ticks);
  void drawCurves(const charts::ChartData& content);
  void drawReferences(const charts::ChartData& content);
  void drawTicks(const charts::ChartData& content, const charts::Ticks& y_ticks);
  void drawMarkers(const charts::ChartData& content);
  void drawLabels(const charts::ChartData& content);
  void drawTexts(const charts::ChartData& content);
  void describe(const charts::ChartData& content);
  QLineSeries* lineAt(std::size_t index);
  [[nodiscard]] QPointF toScene(double x, double y) const;

  const Theme& theme_;
  Source source_;
  std::unique_ptr<Items> items_;
  QValueAxis* x_axis_ = nullptr;
  QValueAxis* y_axis_ = nullptr;
  std::vector<QLineSeries*> lines_;
  std::vector<QLineSeries*> reference_lines_;
  charts::StickyRange y_range_;
  charts::Ticks y_ticks_;
  double x_high_ = 0.0;
  QRectF plot_;
  double label_width_ = 0.0;
  bool empty_ = true;  // no curve has a value yet
  bool waits_for_show_ = true;
  int refresh_count_ = 0;
};

}  // namespace w2s::ui
