#include "ui/shell/status_line.h"

#include <QLabel>

#include "ui/bridge/run_controller.h"
#include "ui/bridge/run_readings.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"

namespace w2s::ui {

StatusLine::StatusLine(const Theme& theme, RunController& controller, QWidget* parent)
    : QStatusBar(parent),
      theme_(theme),
      controller_(controller),
      numbers_(new QLabel(this)),
      device_(new QLabel(this)) {
  setObjectName(QStringLiteral("status"));
  setSizeGripEnabled(false);
  numbers_->setObjectName(QStringLiteral("status.numbers"));
  numbers_->setTextFormat(Qt::RichText);
  // Long numbers give way to the window's width, not the other way round.
  numbers_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  device_->setObjectName(QStringLiteral("status.device"));
  addWidget(numbers_, 1);
  addPermanentWidget(device_);
  connect(&controller_, &RunController::refreshed, this, &StatusLine::refresh);
  connect(&controller_, &RunController::runBegan, this, &StatusLine::refresh);
  connect(&theme_, &Theme::changed, this, &StatusLine::refresh);
  refresh();
}

void StatusLine::showCrosshair(const QString& html) {
  crosshair_ = html;
  refresh();
}

QString StatusLine::latestEvaluation() const {
  const RunSeries& series = controller_.series();
  const Tokens& tokens = theme_.tokens();
  const auto& evaluations = series.stage(experiment::StageKind::Student).evaluations;
  if (evaluations.empty()) {
    return series.id.empty() ? tr("Space starts and pauses, . steps, M is full speed, Ctrl+R "
                                  "rewinds, ? lists the keys")
                             : QString();
  }
  const metrics::Evaluation& last = evaluations.back();
  const auto part = [](const QString& label, double value, int decimals, const QColor& color) {
    return QStringLiteral("<span style='color:%1'>%2 %3</span>")
        .arg(color.name(), label, decimalText(value, decimals));
  };
  const Readings readings = readingsOf(series);
  QStringList parts{tr("evaluated at step %1").arg(countText(last.step)),
                    part(tr("student"), last.test.accuracy, 3, tokens.student)};
  if (readings.ceiling.n > 0) {
    parts += part(tr("ceiling"), readings.ceiling.accuracy, 3, tokens.ceiling_text);
  }
  if (readings.weak.n > 0) {
    parts += part(tr("weak"), readings.weak.accuracy, 3, tokens.weak_text);
  }
  parts += part(tr("agreement with weak labels"), last.test_agreement.overall, 3, tokens.muted);
  return parts.join(QStringLiteral("&nbsp;&nbsp;&nbsp;&nbsp;"));
}

void StatusLine::refresh() {
  const RunSeries& series = controller_.series();
  numbers_->setText(crosshair_.isEmpty() ? latestEvaluation() : crosshair_);
  device_->setText(series.device.empty() ? QString()
                                         : tr("%1 \u00b7 run %2")
                                               .arg(QString::fromStdString(series.device).toUpper(),
                                                    QString::fromStdString(series.id)));
}

}  // namespace w2s::ui
