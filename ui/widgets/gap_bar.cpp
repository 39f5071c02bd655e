#include "ui/widgets/gap_bar.h"

#include <algorithm>

#include <QPainter>
#include <QPainterPath>

#include "ui/shell/language.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"

namespace w2s::ui {

GapBar::GapBar(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setAccessibleName(tr("Performance gap recovered"));
  connect(&theme_, &Theme::changed, this, [this] {
    updateGeometry();
    update();
  });
  setReadings({});
}

bool GapBar::isDefined() const {
  return readings_.pgr && readings_.pgr->signed_value &&
         readings_.pgr->status == metrics::PgrStatus::Ok;
}

void GapBar::setReadings(const Readings& readings) {
  readings_ = readings;
  value_.clear();
  if (!readings_.pgr) {
    details_ = {tr("known once weak floor, student and ceiling are measured"), tr("not known yet")};
  } else if (!isDefined()) {
    const std::string_view reason = metrics::explain(readings_.pgr->status);
    details_ =
        readings_.provisional
            ? QStringList{tr("the ceiling is not clearly above the weak floor yet"),
                          tr("no clear gap yet")}
            : QStringList{translated(reason),
                          tr("not defined here")};
  } else {
    describeValue(*readings_.pgr);
  }
  setAccessibleDescription(
      value_.isEmpty() ? details_.front() : tr("signed PGR %1, %2").arg(value_, details_.front()));
  setToolTip(tr("<qt><b>Performance gap recovered</b> (signed): (student \u2212 weak) / (ceiling "
                "\u2212 weak). "
                "0 is the weak floor, 1 the ceiling. The book clamps it at 0.<br>%1</qt>")
                 .arg(details_.front()));
  update();
}

void GapBar::describeValue(const metrics::Pgr& pgr) {
  value_ = decimalText(*pgr.signed_value, 2);
  QString tail = readings_.provisional ? tr(" \u00b7 provisional") : QString();
  if (*pgr.signed_value < 0.0) {
    tail += tr(" \u00b7 book value 0");
  }
  if (!pgr.ci95) {
    details_ = {(readings_.provisional ? tr("provisional, the run goes on") : QString()),
                QString()};
    return;
  }
  const QString interval =
      tr("95 % CI %1 to %2").arg(decimalText(pgr.ci95->low, 2), decimalText(pgr.ci95->high, 2));
  // While the run goes on only accuracies are known, at its end the predictions row by row.
  const QString method =
      readings_.provisional
          ? tr(", from %1 test rows").arg(countText(readings_.student.n))
          : tr(", paired bootstrap over %1 test rows").arg(countText(readings_.student.n));
  details_ = {interval + method + tail, interval + tail, interval};
}

QSize GapBar::sizeHint() const {
  return {theme_.px(460), theme_.px(96)};
}

QSize GapBar::minimumSizeHint() const {
  return {theme_.px(220), theme_.px(96)};
}

void GapBar::paintEvent(QPaintEvent*) {
  const Tokens& tokens = theme_.tokens();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const double radius = theme_.px(8);
  painter.setPen(tokens.border);
  painter.setBrush(tokens.surface);
  painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);

  const int left = theme_.px(16);
  const int right = width() - theme_.px(16);
  painter.setFont(theme_.font(12));
  painter.setPen(tokens.muted);
  painter.drawText(left, theme_.px(22), tr("Performance gap recovered"));

  const QFont big = theme_.font(24, QFont::Bold);
  const QString value = value_.isEmpty() ? QStringLiteral("\u2013") : value_;
  painter.setFont(big);
  painter.setPen(value_.isEmpty() ? tokens.disabled : tokens.text);
  painter.drawText(left, theme_.px(48), value);
  const int detail_left = left + QFontMetrics(big).horizontalAdvance(value) + theme_.px(10);
  const QFont small = theme_.font(11.5);
  painter.setFont(small);
  painter.setPen(tokens.muted);
  painter.drawText(detail_left, theme_.px(47),
                   fittingText(details_, QFontMetrics(small), right - detail_left));

  const double inset = theme_.px(7);
  paintBar(painter, QRectF(left + inset, theme_.px(60), right - left - 2 * inset, theme_.px(7)));
}

void GapBar::paintBar(QPainter& painter, const QRectF& bar) const {
  const Tokens& tokens = theme_.tokens();
  const bool defined = isDefined();
  const double value = defined ? *readings_.pgr->signed_value : 0.0;
  // Floor and ceiling are the ends unless the student left the gap on either side.
  const double low = value < 0.0 ? std::max(value - 0.05, -0.5) : 0.0;
  const double high = value > 1.0 ? std::min(value + 0.05, 1.5) : 1.0;
  const auto xOf = [&](double pgr) {
    return bar.left() + (std::clamp(pgr, low, high) - low) / (high - low) * bar.width();
  };
  const double y = bar.center().y();
  painter.setPen(Qt::NoPen);
  painter.setBrush(tokens.track);
  painter.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2);
  if (defined) {
    const double from = std::min(xOf(0.0), xOf(value));
    const double to = std::max(xOf(0.0), xOf(value));
    painter.setBrush(tokens.student);
    painter.drawRect(QRectF(from, bar.top(), to - from, bar.height()));
    if (readings_.pgr->ci95) {
      QColor band = tokens.student;
      band.setAlpha(85);
      painter.setBrush(band);
      const double half = theme_.px(8);
      painter.drawRoundedRect(QRectF(QPointF(xOf(readings_.pgr->ci95->low), y - half),
                                     QPointF(xOf(readings_.pgr->ci95->high), y + half)),
                              theme_.px(5), theme_.px(5));
    }
  }
  const auto dot = [&](double x, double radius, const QColor& color) {
    painter.setPen(QPen(tokens.surface, theme_.px(2)));
    painter.setBrush(color);
    painter.drawEllipse(QPointF(x, y), radius, radius);
  };
  const bool known_weak = readings_.weak.n > 0;
  const bool known_ceiling = readings_.ceiling.n > 0;
  dot(xOf(0.0), theme_.px(8), known_weak ? tokens.weak : tokens.disabled);
  dot(xOf(1.0), theme_.px(8), known_ceiling ? tokens.ceiling : tokens.disabled);
  if (defined) {
    dot(xOf(value), theme_.px(9.5), tokens.student);
  }

  const QFont font = theme_.font(11, QFont::DemiBold);
  const QFontMetricsF metrics(font);
  painter.setFont(font);
  const double baseline = bar.bottom() + theme_.px(20);
  painter.setPen(known_weak ? tokens.weak_text : tokens.muted);
  painter.drawText(QPointF(xOf(0.0) - theme_.px(8), baseline), tr("weak floor"));
  painter.setPen(known_ceiling ? tokens.ceiling_text : tokens.muted);
  const QString ceiling = tr("ceiling");
  painter.drawText(QPointF(xOf(1.0) + theme_.px(8) - metrics.horizontalAdvance(ceiling), baseline),
                   ceiling);
  if (defined) {
    const QString student = tr("student");
    const double half = metrics.horizontalAdvance(student) / 2.0;
    const double floor_end =
        xOf(0.0) - theme_.px(8) + metrics.horizontalAdvance(tr("weak floor")) + theme_.px(8);
    const double ceiling_begin =
        xOf(1.0) + theme_.px(8) - metrics.horizontalAdvance(ceiling) - theme_.px(8);
    const double x = xOf(value) - half;
    if (x > floor_end && x + 2.0 * half < ceiling_begin) {
      painter.setPen(tokens.student);
      painter.drawText(QPointF(x, baseline), student);
    }
  }
}

}  // namespace w2s::ui
