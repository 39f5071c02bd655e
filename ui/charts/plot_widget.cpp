#include "ui/charts/plot_widget.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>
#include <QGraphicsEllipseItem>
#include <QGraphicsLayout>
#include <QGraphicsLineItem>
#include <QGraphicsPathItem>
#include <QGraphicsSimpleTextItem>
#include <QLineSeries>
#include <QLocale>
#include <QPainter>
#include <QPen>
#include <QValueAxis>

#include "ui/charts/decimate.h"
#include "ui/charts/label_layout.h"
#include "ui/theme/theme.h"

namespace w2s::ui {
namespace {

using charts::ChartData;
using charts::Curve;
using charts::Marker;

constexpr double kPad = 14.0;  // between the card's edge and its content

QString numberText(double value, int decimals) {
  const QLocale locale(QLocale::English);
  QString text = decimals == charts::kThreeDigits ? locale.toString(value, 'g', 3)
                                                  : locale.toString(value, 'f', decimals);
  return text.replace(QLatin1Char('-'), QChar(0x2212));
}

// Text on a patch of the card's colour, so that a line behind it does not cross it.
class Label final : public QGraphicsItem {
 public:
  explicit Label(QGraphicsItem* parent) : QGraphicsItem(parent) {
    setZValue(30);
  }
  // `max_width` > 0: broken into centred lines of at most that width.
  void set(const QString& text, const QFont& font, const QColor& ink, const QColor& ground,
           double max_width = 0.0) {
    prepareGeometryChange();
    text_ = text;
    font_ = font;
    ink_ = ink;
    ground_ = ground;
    ground_.setAlpha(215);
    const QFontMetricsF metrics(font_);
    flags_ =
        max_width > 0.0 ? Qt::AlignCenter | Qt::TextWordWrap : Qt::AlignVCenter | Qt::AlignLeft;
    if (max_width > 0.0) {
      const QRectF lines = metrics.boundingRect(QRectF(0, 0, max_width, 1000), flags_, text_);
      size_ = {std::ceil(lines.width()) + 2.0, std::ceil(lines.height())};
    } else {
      size_ = {std::ceil(metrics.horizontalAdvance(text_)), metrics.height()};
    }
    update();
  }
  [[nodiscard]] QSizeF size() const {
    return size_;
  }
  [[nodiscard]] QRectF boundingRect() const override {
    return {-3.0, 0.0, size_.width() + 6.0, size_.height()};
  }
  void paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) override {
    painter->setPen(Qt::NoPen);
    painter->setBrush(ground_);
    painter->drawRoundedRect(boundingRect(), 3.0, 3.0);
    painter->setFont(font_);
    painter->setPen(ink_);
    painter->drawText(QRectF(QPointF(0, 0), size_), flags_, text_);
  }

 private:
  QString text_;
  QFont font_;
  QColor ink_;
  QColor ground_;
  QSizeF size_;
  int flags_ = 0;
};

// Keeps as many items as a drawing needs; spare ones are hidden, not destroyed.
template <class Item>
class Pool {
 public:
  template <class Make>
  Item& at(std::size_t index, Make&& make) {
    while (index >= items_.size()) {
      items_.push_back(make());
    }
    items_[index]->setVisible(true);
    return *items_[index];
  }
  void hideFrom(std::size_t index) {
    for (; index < items_.size(); ++index) {
      items_[index]->setVisible(false);
    }
  }
  [[nodiscard]] const std::vector<Item*>& all() const {
    return items_;
  }

 private:
  std::vector<Item*> items_;  // owned by the scene, through their parent
};

// What a curve's label says: its name and last finite value.
struct CurveEnd {
  const Curve* curve = nullptr;
  double x = 0.0;
  double y = 0.0;  // in the curve's own unit
  [[nodiscard]] double drawn() const {
    return y * curve->scale;
  }
};

std::vector<CurveEnd> endsOf(const ChartData& data) {
  std::vector<CurveEnd> ends;
  for (const Curve& curve : data.curves) {
    if (curve.label.empty()) {
      continue;
    }
    for (std::size_t i = std::min(curve.x.size(), curve.y.size()); i-- > 0;) {
      if (std::isfinite(curve.y[i])) {
        // As the decimal number it was before it became a float, so that cards and labels round
        // alike.
        ends.push_back(
            {&curve, curve.x[i], curve.decimals ? curve.y[i] : std::round(curve.y[i] * 1e6) / 1e6});
        break;
      }
    }
  }
  return ends;
}

QString endText(const CurveEnd& end, const ChartData& data) {
  return QStringLiteral("%1 %2").arg(
      QString::fromStdString(end.curve->label),
      numberText(end.y, end.curve->decimals.value_or(data.value_decimals)));
}

QString referenceText(const charts::ReferenceLine& line, const ChartData& data) {
  const QString label = QString::fromStdString(line.label);
  return line.show_value
             ? QStringLiteral("%1 %2").arg(label, numberText(line.y, data.value_decimals))
             : label;
}

}  // namespace

struct PlotWidget::Items {
  QGraphicsSimpleTextItem* title = nullptr;
  QGraphicsSimpleTextItem* subtitle = nullptr;
  QGraphicsSimpleTextItem* x_title = nullptr;
  Label* message = nullptr;  // why nothing, or nothing meaningful, is drawn
  Pool<QGraphicsSimpleTextItem> ticks;
  Pool<QGraphicsLineItem> grid;
  Pool<QGraphicsPathItem> triangles;
  Pool<QGraphicsLineItem> stems;
  Pool<QGraphicsEllipseItem> dots;
  Pool<Label> labels;
};

PlotWidget::PlotWidget(const Theme& theme, Source source, QWidget* parent)
    : QChartView(parent),
      theme_(theme),
      source_(std::move(source)),
      items_(std::make_unique<Items>()) {
  setFrameShape(QFrame::NoFrame);
  setRenderHint(QPainter::Antialiasing);
  setBackgroundBrush(Qt::NoBrush);
  viewport()->setAutoFillBackground(false);
  setFocusPolicy(Qt::TabFocus);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

  chart()->setBackgroundVisible(false);
  chart()->setAnimationOptions(QChart::NoAnimation);
  chart()->legend()->hide();
  chart()->setMargins({});
  chart()->layout()->setContentsMargins(0, 0, 0, 0);
  x_axis_ = new QValueAxis(chart());
  y_axis_ = new QValueAxis(chart());
  // Ticks, labels and grid are drawn here: the library shortens labels to "..." and lays axes out
  // on its own.
  x_axis_->setVisible(false);
  y_axis_->setVisible(false);
  chart()->addAxis(x_axis_, Qt::AlignBottom);
  chart()->addAxis(y_axis_, Qt::AlignLeft);

  items_->title = new QGraphicsSimpleTextItem(chart());
  items_->subtitle = new QGraphicsSimpleTextItem(chart());
  items_->x_title = new QGraphicsSimpleTextItem(chart());
  items_->message = new Label(chart());
  connect(&theme_, &Theme::changed, this, &PlotWidget::refresh);
}

PlotWidget::~PlotWidget() = default;

QSize PlotWidget::sizeHint() const {
  return {theme_.px(440), theme_.px(230)};
}

QSize PlotWidget::minimumSizeHint() const {
  return {theme_.px(240), theme_.px(140)};
}

QRectF PlotWidget::plotRect() const {
  return mapFromScene(chart()->mapToScene(plot_).boundingRect()).boundingRect();
}

std::vector<QRectF> PlotWidget::labelRects() const {
  std::vector<QRectF> rects;
  for (const Label* label : items_->labels.all()) {
    if (label->isVisible()) {
      rects.push_back(mapFromScene(label->sceneBoundingRect()).boundingRect());
    }
  }
  return rects;
}

void PlotWidget::resetRanges() {
  y_range_.reset();
  x_high_ = 0.0;
  label_width_ = 0.0;
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

void PlotWidget::refresh() {
  waits_for_show_ = !isVisible();
  if (waits_for_show_ || width() < 80 || height() < 60) {
    return;
  }
  ++refresh_count_;
  draw(source_());
}

void PlotWidget::draw(const ChartData& content) {
  empty_ = endsOf(content).empty();
  double x_high = content.x_high;
  double low = std::numeric_limits<double>::infinity();
  double high = -low;
  const auto include = [&](double y) {
    if (std::isfinite(y)) {
      low = std::min(low, std::clamp(y, content.y_bound_low, content.y_bound_high));
      high = std::max(high, std::clamp(y, content.y_bound_low, content.y_bound_high));
    }
  };
  for (const Curve& curve : content.curves) {
    if (!curve.x.empty()) {
      x_high = std::max(x_high, curve.x.back());
    }
    const auto columns = static_cast<int>(std::max(1.0, plot_.width()));
    for (const charts::Polyline& line :
         charts::decimate(curve.x, curve.y, {.x_low = 0.0, .x_high = x_high, .columns = columns},
                          curve.pyramid)) {
      for (const charts::Point& point : line) {
        include(point.y * curve.scale);
      }
    }
  }
  for (const charts::ReferenceLine& line : content.references) {
    include(line.y);
  }
  for (const double y : content.y_include) {
    include(y);
  }
  const int target = std::clamp(static_cast<int>(height() / theme_.px(46)), 3, 6);
  y_ticks_ = y_range_.cover(low, high, target);
  layOut(content, y_ticks_);
  if (x_high != x_high_) {
    x_high_ = x_high;
    x_axis_->setRange(0.0, x_high_);
  }
  if (y_axis_->min() != y_ticks_.low || y_axis_->max() != y_ticks_.high) {
    y_axis_->setRange(y_ticks_.low, y_ticks_.high);
  }
  drawTexts(content);
  drawTicks(content, y_ticks_);
  drawReferences(content);
  drawCurves(content);
  drawMarkers(content);
  drawLabels(content);
  describe(content);
}

// The plot lies between tick labels on the left and end labels on the right.
void PlotWidget::layOut(const ChartData& content, const charts::Ticks& y_ticks) {
  const QFontMetricsF tick_metrics(theme_.font(11));
  double left = 0.0;
  for (const double value : y_ticks.values) {
    left = std::max(left, tick_metrics.horizontalAdvance(numberText(value, y_ticks.decimals)));
  }
  const QFontMetricsF label_metrics(theme_.font(11.5, QFont::DemiBold));
  double labels = 0.0;
  for (const CurveEnd& end : endsOf(content)) {
    labels = std::max(labels, label_metrics.horizontalAdvance(endText(end, content)));
  }
  for (const charts::ReferenceLine& line : content.references) {
    labels = std::max(labels, label_metrics.horizontalAdvance(referenceText(line, content)));
  }
  // In steps of 12 pixels and only growing: a plot whose width follows each digit trembles.
  label_width_ = std::max(label_width_, std::ceil(labels / 12.0) * 12.0);
  const double top = theme_.px(44);
  const double bottom = theme_.px(28);
  const double x = std::ceil(kPad + left + 8.0);
  const QRectF plot(x, top,
                    std::max(20.0, width() - x - std::max(label_width_ + 12.0, 24.0) - kPad),
                    std::max(20.0, height() - top - bottom));
  if (plot != plot_) {
    plot_ = plot;
    chart()->setPlotArea(plot_);
  }
}

QPointF PlotWidget::toScene(double x, double y) const {
  const double share_x = x / x_high_;
  const double share_y = (y - y_ticks_.low) / (y_ticks_.high - y_ticks_.low);
  return {plot_.left() + share_x * plot_.width(), plot_.bottom() - share_y * plot_.height()};
}

QLineSeries* PlotWidget::lineAt(std::size_t index) {
  while (index >= lines_.size()) {
    auto* line = new QLineSeries(chart());
    chart()->addSeries(line);
    line->attachAxis(x_axis_);
    line->attachAxis(y_axis_);
    lines_.push_back(line);
  }
  return lines_[index];
}

void PlotWidget::drawCurves(const ChartData& content) {
  const Tokens& tokens = theme_.tokens();
  const charts::Window window{.x_low = 0.0,
                              .x_high = x_high_,
                              .columns = std::max(1, static_cast<int>(plot_.width() / 2.0))};
  std::size_t used = 0;
  for (const Curve& curve : content.curves) {
    QColor color = content.undefined_reason.empty() ? tokens.of(curve.ink) : tokens.disabled;
    const bool ghost = curve.style == Curve::Style::Ghost;
    const bool other = curve.style == Curve::Style::Overlay || curve.style == Curve::Style::Pinned;
    if (ghost) {
      color.setAlpha(75);
    } else if (curve.style == Curve::Style::Pinned) {
      color.setAlpha(150);
    }
    QPen pen(color, ghost ? 1.0 : (other ? 1.4 : 2.0) * theme_.fontScale());
    if (curve.style == Curve::Style::Guide) {
      pen.setDashPattern({4.0, 4.0});
      pen.setWidthF(1.0);
    }
    pen.setJoinStyle(Qt::RoundJoin);
    pen.setCapStyle(Qt::RoundCap);
    for (const charts::Polyline& line : charts::decimate(curve.x, curve.y, window, curve.pyramid)) {
      QLineSeries* series = lineAt(used++);
      if (series->pen() != pen) {
        series->setPen(pen);
      }
      QList<QPointF> points;
      points.reserve(static_cast<qsizetype>(line.size()));
      for (const charts::Point& point : line) {
        points.append({point.x, point.y * curve.scale});
      }
      series->replace(points);
    }
  }
  for (; used < lines_.size(); ++used) {
    if (lines_[used]->count() > 0) {
      lines_[used]->replace(QList<QPointF>());
    }
  }
}

void PlotWidget::drawReferences(const ChartData& content) {
  const Tokens& tokens = theme_.tokens();
  while (reference_lines_.size() < content.references.size()) {
    auto* line = new QLineSeries(chart());
    chart()->addSeries(line);
    line->attachAxis(x_axis_);
    line->attachAxis(y_axis_);
    reference_lines_.push_back(line);
  }
  for (std::size_t i = 0; i < reference_lines_.size(); ++i) {
    if (empty_ || i >= content.references.size()) {
      reference_lines_[i]->replace(QList<QPointF>());
      continue;
    }
    const charts::ReferenceLine& reference = content.references[i];
    QPen pen(tokens.of(reference.ink), 1.5 * theme_.fontScale());
    pen.setDashPattern({5.0, 3.5});
    reference_lines_[i]->setPen(pen);
    reference_lines_[i]->replace({QPointF(0.0, reference.y), QPointF(x_high_, reference.y)});
  }
}

void PlotWidget::drawTicks(const ChartData& content, const charts::Ticks& y_ticks) {
  const QFont font = theme_.font(11);
  const QFontMetricsF metrics(font);
  const QColor ink = theme_.tokens().muted;
  std::size_t used = 0;
  const auto text = [&](const QString& label, QPointF position) {
    QGraphicsSimpleTextItem& item =
        items_->ticks.at(used++, [this] { return new QGraphicsSimpleTextItem(chart()); });
    item.setFont(font);
    item.setBrush(ink);
    item.setText(label);
    item.setPos(position);
  };
  items_->x_title->setVisible(!empty_);
  if (empty_) {
    items_->ticks.hideFrom(0);
    items_->grid.hideFrom(0);
    return;
  }
  std::size_t lines = 0;
  for (const double value : y_ticks.values) {
    const double height = std::round(toScene(0.0, value).y()) + 0.5;
    QGraphicsLineItem& line = items_->grid.at(lines++, [this] {
      auto* item = new QGraphicsLineItem(chart());
      item->setZValue(1);  // behind the series
      return item;
    });
    line.setPen(QPen(theme_.tokens().grid, 1.0));
    line.setLine(plot_.left(), height, plot_.right(), height);
    const QString label = numberText(value, y_ticks.decimals);
    text(label, {plot_.left() - 8.0 - metrics.horizontalAdvance(label),
                 toScene(0.0, value).y() - metrics.height() / 2.0});
  }
  items_->grid.hideFrom(lines);
  const int target = std::clamp(static_cast<int>(plot_.width() / theme_.px(70)), 2, 8);
  const charts::Ticks x_ticks = charts::ticksInside(0.0, x_high_, target);
  const double y = plot_.bottom() + 5.0;
  double last_right = 0.0;
  for (const double value : x_ticks.values) {
    const QString label = numberText(value, x_ticks.decimals);
    const double label_width = metrics.horizontalAdvance(label);
    const double center = toScene(value, 0.0).x();
    text(label, {center - label_width / 2.0, y});
    last_right = center + label_width / 2.0;
  }
  items_->ticks.hideFrom(used);

  QGraphicsSimpleTextItem* title = items_->x_title;
  title->setFont(font);
  title->setBrush(ink);
  title->setText(QString::fromStdString(content.x_title));
  // Beside the last number where there is room, which keeps the plot tall.
  title->setPos(last_right + 10.0, y);
}

void PlotWidget::drawMarkers(const ChartData& content) {
  const Tokens& tokens = theme_.tokens();
  std::size_t used = 0;
  const Marker* previous = nullptr;
  double previous_x = 0.0;
  QString text;
  for (const Marker& marker : content.markers) {
    const double x = std::round(toScene(marker.x, 0.0).x()) + 0.5;
    const QString line = QString::fromStdString(marker.text);
    // Changes a few pixels apart (a slider being dragged) share one mark.
    const bool merged =
        previous != nullptr && previous->kind == marker.kind && x - previous_x < 4.0;
    text = merged ? text + QLatin1Char('\n') + line : line;
    const std::size_t index = merged ? used - 1 : used++;
    const QColor color = marker.kind == Marker::Kind::Divergence ? tokens.trouble : tokens.muted;
    QGraphicsLineItem& stem = items_->stems.at(index, [this] {
      auto* item = new QGraphicsLineItem(chart());
      item->setZValue(8);
      return item;
    });
    QGraphicsPathItem& triangle = items_->triangles.at(index, [this] {
      auto* item = new QGraphicsPathItem(chart());
      item->setZValue(20);
      return item;
    });
    if (!merged) {
      QColor faint = color;
      faint.setAlpha(150);
      stem.setPen(QPen(faint, 1.0));
      stem.setLine(x, plot_.top(), x, plot_.bottom());
      const double half = theme_.px(4.5);
      QPainterPath path;
      path.moveTo(x - half, plot_.top() - half - 1.0);
      path.lineTo(x + half, plot_.top() - half - 1.0);
      path.lineTo(x, plot_.top() + half - 1.0);
      path.closeSubpath();
      triangle.setPath(path);
      triangle.setPen(Qt::NoPen);
      triangle.setBrush(color);
      previous_x = x;
    }
    triangle.setToolTip(text);
    stem.setToolTip(text);
    previous = &marker;
  }
  items_->stems.hideFrom(used);
  items_->triangles.hideFrom(used);
}

void PlotWidget::drawLabels(const ChartData& content) {
  const Tokens& tokens = theme_.tokens();
  const QFont font = theme_.font(11.5, QFont::DemiBold);
  const QFontMetricsF metrics(font);
  const bool undefined = !content.undefined_reason.empty();
  const std::vector<CurveEnd> ends = endsOf(content);

  struct Wanted {
    QString text;
    QColor ink;
    double x = 0.0;
    double y = 0.0;
  };
  std::vector<Wanted> at_curves;
  std::vector<Wanted> at_edge;
  bool reaches_margin = false;
  std::size_t dots = 0;
  for (const CurveEnd& end : ends) {
    const QPointF at = toScene(end.x, end.drawn());
    const QColor color = undefined ? tokens.disabled : tokens.of(end.curve->ink);
    QString text = endText(end, content);
    double y = at.y();
    if (y < plot_.top() - 0.5 || y > plot_.bottom() + 0.5) {
      text += y < plot_.top() ? QStringLiteral(" \u2191") : QStringLiteral(" \u2193");
      y = std::clamp(y, plot_.top(), plot_.bottom());
    } else {
      QGraphicsEllipseItem& dot = items_->dots.at(dots++, [this] {
        auto* item = new QGraphicsEllipseItem(chart());
        item->setZValue(25);
        return item;
      });
      const double radius = theme_.px(3.5);
      dot.setRect(at.x() - radius, at.y() - radius, 2.0 * radius, 2.0 * radius);
      dot.setPen(Qt::NoPen);
      dot.setBrush(color);
    }
    const double width = metrics.horizontalAdvance(text);
    const QColor ink = undefined ? tokens.muted : tokens.textOf(end.curve->ink);
    const double x = std::min(at.x() + theme_.px(9), this->width() - 6.0 - width);
    reaches_margin = reaches_margin || x + width > plot_.right() + 4.0;
    at_curves.push_back({text, ink, x, y});
  }
  items_->dots.hideFrom(dots);
  for (const charts::ReferenceLine& line : content.references) {
    if (empty_) {
      break;
    }
    const QColor ink = undefined ? tokens.muted : tokens.textOf(line.ink);
    at_edge.push_back(
        {referenceText(line, content), ink, plot_.right() + 10.0, toScene(0.0, line.y).y()});
  }

  if (reaches_margin) {
    // Then they share the column of the reference lines' labels.
    at_edge.insert(at_edge.end(), at_curves.begin(), at_curves.end());
    at_curves.clear();
  }
  std::size_t used = 0;
  for (const std::vector<Wanted>* group : {&at_curves, &at_edge}) {
    std::vector<double> centers;
    for (const Wanted& wanted : *group) {
      centers.push_back(wanted.y);
    }
    const double height = metrics.height();
    const std::vector<double> placed =
        charts::layOutLabels(centers, {.top = plot_.top() - height / 2.0,
                                       .bottom = plot_.bottom() + height / 2.0,
                                       .height = height});
    for (std::size_t i = 0; i < group->size(); ++i) {
      Label& label = items_->labels.at(used++, [this] { return new Label(chart()); });
      label.set((*group)[i].text, font, (*group)[i].ink, tokens.surface);
      label.setPos((*group)[i].x, placed[i] - height / 2.0);
    }
  }
  items_->labels.hideFrom(used);
}

void PlotWidget::drawTexts(const ChartData& content) {
  const Tokens& tokens = theme_.tokens();
  const QFont title_font = theme_.font(13, QFont::DemiBold);
  const QFont small = theme_.font(11);
  const QString title = QString::fromStdString(content.title);
  items_->title->setFont(title_font);
  items_->title->setBrush(tokens.text);
  items_->title->setText(title);
  items_->title->setPos(kPad, theme_.px(10));
  setToolTip(QStringLiteral("%1: %2").arg(title, QString::fromStdString(content.subtitle)));

  const QFontMetricsF title_metrics(title_font);
  const QFontMetricsF metrics(small);
  const double room = width() - 2.0 * kPad - title_metrics.horizontalAdvance(title) - 20.0;
  const QString subtitle =
      metrics.elidedText(QString::fromStdString(content.subtitle), Qt::ElideRight, room);
  items_->subtitle->setVisible(room > theme_.px(70));
  items_->subtitle->setFont(small);
  items_->subtitle->setBrush(tokens.muted);
  items_->subtitle->setText(subtitle);
  items_->subtitle->setToolTip(QString::fromStdString(content.subtitle));
  items_->subtitle->setPos(width() - kPad - metrics.horizontalAdvance(subtitle),
                           theme_.px(10) + title_metrics.ascent() - metrics.ascent());

  const QString message =
      QString::fromStdString(empty_ ? content.empty_text : content.undefined_reason);
  Label* label = items_->message;
  label->setVisible(!message.isEmpty());
  label->set(message, theme_.font(12), tokens.muted, tokens.surface,
             std::min(plot_.width(), static_cast<double>(theme_.px(300))));
  label->setToolTip(message);
  const double middle = empty_ ? width() / 2.0 : plot_.center().x();
  label->setPos(middle - label->size().width() / 2.0,
                plot_.center().y() - label->size().height() / 2.0);
}

// What a screen reader says instead of the picture.
void PlotWidget::describe(const ChartData& content) {
  QStringList parts;
  for (const CurveEnd& end : endsOf(content)) {
    parts += tr("%1 at step %2").arg(endText(end, content), numberText(end.x, 0));
  }
  for (const charts::ReferenceLine& line : content.references) {
    parts += referenceText(line, content);
  }
  QString sentence = parts.join(QStringLiteral(", "));
  if (!content.undefined_reason.empty()) {
    sentence += QStringLiteral(". ") + QString::fromStdString(content.undefined_reason);
  }
  setAccessibleName(tr("Chart: %1").arg(QString::fromStdString(content.title)));
  setAccessibleDescription(sentence.isEmpty() ? QString::fromStdString(content.empty_text)
                                              : sentence);
}

}  // namespace w2s::ui
