#include "ui/charts/plot_widget.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <QAccessible>
#include <QGraphicsLayout>
#include <QPainter>

#include "ui/charts/decimate.h"
#include "ui/charts/plot_axes.h"
#include "ui/charts/plot_crosshair.h"
#include "ui/charts/plot_curves.h"
#include "ui/charts/plot_items.h"
#include "ui/charts/plot_labels.h"
#include "ui/charts/plot_marks.h"
#include "ui/charts/plot_title.h"
#include "ui/charts/plot_words.h"
#include "ui/charts/reading.h"
#include "ui/theme/theme.h"

namespace w2s::ui {

struct PlotWidget::Parts {
  explicit Parts(QChart* chart)
      : curves(chart), axes(chart), marks(chart), labels(chart), title(chart) {}
  PlotCurves curves;
  PlotAxes axes;
  PlotMarks marks;
  PlotLabels labels;
  PlotTitle title;
  PlotCrosshair crosshair;
};

PlotWidget::PlotWidget(const Theme& theme, Source source, QWidget* parent)
    : QChartView(parent), theme_(theme), source_(std::move(source)) {
  setFrameShape(QFrame::NoFrame);
  setRenderHint(QPainter::Antialiasing);
  setBackgroundBrush(Qt::NoBrush);
  viewport()->setAutoFillBackground(false);
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  viewport()->setMouseTracking(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

  chart()->setBackgroundVisible(false);
  chart()->setAnimationOptions(QChart::NoAnimation);
  chart()->legend()->hide();
  chart()->setMargins({});
  chart()->layout()->setContentsMargins(0, 0, 0, 0);
  parts_ = std::make_unique<Parts>(chart());
  // The library lays its items out when it likes: the picture follows.
  connect(scene(), &QGraphicsScene::changed, this, [this] {
    picture_is_old_ = true;
    viewport()->update();
  });
  connect(&theme_, &Theme::changed, this, [this] {
    label_width_ = 0.0;
    refresh();
  });
}

PlotWidget::~PlotWidget() = default;

QSize PlotWidget::sizeHint() const {
  return {theme_.px(360), theme_.px(210)};
}

QSize PlotWidget::minimumSizeHint() const {
  return {theme_.px(220), theme_.px(110)};
}

QRectF PlotWidget::plotRect() const {
  return mapFromScene(chart()->mapToScene(context().plot()).boundingRect()).boundingRect();
}

std::vector<QRectF> PlotWidget::labelRects() const {
  std::vector<QRectF> rects;
  for (const PlotLabel* label : parts_->labels.items()) {
    if (label->isVisible()) {
      rects.push_back(mapFromScene(label->sceneBoundingRect()).boundingRect());
    }
  }
  return rects;
}

std::size_t PlotWidget::crosshairDots() const {
  return parts_->crosshair.dotCount();
}

PlotContext PlotWidget::context() const {
  return {
      .theme = theme_, .data = content_, .frame = frame_, .size = QSizeF(size()), .empty = empty_};
}

void PlotWidget::resetRanges() {
  y_range_.reset();
  label_width_ = 0.0;
  x_zoom_.reset();
  y_zoom_.reset();
  crosshair_x_.reset();
}

void PlotWidget::refresh() {
  waits_for_show_ = !isVisible();
  if (waits_for_show_ || width() < 80 || height() < 60) {
    // What was borrowed may be gone before the chart is seen again.
    content_.curves.clear();
    return;
  }
  reload();
  draw();
}

void PlotWidget::reload() {
  content_ = source_();
}

charts::ChartData PlotWidget::current() {
  reload();
  charts::ChartData data = charts::detached(content_);
  if (x_zoom_) {
    data.x_low = x_zoom_->low;
    data.x_high = x_zoom_->high;
  }
  data.y_window = y_zoom_;
  return data;
}

void PlotWidget::draw() {
  ++refresh_count_;
  empty_ = endsOf(content_).empty();
  if (content_.log_y != was_log_) {
    was_log_ = content_.log_y;
    y_range_.reset();
    y_zoom_.reset();
  }
  const charts::Ticks& y_ticks = chooseRanges();
  layOut(y_ticks);
  const PlotContext now = context();
  const std::size_t missing = content_.log_y ? charts::notPositive(content_) : 0;
  parts_->title.draw(now, title_margin_,
                     missing > 0
                         ? tr("%n value(s) \u2264 0 not shown", nullptr, static_cast<int>(missing))
                         : QString());
  parts_->axes.draw(now, y_ticks);
  parts_->curves.draw(now);
  parts_->marks.draw(now);
  parts_->labels.draw(now);
  placeCrosshair();
  describe();
  picture_is_old_ = true;
  viewport()->update();
}

// Of everything that should be seen, before zoom.
charts::Range PlotWidget::rangeOfY() const {
  double low = std::numeric_limits<double>::infinity();
  double high = -low;
  double smallest_positive = low;
  const auto include = [&](double y) {
    if (std::isfinite(y)) {
      const double bounded = std::clamp(y, content_.y_bound_low, content_.y_bound_high);
      low = std::min(low, bounded);
      high = std::max(high, bounded);
      if (y > 0.0) {
        smallest_positive = std::min(smallest_positive, y);
      }
    }
  };
  for (const charts::Curve& curve : content_.curves) {
    const double end = curve.x.empty() ? 0.0 : curve.x.back();
    const charts::Window whole{.x_low = content_.x_low,
                               .x_high = std::max(content_.x_high, end),
                               .columns = content_.log_y ? 200 : 1};
    for (const charts::Polyline& line : charts::decimate(curve.x, curve.y, whole, curve.pyramid)) {
      for (const charts::Point& point : line) {
        include(point.y * curve.scale);
      }
    }
  }
  for (const charts::Bars& bars : content_.bars) {
    for (const charts::Bar& bar : bars.bars) {
      include(bar.y);
    }
  }
  for (const charts::ReferenceLine& line : content_.references) {
    include(line.y);
  }
  for (const double y : content_.y_include) {
    include(y);
  }
  if (!content_.log_y) {
    return {low, high};
  }
  return charts::logRange({low, high}, std::isfinite(smallest_positive) ? smallest_positive : 0.0);
}

const charts::Ticks& PlotWidget::chooseRanges() {
  const int target = std::clamp(static_cast<int>(height() / theme_.px(46)), 3, 6);
  double end = content_.x_high;
  for (const charts::Curve& curve : content_.curves) {
    end = curve.x.empty() ? end : std::max(end, curve.x.back());
  }
  const charts::Scale whole_x{{content_.x_low, end}};
  x_zoom_ = x_zoom_ ? charts::withinWhole(*x_zoom_, whole_x) : std::nullopt;
  frame_.x = {x_zoom_.value_or(whole_x.range)};

  const charts::Range wanted = rangeOfY();
  if (content_.log_y) {
    // Whole halves of decades, so that the axis seldom moves.
    const auto rounded = [](double value, double up) {
      const double halves = 2.0 * std::log10(value);
      return std::pow(10.0,
                      (up > 0.0 ? std::ceil(halves - 1e-9) : std::floor(halves + 1e-9)) / 2.0);
    };
    frame_.y = {
        y_zoom_.value_or(charts::Range{rounded(wanted.low, -1.0), rounded(wanted.high, 1.0)}),
        true};
    y_ticks_ = charts::logTicks(frame_.y.range.low, frame_.y.range.high, target);
    return y_ticks_;
  }
  const charts::Ticks& covering = y_range_.cover(wanted.low, wanted.high, target);
  if (y_zoom_) {
    frame_.y = {*y_zoom_};
    y_ticks_ = charts::ticksInside(y_zoom_->low, y_zoom_->high, target);
  } else {
    frame_.y = {{covering.low, covering.high}};
    y_ticks_ = covering;
  }
  return y_ticks_;
}

// The plot lies between tick labels on the left and end labels on the right.
void PlotWidget::layOut(const charts::Ticks& y_ticks) {
  // In steps of 12 pixels and only growing: a plot whose width follows each digit trembles. Never
  // more than two fifths: long names of other runs are no reason to hide the curves.
  const double labels = std::ceil(PlotLabels::widthOf(theme_, content_) / 12.0) * 12.0;
  label_width_ = std::min(std::max(label_width_, labels), 0.4 * width());
  const double x = std::ceil(kPlotPad + PlotAxes::labelWidth(theme_, y_ticks) + 8.0);
  const bool low = height() < theme_.px(150);
  const double top = theme_.px(low ? 36 : 42);
  const double bottom = theme_.px(low ? 24 : 28);
  const QRectF plot(x, top,
                    std::max(20.0, width() - x - std::max(label_width_ + 12.0, 24.0) - kPlotPad),
                    std::max(20.0, height() - top - bottom));
  if (plot != QRectF(frame_.left, frame_.top, frame_.width, frame_.height)) {
    frame_.left = plot.left();
    frame_.top = plot.top();
    frame_.width = plot.width();
    frame_.height = plot.height();
    chart()->setPlotArea(plot);
  }
}

void PlotWidget::setXZoom(const std::optional<charts::Range>& zoom) {
  if (zoom != x_zoom_) {
    x_zoom_ = zoom;
    refresh();
    Q_EMIT zoomChanged();
  }
}

void PlotWidget::setYZoom(const std::optional<charts::Range>& zoom) {
  if (zoom != y_zoom_) {
    y_zoom_ = zoom;
    refresh();
    Q_EMIT zoomChanged();
  }
}

void PlotWidget::apply(const Zoom& zoom) {
  if (empty_) {
    return;
  }
  if (zoom.y && zoom.y->high > zoom.y->low) {
    setYZoom(zoom.y);
  }
  if (zoom.x) {
    double end = content_.x_high;
    for (const charts::Curve& curve : content_.curves) {
      end = curve.x.empty() ? end : std::max(end, curve.x.back());
    }
    Q_EMIT xZoomWanted(charts::withinWhole(*zoom.x, {{content_.x_low, end}}));
  }
}

void PlotWidget::setCrosshair(std::optional<double> x) {
  if (x == crosshair_x_) {
    return;
  }
  crosshair_x_ = x;
  if (!waits_for_show_) {
    placeCrosshair();
  }
}

void PlotWidget::placeCrosshair() {
  const QString before = parts_->crosshair.callout();
  parts_->crosshair.place(context(), crosshair_x_);
  const QString& after = parts_->crosshair.callout();
  if (hasFocus() && after != before && !after.isEmpty()) {
    // Read out what changed at this step.
    setAccessibleDescription(after);
  }
  viewport()->update();
}

void PlotWidget::showBand(std::optional<QRectF> band) {
  parts_->crosshair.setBand(band);
  viewport()->update();
}

QString PlotWidget::crosshairHtml() const {
  if (!crosshair_x_ || waits_for_show_) {
    return {};
  }
  QStringList parts;
  for (const charts::CurveReading& reading : charts::readingsAt(content_, *crosshair_x_)) {
    parts +=
        QStringLiteral("<span style='color:%1'>%2 %3</span>")
            .arg(theme_.tokens().textOf(reading.curve->ink).name(),
                 QString::fromStdString(reading.curve->label.empty() ? reading.curve->fullName()
                                                                     : reading.curve->label)
                     .toHtmlEscaped(),
                 valueText(*reading.curve, reading.y, content_));
  }
  return parts.join(QStringLiteral("&nbsp;&nbsp;&nbsp;"));
}

void PlotWidget::setTitleMargin(double pixels) {
  title_margin_ = pixels;
}

QImage PlotWidget::image(double scale) {
  QImage image(size() * scale, QImage::Format_ARGB32_Premultiplied);
  image.fill(theme_.tokens().surface);
  QPainter painter(&image);
  painter.setRenderHint(QPainter::Antialiasing);
  render(&painter, QRectF(image.rect()), viewport()->rect());
  return image;
}

// What a screen reader says instead of the picture.
void PlotWidget::describe() {
  const QString sentence = sentenceOf(content_);
  setAccessibleName(tr("Chart: %1").arg(QString::fromStdString(content_.title)));
  if (sentence != accessibleDescription()) {
    setAccessibleDescription(sentence);
  }
  setToolTip(QStringLiteral("%1: %2").arg(QString::fromStdString(content_.title),
                                          QString::fromStdString(content_.subtitle)));
}

void PlotWidget::paintEvent(QPaintEvent*) {
  const double ratio = devicePixelRatioF();
  if (picture_is_old_ || picture_.size() != size() * ratio) {
    picture_ = QPixmap(size() * ratio);
    picture_.setDevicePixelRatio(ratio);
    picture_.fill(Qt::transparent);
    QPainter painter(&picture_);
    painter.setRenderHint(QPainter::Antialiasing);
    render(&painter, QRectF(rect()), viewport()->rect());
    picture_is_old_ = false;
  }
  QPainter painter(viewport());
  painter.drawPixmap(0, 0, picture_);
  // Once on the page is enough for the text of a mark.
  parts_->crosshair.paint(painter, theme_, hasFocus() || underMouse());
  if (hasFocus()) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme_.tokens().accent, 2.0));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), theme_.px(7), theme_.px(7));
  }
}

void PlotWidget::resizeEvent(QResizeEvent* event) {
  QChartView::resizeEvent(event);
  refresh();
}

void PlotWidget::showEvent(QShowEvent* event) {
  QChartView::showEvent(event);
  if (waits_for_show_) {
    refresh();
  }
}

}  // namespace w2s::ui
