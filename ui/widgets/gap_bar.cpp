#include "ui/widgets/gap_bar.h"

#include <QPainter>

#include "ui/bridge/pgr_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/gap_track.h"
#include "ui/widgets/plain_text.h"

namespace w2s::ui {

GapBar::GapBar(const Theme& theme, QWidget* parent)
    : QWidget(parent), theme_(theme), glide_(theme) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setAccessibleName(tr("Performance gap recovered"));
  connect(&theme_, &Theme::changed, this, [this] {
    updateGeometry();
    update();
  });
  connect(&glide_, &Glide::moved, this, qOverload<>(&QWidget::update));
  setReadings({});
}

// Drawn as a value; muted where it is no result.
bool GapBar::isDefined() const {
  return readings_.pgr && metrics::isMeaningful(*readings_.pgr);
}

void GapBar::setReadings(const Readings& readings) {
  readings_ = readings;
  glide_.setTarget(isDefined() ? readings_.pgr->signed_value : std::nullopt);
  value_.clear();
  common_value_.clear();
  if (const auto& common = readings_.pgr_common) {
    common_value_ =
        metrics::isMeaningful(*common) ? decimalText(*common->signed_value, 2) : tr("n/a");
  }
  if (!readings_.pgr) {
    details_ = {tr("known once weak floor, student and ceiling are measured"), tr("not known yet")};
  } else if (!isDefined()) {
    details_ = {pgrCaveat(readings_),
                readings_.provisional ? tr("no clear gap yet") : tr("not defined here")};
  } else {
    describeValue(*readings_.pgr);
  }
  QString description =
      value_.isEmpty() ? details_.front() : tr("signed PGR %1, %2").arg(value_, details_.front());
  QString help =
      tr("<qt><b>Performance gap recovered</b> (signed): (student \u2212 weak) / (ceiling "
         "\u2212 weak). "
         "0 is the weak floor, 1 the ceiling. The book clamps it at 0.<br>%1</qt>")
          .arg(details_.front());
  if (readings_.reference.n > 0) {
    const QString reference = tr("reference %1 %").arg(percentText(readings_.reference.accuracy));
    description += QStringLiteral(", ") + reference;
    help.replace(QStringLiteral("</qt>"),
                 QStringLiteral("<br>%1: %2</qt>")
                     .arg(reference, tr("the strong model trained on the labels that trained the "
                                        "weak supervisor, without a supervisor in between")));
  }
  if (!common_value_.isEmpty()) {
    const QString against = tr("against the common ceiling %1").arg(common_value_);
    description += QStringLiteral(", ") + against;
    help.replace(QStringLiteral("</qt>"),
                 QStringLiteral("<br>%1: %2</qt>")
                     .arg(against, tr("a reference strong model that several experiments share, so "
                                      "that they compare whatever their own ceilings are")));
  }
  setAccessibleDescription(description);
  setRichToolTip(*this, help);
  update();
}

void GapBar::describeValue(const metrics::Pgr& pgr) {
  value_ = decimalText(*pgr.signed_value, 2);
  if (readings_.stopped_at) {
    details_ = {pgrCaveat(readings_), tr("stopped: no result")};
    return;
  }
  QString tail = readings_.provisional ? tr(" \u00b7 provisional") : QString();
  if (*pgr.signed_value < 0.0) {
    tail += tr(" \u00b7 book value 0");
  }
  if (!pgr.ci95) {
    details_ = {(readings_.provisional ? tr("provisional, the run goes on") : QString()),
                QString()};
    if (readings_.over_seeds && !readings_.provisional) {
      details_.front() = tr("no interval: one seed");
    }
    return;
  }
  if (const auto& over = readings_.over_seeds; over && pgr.ci95) {
    const QString interval =
        tr("95 % CI %1 to %2").arg(decimalText(pgr.ci95->low, 2), decimalText(pgr.ci95->high, 2));
    const QString seeds =
        tr(", PGR of means over %n seeds", nullptr, static_cast<int>(over->in_pgr));
    details_ = {interval + seeds + tail, interval + seeds, interval};
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

void GapBar::setCompact(bool compact) {
  if (compact != compact_) {
    compact_ = compact;
    updateGeometry();
    update();
  }
}

QSize GapBar::sizeHint() const {
  return {theme_.px(460), theme_.px(compact_ ? 68 : 96)};
}

QSize GapBar::minimumSizeHint() const {
  return {theme_.px(176), sizeHint().height()};
}

void GapBar::paintTexts(QPainter& painter, int left, int right) const {
  const Tokens& tokens = theme_.tokens();
  const QStringList titles{tr("Performance gap recovered"), tr("Gap recovered"), tr("PGR")};
  const QFont small = theme_.font(11.5);
  const int baseline = theme_.px(compact_ ? 25 : 48);
  int x = left;
  // The next of the wordings that fits; nothing where not even the shortest does.
  const auto write = [&](const QStringList& wordings, const QFont& font, const QColor& color,
                         int space) {
    const QFontMetrics metrics(font);
    const QString text = fittingText(wordings, metrics, right - x);
    if (wordings.contains(text) && !text.isEmpty()) {
      painter.setFont(font);
      painter.setPen(color);
      painter.drawText(x, baseline, text);
      x += metrics.horizontalAdvance(text) + theme_.px(space);
    }
  };
  const bool has_common = !common_value_.isEmpty();
  const QString value = value_.isEmpty() ? QStringLiteral("\u2013") : value_;
  write({value}, theme_.font(compact_ ? 18 : 24, QFont::Bold),
        value_.isEmpty() || readings_.stopped_at ? tokens.disabled : tokens.text,
        has_common ? 8 : 10);
  if (has_common) {
    // Both by their full names, or both by their short ones.
    const QFont second = theme_.font(compact_ ? 15 : 18, QFont::Bold);
    const int names =
        QFontMetrics(small).horizontalAdvance(tr("own ceiling") + tr("common ceiling"));
    const bool is_wide =
        x + names + QFontMetrics(second).horizontalAdvance(common_value_) + theme_.px(24) <= right;
    write({is_wide ? tr("own ceiling") : tr("own")}, small, tokens.muted, 16);
    write({common_value_}, second, tokens.text, 8);
    write({is_wide ? tr("common ceiling") : tr("common")}, small, tokens.muted, 0);
  } else if (compact_) {
    // What the number is, then how sure, as far as there is room.
    QStringList both;
    for (const QString& title : titles) {
      both += title + QStringLiteral(" \u00b7 ") + details_.back();
    }
    write(details_.back().isEmpty() ? titles : both + titles, small, tokens.muted, 0);
  } else {
    painter.setFont(small);
    painter.setPen(tokens.muted);
    painter.drawText(x, baseline - theme_.px(1),
                     fittingText(details_, QFontMetrics(small), right - x));
  }
  if (compact_) {
    return;
  }
  const QFont title_font = theme_.font(12);
  const QFontMetrics title_metrics(title_font);
  const QString title = fittingText(titles, title_metrics, right - left);
  painter.setFont(title_font);
  painter.setPen(tokens.muted);
  painter.drawText(left, theme_.px(22), title);
  if (has_common) {
    // The details give way: they go to the end of the title's line.
    const QFontMetrics metrics(small);
    const int title_end = left + title_metrics.horizontalAdvance(title) + theme_.px(24);
    const QString detail = fittingText(details_, metrics, right - title_end);
    if (details_.contains(detail)) {
      painter.setFont(small);
      painter.drawText(right - metrics.horizontalAdvance(detail), theme_.px(22), detail);
    }
  }
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
  paintTexts(painter, left, right);
  const double inset = theme_.px(7);
  paintBar(painter, QRectF(left + inset, theme_.px(compact_ ? 34 : 60), right - left - 2 * inset,
                           theme_.px(7)));
}

void GapBar::paintBar(QPainter& painter, const QRectF& bar) const {
  GapTrack track(theme_.tokens(), readings_, gapScaleOf(readings_), bar, theme_.fontScale());
  const std::optional<double> pgr =
      isDefined() ? std::optional(glide_.value().value_or(*readings_.pgr->signed_value))
                  : std::nullopt;
  track.paint(painter, pgr);
  painter.setFont(theme_.font(11, QFont::DemiBold));
  track.paintEnds(painter, tr("weak floor"));
  if (pgr) {
    track.paintName(painter, tr("student"), track.placeOf(*pgr), track.studentColor());
  }
  track.paintReference(painter);
}

}  // namespace w2s::ui
