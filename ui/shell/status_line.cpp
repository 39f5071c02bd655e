#include "ui/shell/status_line.h"

#include <chrono>

#include <QFontMetricsF>
#include <QLabel>
#include <QLayout>
#include <QRegularExpression>

#include "ui/bridge/experiment_session.h"
#include "ui/bridge/run_readings.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/steady_label.h"

namespace w2s::ui {
namespace {

constexpr double kNarrow = 720.0;  // at font scale 1
constexpr std::chrono::seconds kSaidLong{6};

}  // namespace

StatusLine::StatusLine(const Theme& theme, ExperimentSession& session, QWidget* parent)
    : QStatusBar(parent),
      theme_(theme),
      session_(session),
      numbers_(new SteadyLabel(this)),
      device_(new QLabel(this)) {
  setObjectName(QStringLiteral("status"));
  setSizeGripEnabled(false);
  numbers_->setObjectName(QStringLiteral("status.numbers"));
  numbers_->setTextFormat(Qt::RichText);
  // Long numbers give way to the window's width, not the other way round.
  numbers_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  device_->setObjectName(QStringLiteral("status.device"));
  device_->setTextFormat(Qt::PlainText);
  addWidget(numbers_, 1);
  addPermanentWidget(device_);
  connect(&session_, &ExperimentSession::refreshed, this, &StatusLine::refresh);
  connect(&session_, &ExperimentSession::focusChanged, this, &StatusLine::refresh);
  connect(&theme_, &Theme::changed, this, &StatusLine::refresh);
  said_long_enough_.setSingleShot(true);
  said_long_enough_.setInterval(kSaidLong);
  connect(&said_long_enough_, &QTimer::timeout, this, [this] {
    said_.clear();
    refresh();
  });
  refresh();
}

void StatusLine::say(const QString& text) {
  clearMessage();  // an explanation that is still there
  said_ = text;
  said_long_enough_.start();
  refresh();
}

void StatusLine::showCrosshair(const QString& html) {
  crosshair_ = html;
  refresh();
}

// Whole readings, as many as there is room for.
QString StatusLine::fittingCrosshair() const {
  static const QRegularExpression kBreak(QStringLiteral("(&nbsp;){2,}(\u00b7(&nbsp;)+)?"));
  if (!numbers_->isVisible()) {
    return crosshair_;
  }
  // Of the letters alone, and of no more of them than there is room for: this follows each move of the mouse.
  const QFontMetricsF metrics(theme_.font(12, QFont::DemiBold));
  double room = numbers_->width() - theme_.px(20);
  qsizetype kept = 0;
  const auto fits = [&](qsizetype end) {
    room -= metrics.horizontalAdvance(SteadyLabel::withoutTags(crosshair_.mid(kept, end - kept)));
    return room >= 0.0 || kept == 0;  // the first part is shown whatever it takes
  };
  for (auto breaks = kBreak.globalMatch(crosshair_); breaks.hasNext();) {
    const qsizetype end = breaks.next().capturedStart();
    if (end > 0 && !fits(end)) {
      return crosshair_.left(kept);
    }
    kept = end;
  }
  return fits(crosshair_.size()) ? crosshair_ : crosshair_.left(kept);
}

QString StatusLine::latestEvaluation() const {
  const RunSeries& series = session_.focus().series();
  const Tokens& tokens = theme_.tokens();
  const auto& evaluations = series.stage(record::stage::kStudent).evaluations;
  if (evaluations.empty()) {
    return series.id.empty() ? tr("Space starts and pauses, . steps, M is full speed, Ctrl+R "
                                  "rewinds, ? lists the keys")
                             : QString();
  }
  const metrics::Evaluation& last = evaluations.back();
  const Readings readings = readingsOf(series);
  const QFontMetrics metrics(theme_.font(12));
  const QString gap(4, QChar::Nbsp);
  // Whole parts, as many as there is room for.
  int room = numbers_->isVisible() ? numbers_->width() - theme_.px(20) : theme_.px(1000);
  QStringList parts;
  const auto add = [&](const QString& text, const QColor& color) {
    room -= metrics.horizontalAdvance(text + gap);
    if (room >= 0 || parts.isEmpty()) {
      parts += QStringLiteral("<span style='color:%1'>%2</span>").arg(color.name(), text);
    }
  };
  const auto share = [](const QString& label, double value) {
    return QStringLiteral("%1 %2").arg(label, decimalText(value, 3));
  };
  const QString step = countText(last.step);
  add(session_.experiment().size() > 1
          ? tr("seed %1, evaluated at step %2").arg(series.seed).arg(step)
          : tr("evaluated at step %1").arg(step),
      tokens.muted);
  add(share(tr("student"), last.test.accuracy), tokens.student);
  if (readings.ceiling.n > 0) {
    add(share(tr("ceiling"), readings.ceiling.accuracy), tokens.ceiling_text);
  }
  if (readings.weak.n > 0) {
    add(share(tr("weak"), readings.weak.accuracy), tokens.weak_text);
  }
  add(share(tr("agreement with weak labels"), last.test_agreement.overall), tokens.muted);
  return parts.join(gap);
}

void StatusLine::setRunName(const QString& name) {
  run_name_ = name;
  refresh();
}

void StatusLine::resizeEvent(QResizeEvent* event) {
  QStatusBar::resizeEvent(event);
  refresh();
}

void StatusLine::refresh() {
  const RunSeries& series = session_.focus().series();
  const QString device = QString::fromStdString(series.device).toUpper();
  // The log and the table of runs have the run's name too.
  const QString id = QString::fromStdString(series.id);
  device_->setText(series.device.empty() || width() < theme_.px(kNarrow)
                       ? device
                       : tr("%1 \u00b7 run %2").arg(device, run_name_.isEmpty() ? id : run_name_));
  device_->setToolTip(id);
  layout()->activate();
  const QString said = QStringLiteral("<span style='color:%1; font-weight:600'>%2</span>")
                           .arg(theme_.tokens().text.name(), said_.toHtmlEscaped());
  numbers_->setText(!said_.isEmpty()       ? said
                    : crosshair_.isEmpty() ? latestEvaluation()
                                           : fittingCrosshair());
  numbers_->setToolTip(said_);
}

}  // namespace w2s::ui
