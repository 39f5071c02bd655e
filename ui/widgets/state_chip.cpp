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
                           double seconds) {
  if (state != state_) {
    widest_ = 0;
  }
  state_ = state;
  parts_ = {stateText(state)};
  if (state != RunState::Idle && progress.done > 0) {
    const std::string_view stage = titleOf(progress.stage);
    const QString where = QString::fromUtf8(stage.data(), static_cast<qsizetype>(stage.size()));
    const QString unit = progress.unit == QLatin1String("steps") ? tr("step") : tr("row");
    parts_ += progress.total > 0
                  ? tr("%1 %2 %3 of %4")
                        .arg(where, unit, countText(progress.done), countText(progress.total))
                  : tr("%1 %2 %3").arg(where, unit, countText(progress.done));
  }
  if (state == RunState::Running || state == RunState::Preparing) {
    if (progress.per_second > 0.0) {
      parts_ += tr("%1 %2/s").arg(rateText(progress.per_second), progress.unit);
    }
    if (progress.seconds_left >= 0.0) {
      parts_ += tr("%1 left").arg(durationText(progress.seconds_left));
    }
  } else if (!isActive(state) && seconds > 0.0 && state != RunState::Idle) {
    parts_ += durationText(seconds);
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
  return (width + step - 1) / step * step + theme_.px(12 + 8 + 7 + 12);
}

QSize StateChip::sizeHint() const {
  return {widest_, theme_.px(28)};
}

QSize StateChip::minimumSizeHint() const {
  return {std::min(widest_, theme_.px(132)), theme_.px(28)};
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
  QStringList shown = parts_;
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
  painter.setBrush(dotColor(state_, tokens));
  painter.drawEllipse(QRectF(pill.left() + pad, (height() - dot) / 2.0, dot, dot));
  painter.setFont(font);
  painter.setPen(tokens.text);
  painter.drawText(QRectF(pill.left() + pad + dot + theme_.px(7), 0, room, height()),
                   Qt::AlignVCenter, line);
}

}  // namespace w2s::ui
