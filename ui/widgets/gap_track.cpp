#include "ui/widgets/gap_track.h"

#include <algorithm>

#include <QFontMetricsF>
#include <QPainter>

#include "ui/theme/tokens.h"

namespace w2s::ui {

GapTrack::GapTrack(const Tokens& tokens, const Readings& readings, const GapScale& scale,
                   const QRectF& bar, double unit)
    : tokens_(tokens), readings_(readings), bar_(bar), unit_(unit), scale_(scale) {}

QColor GapTrack::studentColor() const {
  return readings_.stopped_at ? tokens_.disabled : tokens_.student;
}

double GapTrack::baseline() const {
  return bar_.bottom() + 20.0 * unit_;
}

void GapTrack::paint(QPainter& painter, std::optional<double> pgr) const {
  const double y = bar_.center().y();
  painter.setPen(Qt::NoPen);
  painter.setBrush(tokens_.track);
  painter.drawRoundedRect(bar_, bar_.height() / 2, bar_.height() / 2);
  if (pgr) {
    const double from = std::min(placeOf(0.0), placeOf(*pgr));
    const double to = std::max(placeOf(0.0), placeOf(*pgr));
    painter.setBrush(studentColor());
    painter.drawRect(QRectF(from, bar_.top(), to - from, bar_.height()));
    if (const auto& interval = readings_.pgr->ci95; interval && !readings_.stopped_at) {
      QColor band = tokens_.student;
      band.setAlpha(tokens_.area_alpha);
      painter.setBrush(band);
      painter.drawRoundedRect(QRectF(QPointF(placeOf(interval->low), y - 8.0 * unit_),
                                     QPointF(placeOf(interval->high), y + 8.0 * unit_)),
                              5.0 * unit_, 5.0 * unit_);
    }
  }
  if (const auto reference = placeOnGap(readings_, readings_.reference)) {
    // A line, as in the charts: no end of this gap.
    painter.setPen(QPen(tokens_.ceiling_text, 2.0 * unit_));
    const double x = placeOf(*reference);
    painter.drawLine(QPointF(x, y - 8.0 * unit_), QPointF(x, y + 8.0 * unit_));
  }
  const auto dot = [&](double at, double radius, const QColor& color) {
    painter.setPen(QPen(tokens_.surface, 2.0 * unit_));
    painter.setBrush(color);
    painter.drawEllipse(QPointF(placeOf(at), y), radius * unit_, radius * unit_);
  };
  dot(0.0, 8.0, readings_.weak.n > 0 ? tokens_.weak : tokens_.disabled);
  dot(1.0, 8.0, readings_.ceiling.n > 0 ? tokens_.ceiling : tokens_.disabled);
  if (const auto common = placeOnGap(readings_, readings_.common_ceiling)) {
    // Hollow: a ceiling, but not this experiment's.
    painter.setPen(QPen(tokens_.ceiling, 2.5 * unit_));
    painter.setBrush(tokens_.surface);
    painter.drawEllipse(QPointF(placeOf(*common), y), 6.0 * unit_, 6.0 * unit_);
  }
  if (pgr) {
    dot(*pgr, 9.5, studentColor());
  }
}

bool GapTrack::isFree(double left, double right) const {
  return std::ranges::none_of(taken_, [&](const auto& room) {
    return left < room.second + 4.0 * unit_ && right > room.first - 4.0 * unit_;
  });
}

void GapTrack::take(double left, double right) {
  taken_.emplace_back(left, right);
}

std::pair<double, double> GapTrack::paintEnds(QPainter& painter, const QString& weak) {
  const QFontMetricsF metrics(painter.font());
  const auto write = [&](const QString& text, double left, bool known, const QColor& color) {
    painter.setPen(known ? color : tokens_.muted);
    painter.drawText(QPointF(left, baseline()), text);
    take(left, left + metrics.horizontalAdvance(text));
  };
  const QString ceiling = tr("ceiling");
  const auto common = placeOnGap(readings_, readings_.common_ceiling);
  const bool has_common = common && *common > 1.0;
  // Outwards where the bar goes on, so that what lies between them has room for its name.
  const double weak_width = metrics.horizontalAdvance(weak);
  const double ceiling_width = metrics.horizontalAdvance(ceiling);
  const double weak_end = placeOf(0.0) + 8.0 * unit_;
  const double ceiling_begin = placeOf(1.0) - 8.0 * unit_;
  const bool weak_outwards = weak_end - weak_width >= bar_.left();
  const bool ceiling_outwards = !has_common && ceiling_begin + ceiling_width <= bar_.right();
  write(weak, weak_outwards ? weak_end - weak_width : placeOf(0.0) - 8.0 * unit_,
        readings_.weak.n > 0, tokens_.weak_text);
  write(ceiling, ceiling_outwards ? ceiling_begin : placeOf(1.0) + 8.0 * unit_ - ceiling_width,
        readings_.ceiling.n > 0, tokens_.ceiling_text);
  const std::pair between{taken_[0].second + 8.0 * unit_, taken_[1].first - 8.0 * unit_};
  if (has_common) {
    const double end = placeOf(*common) + 8.0 * unit_;
    for (const QString& text : {tr("common ceiling"), tr("common")}) {
      if (const double left = end - metrics.horizontalAdvance(text); isFree(left, end)) {
        write(text, left, true, tokens_.ceiling_text);
        break;
      }
    }
  }
  return between;
}

void GapTrack::paintName(QPainter& painter, const QString& text, double x, const QColor& color) {
  const double half = QFontMetricsF(painter.font()).horizontalAdvance(text) / 2.0;
  if (isFree(x - half, x + half)) {
    painter.setPen(color);
    painter.drawText(QPointF(x - half, baseline()), text);
    take(x - half, x + half);
  }
}

void GapTrack::paintReference(QPainter& painter) {
  if (const auto reference = placeOnGap(readings_, readings_.reference)) {
    paintName(painter, tr("reference"), placeOf(*reference), tokens_.ceiling_text);
  }
}

}  // namespace w2s::ui
