#include "ui/widgets/state_chip.h"

#include <algorithm>

#include <QPainter>

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

QString stateText(RunState state) {
  switch (state) {
    case RunState::Idle:
      return StateChip::tr("Ready");
    case RunState::Preparing:
      return StateChip::tr("Preparing");
    case RunState::Running:
      return StateChip::tr("Running");
    case RunState::Paused:
      return StateChip::tr("Paused");
    case RunState::Diverged:
      return StateChip::tr("Diverged");
    case RunState::Stopping:
      return StateChip::tr("Stopping after this batch");
    case RunState::Finished:
      return StateChip::tr("Finished");
    case RunState::Stopped:
      return StateChip::tr("Stopped");
    case RunState::Failed:
      return StateChip::tr("Failed");
  }
  return {};
}

}  // namespace

StateChip::StateChip(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  setAccessibleName(tr("State of the run"));
  connect(&theme_, &Theme::changed, this, [this] {
    widest_ = widthFor(text());
    updateGeometry();
    update();
  });
  setReading(RunState::Idle, {}, 0.0);
}

void StateChip::setReading(RunState state, const RunController::Progress& progress,
                           double seconds, const QString& blocked) {
  const bool cannot_start = !blocked.isEmpty() && !isActive(state);
  if (state != state_ || cannot_start != blocked_) {
    widest_ = 0;
  }
  state_ = state;
  blocked_ = cannot_start;
  parts_ = {stateText(state)};
  short_parts_ = parts_;
  const auto add = [this](const QString& part, const QString& short_part) {
    parts_ += part;
    short_parts_ += short_part;
  };
  const QString unit = progress.unit == QLatin1String("steps") ? tr("steps") : tr("rows");
  if (state != RunState::Idle && progress.done > 0) {
    const QString where = QString::fromStdString(stageTitle(progress.stage));
    const QString one = progress.unit == QLatin1String("steps") ? tr("step") : tr("row");
    const QString done = countText(progress.done);
    if (progress.total > 0) {
      add(tr("%1 %2 %3 of %4").arg(where, one, done, countText(progress.total)),
          tr("%1 of %2").arg(done, countText(progress.total)));
    } else {
      add(tr("%1 %2 %3").arg(where, one, done), done);
    }
  }
  if (state == RunState::Running || state == RunState::Preparing) {
    if (progress.per_second > 0.0) {
      const QString rate = rateText(progress.per_second);
      add(tr("%1 %2/s").arg(rate, unit), tr("%1/s").arg(rate));
    }
    if (progress.seconds_left >= 0.0) {
      const QString left = tr("%1 left").arg(durationText(progress.seconds_left));
      add(left, left);
    }
  } else if (!isActive(state) && seconds > 0.0 && state != RunState::Idle) {
    add(durationText(seconds), durationText(seconds));
  }
  if (blocked_) {
    parts_ = {tr("Cannot start: %1").arg(blocked)};
    short_parts_ = parts_;
  }
  setAccessibleDescription(text());
  setToolTip(text());
  const int wanted = widthFor(text());
  if (wanted > widest_) {
    widest_ = wanted;
    updateGeometry();
  }
  update();
}

int StateChip::widthFor(const QString& text) const {
  const int step = theme_.px(16);
  const int width = QFontMetrics(theme_.font(12)).horizontalAdvance(text);
  const int whole = (width + step - 1) / step * step + theme_.px(12 + 8 + 7 + 12);
  // A sentence does not push the buttons away; the tooltip has all of it.
  return blocked_ ? std::min(whole, theme_.px(330)) : whole;
}

QSize StateChip::sizeHint() const {
  return {widest_, theme_.px(28)};
}

QSize StateChip::minimumSizeHint() const {
  return {std::min(widest_, theme_.px(150)), theme_.px(28)};
}

void StateChip::paintEvent(QPaintEvent*) {
  const Tokens& tokens = theme_.tokens();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QFont font = theme_.font(12);
  const QFontMetrics metrics(font);
  const int pad = theme_.px(12);
  const int dot = theme_.px(8);
  const int room = width() - 2 * pad - dot - theme_.px(7);
  // All, then all in fewer words, then the most important ones.
  const bool all_fit = metrics.horizontalAdvance(parts_.join(QStringLiteral(" \u00b7 "))) <= room;
  QStringList shown = all_fit ? parts_ : short_parts_;
  while (shown.size() > 1 &&
         metrics.horizontalAdvance(shown.join(QStringLiteral(" \u00b7 "))) > room) {
    shown.removeLast();
  }
  const QString line =
      metrics.elidedText(shown.join(QStringLiteral(" \u00b7 ")), Qt::ElideRight, room);
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
