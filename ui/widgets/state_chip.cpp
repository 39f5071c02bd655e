#include "ui/widgets/state_chip.h"

#include <algorithm>
#include <cmath>

#include <QPainter>

#include "core/base/rounding.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"

namespace w2s::ui {
namespace {

QColor dotColor(RunState state, const Tokens& tokens) {
  switch (state) {
    case RunState::Preparing:
    case RunState::Running:
    case RunState::Finished:
      return tokens.ceiling;
    case RunState::Paused:
    case RunState::Stopping:
      return tokens.weak;
    case RunState::Diverged:
    case RunState::Failed:
      return tokens.trouble;
    case RunState::Idle:
    case RunState::Stopped:
      return tokens.disabled;
  }
  return tokens.disabled;
}

constexpr RunState kAllStates[] = {RunState::Idle,     RunState::Preparing, RunState::Running,
                                   RunState::Paused,   RunState::Diverged,  RunState::Stopping,
                                   RunState::Finished, RunState::Stopped,   RunState::Failed};

QString joined(QStringList parts) {
  parts.removeAll(QString());
  return parts.join(QStringLiteral(" \u00b7 "));
}

}  // namespace

QString StateChip::textOf(RunState state) {
  switch (state) {
    case RunState::Idle:
      return tr("Ready");
    case RunState::Preparing:
      return tr("Preparing");
    case RunState::Running:
      return tr("Running");
    case RunState::Paused:
      return tr("Paused");
    case RunState::Diverged:
      return tr("Diverged");
    case RunState::Stopping:
      return tr("Stopping after this batch");
    case RunState::Finished:
      return tr("Finished");
    case RunState::Stopped:
      return tr("Stopped");
    case RunState::Failed:
      return tr("Failed");
  }
  return {};
}

QString StateChip::recordedText() {
  return tr("Recorded");
}

StateChip::StateChip(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  setAccessibleName(tr("State of the run"));
  connect(&theme_, &Theme::changed, this, [this] {
    updateGeometry();
    update();
  });
  setReading(RunState::Idle, {}, 0.0);
}

void StateChip::setReading(RunState state, const RunSession::Progress& progress, double seconds,
                           const QString& blocked, bool recorded) {
  state_ = recorded ? RunState::Stopped : state;
  blocked_ = !blocked.isEmpty() && !isActive(state);
  const QString now = recorded ? recordedText() : textOf(state);
  const bool counts_steps = progress.unit == QLatin1String("steps");
  QString place;  // "student step 120 of 400"
  QString count;  // "120 of 400"
  QString share;  // "30 %"
  if (state != RunState::Idle && progress.done > 0) {
    const QString where = progress.seeds > 1 ? tr("%n seeds,", nullptr, progress.seeds)
                                             : QString::fromStdString(stageTitle(progress.stage));
    const QString one = counts_steps ? tr("step") : tr("row");
    const QString done = countText(progress.done);
    if (progress.total > 0) {
      place = tr("%1 %2 %3 of %4").arg(where, one, done, countText(progress.total));
      count = tr("%1 of %2").arg(done, countText(progress.total));
      // Not in whole numbers: a file may have any.
      const double part = static_cast<double>(progress.done) / static_cast<double>(progress.total);
      share = tr("%1 %").arg(wholeNumber<int>(std::floor(100.0 * std::min(part, 1.0) + 1e-9)));
    } else {
      place = tr("%1 %2 %3").arg(where, one, done);
      count = share = done;
    }
  }
  QString time;
  QString rate;
  QString short_rate;
  if (state == RunState::Running || state == RunState::Preparing) {
    if (progress.per_second > 0.0) {
      const QString number = rateText(progress.per_second);
      rate = tr("%1 %2/s").arg(number, counts_steps ? tr("steps") : tr("rows"));
      short_rate = tr("%1/s").arg(number);
    }
    if (progress.seconds_left >= 0.0) {
      time = tr("%1 left").arg(durationText(progress.seconds_left));
    }
  } else if (!recorded && !isActive(state) && seconds > 0.0 && state != RunState::Idle) {
    time = durationText(seconds);
  }
  wordings_ = blocked_ ? QStringList{tr("Cannot start: %1").arg(blocked)}
                       : QStringList{joined({now, place, time, rate}),
                                     joined({now, count, time, short_rate}),
                                     joined({now, count, time}),
                                     joined({now, share, time}),
                                     joined({now, share}),
                                     now};
  setAccessibleDescription(text());
  setToolTip(text());
  update();
}

void StateChip::setCompact(bool compact) {
  if (compact != compact_) {
    compact_ = compact;
    updateGeometry();
  }
}

int StateChip::widthFor(const QString& text) const {
  return QFontMetrics(theme_.font(12)).horizontalAdvance(text) + theme_.px(12 + 8 + 7 + 12);
}

QString StateChip::sample(const QStringList& beside) const {
  const QFontMetrics metrics(theme_.font(12));
  QString longest;
  for (const RunState state : kAllStates) {
    // While it stops there is no remaining time.
    const QString text =
        joined(QStringList{textOf(state)} +
               (state == RunState::Stopping ? beside.mid(0, beside.size() - 1) : beside));
    if (metrics.horizontalAdvance(text) > metrics.horizontalAdvance(longest)) {
      longest = text;
    }
  }
  return longest;
}

QSize StateChip::sizeHint() const {
  const QFont font = theme_.font(12);
  if (hint_font_ != font) {
    hints_ = {};
    hint_font_ = font;
  }
  QSize& hint = hints_[compact_ ? 1 : 0];
  if (hint.isValid()) {
    return hint;
  }
  const QString time = tr("%1 left").arg(durationText(3599.0));
  const QString count = tr("%1 of %2").arg(countText(20'000), countText(20'000));
  hint = {widthFor(compact_ ? sample({tr("%1 %").arg(100), time}) : sample({count, time})),
          theme_.px(28)};
  return hint;
}

QSize StateChip::minimumSizeHint() const {
  return sizeHint();
}

QString StateChip::shownIn(int width) const {
  return fittingText(wordings_, QFontMetrics(theme_.font(12)), width - widthFor(QString()));
}

void StateChip::paintEvent(QPaintEvent*) {
  const Tokens& tokens = theme_.tokens();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QFont font = theme_.font(12);
  const int pad = theme_.px(12);
  const int dot = theme_.px(8);
  const int room = width() - 2 * pad - dot - theme_.px(7);
  const QString line = shownIn(width());
  const QRectF pill(rect());
  painter.setPen(Qt::NoPen);
  painter.setBrush(tokens.chip);
  painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
  painter.setBrush(blocked_ ? tokens.trouble : dotColor(state_, tokens));
  painter.drawEllipse(QRectF(pill.left() + pad, (height() - dot) / 2.0, dot, dot));
  painter.setFont(font);
  painter.setPen(tokens.text);
  painter.drawText(QRectF(pill.left() + pad + dot + theme_.px(7), 0, room, height()),
                   Qt::AlignVCenter, line);
}

}  // namespace w2s::ui
