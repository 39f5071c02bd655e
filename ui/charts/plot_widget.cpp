#include "ui/charts/plot_widget.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include <QAccessible>
#include <QGraphicsLayout>
#include <QPainter>

#include "ui/charts/curve_end.h"
#include "ui/charts/plot_context.h"
#include "ui/charts/plot_crosshair.h"
#include "ui/charts/plot_curves.h"
#include "ui/charts/plot_words.h"
#include "ui/charts/reading.h"
#include "ui/draw/palette.h"
#include "ui/draw/scene_painter.h"
#include "ui/theme/theme.h"
#include "ui/widgets/plain_text.h"

namespace w2s::ui {
namespace {
// At text scale 1.
constexpr double kPad = 14.0;   // between the card's edge and its content
constexpr double kFont = 12.0;  // of labels; titles and numbers follow from it
constexpr double kLine = 2.0;
constexpr double kLow = 150.0;  // lower plots save room
constexpr double kBelow = 6.0;
}  // namespace

struct PlotWidget::Parts {
  explicit Parts(QChart* chart) : curves(chart) {}
  PlotCurves curves;
  PlotCrosshair crosshair;
};

PlotWidget::PlotWidget(const Theme& theme, Source source, QWidget* parent)
    : QChartView(parent), theme_(theme), source_(std::move(source)) {
  setFrameShape(QFrame::NoFrame);
  setRenderHint(QPainter::Antialiasing);
  setBackgroundBrush(Qt::NoBrush);
  viewport()->setAutoFillBackground(false);
  // A graphics view takes drops for its items, which have no use for them; they are the window's.
  setAcceptDrops(false);
  viewport()->setAcceptDrops(false);
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
  // The library lays its items out at a time of its own: the picture follows.
  connect(scene(), &QGraphicsScene::changed, this, [this] {
    picture_is_old_ = true;
    viewport()->update();
  });
  const auto look = [this] {
    palette_ = draw::screenPalette(theme_.tokens());
    text_width_ = draw::rememberedTextWidth(theme_.font(kFont).family().toStdString());
    label_width_ = 0.0;
  };
  look();
  connect(&theme_, &Theme::changed, this, [this, look] {
    look();
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
  for (const draw::SceneShape& shape : panel_.shapes) {
    if (const auto* text = std::get_if<draw::TextShape>(&shape);
        text != nullptr && text->role == draw::Role::Label) {
      rects.emplace_back(text->at.x, text->at.y - 0.95 * text->size,
                         text_width_(text->text, text->size, text->bold), 1.2 * text->size);
    }
  }
  return rects;
}

std::size_t PlotWidget::crosshairDots() const {
  return parts_->crosshair.dotCount();
}

PlotContext PlotWidget::context() const {
  return {.theme = theme_,
          .data = content_,
          .frame = frame_,
          .style = style_,
          .palette = palette_,
          .size = QSizeF(size()),
          .empty = empty_};
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
  empty_ = std::ranges::none_of(content_.curves, [this](const charts::Curve& curve) {
    return !curve.label.empty() && charts::endOf(curve, charts::kAll, content_.log_y);
  });
  if (content_.log_y != was_log_) {
    was_log_ = content_.log_y;
    y_range_.reset();
    y_zoom_.reset();
  }
  if (const std::size_t missing = content_.log_y ? charts::notPositive(content_) : 0; missing > 0) {
    const std::string note =
        tr("%n value(s) \u2264 0 not shown", nullptr, static_cast<int>(missing)).toStdString();
    content_.subtitle = content_.subtitle.empty() ? note : note + " \u00b7 " + content_.subtitle;
  }
  layOut();
  parts_->curves.draw(context());
  placeCrosshair();
  describe();
  picture_is_old_ = true;
  viewport()->update();
}

draw::ChartAxes PlotWidget::chooseAxes() {
  const int target = std::clamp(static_cast<int>(height() / theme_.px(46)), 3, 6);
  draw::ChartAxes axes;
  const charts::Scale whole_x{draw::wholeX(content_)};
  x_zoom_ = x_zoom_ ? charts::withinWhole(*x_zoom_, whole_x) : std::nullopt;
  axes.x = {x_zoom_.value_or(whole_x.range)};
  y_zoom_ = y_zoom_ && charts::isShowable(*y_zoom_, content_.log_y) ? y_zoom_ : std::nullopt;
  const draw::YExtent wanted = draw::extentOf(content_);
  if (content_.log_y) {
    // Whole halves of decades, so that the axis seldom moves.
    const charts::Range range = charts::logRange(wanted.y, wanted.smallest_positive);
    const auto halves = [](double value) { return 2.0 * std::log10(value); };
    axes.y = {
        y_zoom_.value_or(charts::Range{std::pow(10.0, std::floor(halves(range.low) + 1e-9) / 2.0),
                                       std::pow(10.0, std::ceil(halves(range.high) - 1e-9) / 2.0)}),
        true};
    axes.y_ticks = charts::logTicks(axes.y.range.low, axes.y.range.high, target);
    return axes;
  }
  if (std::exchange(y_bound_high_, content_.y_bound_high) != content_.y_bound_high) {
    y_range_.reset();  // what was covered before the bound is not wanted any more
  }
  axes.y_ticks = y_range_.cover(wanted.y.low, wanted.y.high, target);
  if (y_zoom_) {
    axes.y_ticks = charts::ticksInside(y_zoom_->low, y_zoom_->high, target);
  }
  axes.y = {y_zoom_.value_or(charts::Range{axes.y_ticks.low, axes.y_ticks.high})};
  return axes;
}

void PlotWidget::layOut() {
  const double scale = theme_.fontScale();
  const double top = height() < kLow * scale ? 6.0 : 10.0;
  style_ = {.font = kFont * scale,
            .line = kLine * scale,
            .title = true,
            .letter = {},
            .max_columns = std::max(1, width() / 2),
            .x_range = {},
            .y_range = {},
            // Only growing: the plot must not change its width with each digit.
            .least = {.right = std::min(label_width_, 0.4 * width())},
            .compact = true,
            .title_right = title_margin_,
            .axes = chooseAxes(),
            .own_curves = false,
            .decimations = &decimations_};
  const draw::Rect area{kPad, top, width() - 2.0 * kPad, height() - top - kBelow};
  panel_ = draw::layOutPanel(content_, area, style_, palette_, text_width_);
  if (panel_.legend && style_.least.right > 0.0) {  // the names stand below: their room is free
    style_.least.right = 0.0;
    panel_ = draw::layOutPanel(content_, area, style_, palette_, text_width_);
  }
  const draw::Rect& plot = panel_.plot;
  label_width_ = panel_.legend ? 0.0 : area.right() - plot.right();
  frame_.x = style_.axes->x;
  frame_.y = style_.axes->y;
  const QRectF place(plot.left, plot.top, plot.width, plot.height);
  if (place != context().plot()) {
    frame_.left = plot.left;
    frame_.top = plot.top;
    frame_.width = plot.width;
    frame_.height = plot.height;
    chart()->setPlotArea(place);
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
  if (zoom.y && charts::isShowable(*zoom.y, content_.log_y)) {
    setYZoom(zoom.y);
  }
  if (zoom.x) {
    Q_EMIT xZoomWanted(charts::withinWhole(*zoom.x, {draw::wholeX(content_)}));
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
                 valueText(reading, content_));
  }
  return parts.join(QStringLiteral("&nbsp;&nbsp;&nbsp;"));
}

void PlotWidget::setTitleMargin(double pixels) {
  title_margin_ = pixels;
}

QImage PlotWidget::image(double scale) {
  QImage image(size() * scale, QImage::Format_ARGB32_Premultiplied);
  image.setDevicePixelRatio(scale);
  image.fill(theme_.tokens().surface);
  QPainter painter(&image);
  draw::paintShapes(painter, std::span(panel_.shapes).first(panel_.behind), 1.0, {}, family());
  paintLayers(painter);
  return image;
}

// The scene of the library shows the run's own curves alone.
void PlotWidget::paintLayers(QPainter& painter) {
  painter.setRenderHint(QPainter::Antialiasing);
  render(&painter, QRectF(rect()), viewport()->rect());
  draw::paintShapes(painter, std::span(panel_.shapes).subspan(panel_.behind), 1.0, {}, family());
}

QString PlotWidget::family() const {
  return theme_.font(kFont).family();
}

// What a screen reader says instead of the picture.
void PlotWidget::describe() {
  const QString sentence = sentenceOf(content_);
  setAccessibleName(tr("Chart: %1").arg(QString::fromStdString(content_.title)));
  if (sentence != accessibleDescription()) {
    setAccessibleDescription(sentence);
  }
  QStringList about = bandTexts(content_, content_.subtitle);
  about.prepend(QString::fromStdString(content_.subtitle));
  setRichToolTip(*this, QStringLiteral("<qt><b>%1</b> (%2)<br>%3</qt>")
                            .arg(QString::fromStdString(content_.title).toHtmlEscaped(),
                                 about.join(QStringLiteral("; ")).toHtmlEscaped(),
                                 QString::fromStdString(content_.help).toHtmlEscaped()));
}

void PlotWidget::paintBackground(double ratio) {
  const auto behind = std::span(panel_.shapes).first(panel_.behind);
  if (background_.size() == size() * ratio && std::ranges::equal(behind, painted_)) {
    return;
  }
  ++background_count_;
  background_ = QPixmap(size() * ratio);
  background_.setDevicePixelRatio(ratio);
  background_.fill(Qt::transparent);
  QPainter painter(&background_);
  draw::paintShapes(painter, behind, 1.0, {}, family());
  painted_.assign(behind.begin(), behind.end());
}

void PlotWidget::paintEvent(QPaintEvent*) {
  const double ratio = devicePixelRatioF();
  if (picture_is_old_ || picture_.size() != size() * ratio) {
    paintBackground(ratio);
    picture_ = background_;
    QPainter painter(&picture_);
    paintLayers(painter);
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
