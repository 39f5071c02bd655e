#include "ui/charts/plot_crosshair.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>
#include <QPainter>

#include "ui/charts/reading.h"
#include "ui/draw/shape_outline.h"
#include "ui/theme/theme.h"

namespace w2s::ui {

void PlotCrosshair::place(const PlotContext& context, std::optional<double> x, bool pinned) {
  pixel_.reset();
  pinned_ = pinned;
  dots_.clear();
  callout_.clear();
  plot_ = context.plot();
  chart_ = context.size;
  const charts::Frame& frame = context.frame;
  if (!x || context.empty || *x < frame.x.range.low || *x > frame.x.range.high) {
    return;
  }
  pixel_ = std::round(frame.toX(*x)) + 0.5;
  const Tokens& tokens = context.theme.tokens();
  for (const charts::CurveReading& reading : charts::readingsAt(context.data, *x)) {
    const QPointF at(frame.toX(reading.x), frame.toY(reading.y * reading.curve->scale));
    if (plot_.adjusted(-1, -1, 1, 1).contains(at)) {
      dots_.push_back(
          {at,
           context.data.undefined_reason.empty() ? tokens.of(reading.curve->ink) : tokens.disabled,
           reading.curve->shape});
    }
  }
  const double reach = 5.0 * frame.x.range.span() / frame.width;
  if (const charts::Marker* marker = charts::markerAt(context.data, *x, reach)) {
    callout_ = QString::fromStdString(marker->text);
  }
}

void PlotCrosshair::paint(QPainter& painter, const Theme& theme, bool with_callout) const {
  const Tokens& tokens = theme.tokens();
  painter.setRenderHint(QPainter::Antialiasing);
  if (pixel_) {
    painter.setPen(pinned_ ? QPen(tokens.text, 1.0) : QPen(tokens.muted, 1.0, Qt::DotLine));
    painter.drawLine(QPointF(*pixel_, plot_.top()), QPointF(*pixel_, plot_.bottom()));
    if (pinned_) {
      const double half = theme.px(4);
      painter.setPen(Qt::NoPen);
      painter.setBrush(tokens.text);
      painter.drawPolygon(QPolygonF{{*pixel_ - half, plot_.bottom() + half},
                                    {*pixel_ + half, plot_.bottom() + half},
                                    {*pixel_, plot_.bottom() - half}});
    }
    for (const Dot& dot : dots_) {
      painter.setPen(QPen(tokens.surface, 1.5));
      painter.setBrush(dot.color);
      QPolygonF outline;
      for (const charts::Point& corner :
           draw::outlineOf(dot.shape, {dot.at.x(), dot.at.y()}, theme.px(3.5))) {
        outline.append({corner.x, corner.y});
      }
      painter.drawPolygon(outline);
    }
  }
  if (with_callout && !callout_.isEmpty() && pixel_) {
    const QFont font = theme.font(11);
    const QFontMetricsF metrics(font);
    const auto boxWithin = [&](double most) {
      const QRectF text =
          metrics.boundingRect(QRectF(0, 0, most, 400), Qt::AlignLeft | Qt::TextWordWrap, callout_);
      return QRectF(0, 0, text.width() + 14.0, text.height() + 8.0);
    };
    QRectF box = boxWithin(std::max(60.0, plot_.width() - 12.0));
    if (box.height() > 0.4 * plot_.height()) {
      // It would cover the curves that it explains: at the foot of the chart, over axis and legend.
      box = boxWithin(std::max(60.0, chart_.width() - 30.0));
      box.moveBottomLeft({8.0, chart_.height() - 4.0});
    } else {
      box.moveTopLeft({std::clamp(*pixel_ + 8.0, plot_.left(),
                                  std::max(plot_.left(), plot_.right() - box.width())),
                       plot_.top() + 6.0});
      // In the half where fewer curves are.
      const auto above = std::ranges::count_if(
          dots_, [this](const Dot& dot) { return dot.at.y() < plot_.center().y(); });
      if (2 * above > static_cast<std::ptrdiff_t>(dots_.size())) {
        box.moveBottom(plot_.bottom() - 6.0);
      }
    }
    painter.setPen(QPen(tokens.border, 1.0));
    painter.setBrush(tokens.raised);
    painter.drawRoundedRect(box, 4.0, 4.0);
    painter.setFont(font);
    painter.setPen(tokens.text);
    painter.drawText(box.adjusted(7, 4, -7, -4), Qt::AlignLeft | Qt::TextWordWrap, callout_);
  }
  if (band_) {
    QColor fill = tokens.accent;
    fill.setAlpha(40);
    painter.setPen(QPen(tokens.accent, 1.0));
    painter.setBrush(fill);
    painter.drawRect(*band_);
  }
}

}  // namespace w2s::ui
