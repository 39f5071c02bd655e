#include "ui/charts/plot_widget.h"

#include <algorithm>
#include <cmath>

#include <QAccessible>
#include <QGraphicsLayout>
#include <QPainter>

#include "ui/charts/plot_axes.h"
#include "ui/charts/plot_crosshair.h"
#include "ui/charts/plot_curves.h"
#include "ui/charts/plot_items.h"
#include "ui/charts/plot_labels.h"
#include "ui/charts/plot_mark_legend.h"
#include "ui/charts/plot_marks.h"
#include "ui/charts/plot_title.h"
#include "ui/charts/plot_words.h"
#include "ui/charts/reading.h"
#include "ui/theme/theme.h"
#include "ui/widgets/plain_text.h"

namespace w2s::ui {

struct PlotWidget::Parts {
  explicit Parts(QChart* chart)
      : curves(chart), axes(chart), marks(chart), mark_legend(chart), labels(chart), title(chart) {}
  PlotCurves curves;
  PlotAxes axes;
  PlotMarks marks;
  PlotMarkLegend mark_legend;
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
  crosshair_pinned_ = false;
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
  charts::ChartData seen = charts::detached(content_);
  if (x_zoom_) {
    seen.x_low = x_zoom_->low;
    seen.x_high = x_zoom_->high;
  }
  seen.y_window = y_zoom_;
  return seen;
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
  layOut(y_ticks, parts_->mark_legend.layOut(context()));
  const PlotContext now = context();
  const std::size_t missing = content_.log_y ? charts::notPositive(content_) : 0;
  parts_->title.draw(now, title_margin_,
                     missing > 0
                         ? tr("%n value(s) \u2264 0 not shown", nullptr, static_cast<int>(missing))
                         : QString());
  parts_->axes.draw(now, y_ticks);
  parts_->curves.draw(now);
  parts_->marks.draw(now);
  parts_->mark_legend.draw(now);
  parts_->labels.draw(now);
  placeCrosshair();
  describe();
  picture_is_old_ = true;
  viewport()->update();
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

void PlotWidget::setCrosshair(std::optional<double> x, bool pinned) {
  if (x == crosshair_x_ && pinned == crosshair_pinned_) {
    return;
  }
  crosshair_x_ = x;
  crosshair_pinned_ = pinned;
  if (!waits_for_show_) {
    placeCrosshair();
  }
}

void PlotWidget::placeCrosshair() {
  const QString before = parts_->crosshair.callout();
  parts_->crosshair.place(context(), crosshair_x_, crosshair_pinned_);
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
  setRichToolTip(*this, QStringLiteral("<qt><b>%1</b> (%2)<br>%3</qt>")
                            .arg(QString::fromStdString(content_.title).toHtmlEscaped(),
                                 QString::fromStdString(content_.subtitle).toHtmlEscaped(),
                                 QString::fromStdString(content_.help).toHtmlEscaped()));
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
