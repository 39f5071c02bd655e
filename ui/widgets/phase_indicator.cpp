#include "ui/widgets/phase_indicator.h"

#include <algorithm>

#include <QPainter>
#include <QPainterPath>

#include "ui/bridge/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"

namespace w2s::ui {
namespace {

// Beside a title and between two pills, at font scale 1: usual, and in the shortest row.
constexpr double kPad = 20.0;
constexpr double kArrow = 18.0;
constexpr double kMarkGap = 6.0;  // between title and mark
constexpr double kTightPad = 12.0;
constexpr double kTightArrow = 12.0;

using State = StageSeries::State;

const QString kTick = QStringLiteral("\u2713");

QString markOf(State state, bool cached, double share) {
  switch (state) {
    case State::Finished:
      return cached ? PhaseIndicator::tr("cached") : kTick;
    case State::Running:
      return QStringLiteral("%1 %").arg(qRound(100.0 * share));
    case State::Waiting:
    case State::Absent:
      return {};
  }
  return {};
}

double shareOf(const StageSeries& stage) {
  return stage.total > 0
             ? std::clamp(static_cast<double>(stage.done) / static_cast<double>(stage.total), 0.0,
                          1.0)
             : 0.0;
}

QColor colorOf(record::Role role, const Tokens& tokens) {
  switch (role) {
    case record::Role::Supervisor:
    case record::Role::Labels:
    case record::Role::Selection:
      return tokens.weak;
    case record::Role::Student:
      return tokens.student;
    case record::Role::Ceiling:
    case record::Role::Reference:
      return tokens.ceiling;
    case record::Role::Features:
    case record::Role::Other:
      break;
  }
  return tokens.muted;
}

// These wait for labels or features, not for each other.
bool isTrainedOnTheStrongSide(record::Role role) {
  return role == record::Role::Ceiling || role == record::Role::Reference ||
         role == record::Role::Student;
}

// The run's plan; before there is one, what every run has.
std::vector<record::PlannedStage> stagesOf(const RunSeries& series) {
  if (!series.plan.empty()) {
    return series.plan;
  }
  std::vector<record::PlannedStage> stages;
  for (const char* id : {record::stage::kWeak, record::stage::kWeakLabels, record::stage::kCeiling,
                         record::stage::kStudent}) {
    stages.push_back(record::describedStage(id));
  }
  return stages;
}

}  // namespace

PhaseIndicator::PhaseIndicator(const Theme& theme, QWidget* parent)
    : QWidget(parent), theme_(theme) {
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  setAccessibleName(tr("Stages of the run"));
  setToolTip(
      tr("Stages of a run: the weak supervisor is trained, labels the transfer rows, then ceiling "
         "and student "
         "train side by side. Stages whose settings did not change come from the cache."));
  connect(&theme_, &Theme::changed, this, [this] {
    updateGeometry();
    update();
  });
  collect({});
}

void PhaseIndicator::setSeries(const RunSeries& series) {
  collect(series);
  QStringList spoken;
  for (const Phase& phase : phases_) {
    const QString mark = markOf(phase.state, phase.cached, phase.share);
    spoken +=
        mark.isEmpty() ? tr("%1 waits").arg(phase.title) : phase.title + QLatin1Char(' ') + mark;
  }
  setAccessibleDescription(spoken.join(QStringLiteral(", ")));
  updateGeometry();
  update();
}

void PhaseIndicator::collect(const RunSeries& series) {
  phases_.clear();
  record::Role before = record::Role::Other;
  for (const record::PlannedStage& planned : stagesOf(series)) {
    const StageSeries& stage = series.stage(planned.id);
    Phase phase{.title = QString::fromStdString(said(planned.label)),
                .color = colorOf(planned.role, theme_.tokens()),
                .state = stage.state,
                .cached = stage.from_cache,
                .share = stage.state == State::Finished ? 1.0 : shareOf(stage)};
    phase.beside_previous =
        isTrainedOnTheStrongSide(planned.role) && isTrainedOnTheStrongSide(before);
    before = planned.role;
    phases_.push_back(std::move(phase));
  }
}

int PhaseIndicator::widthOf(const Phase& phase, Marks marks) const {
  const QFontMetrics metrics(theme_.font(11.5, QFont::Medium));
  int mark = 0;
  if (marks == Marks::Words) {
    mark = std::max(metrics.horizontalAdvance(tr("cached")),
                    metrics.horizontalAdvance(QStringLiteral("100 %")));
  } else if (marks == Marks::Ticks) {
    mark = metrics.horizontalAdvance(kTick);
  }
  return metrics.horizontalAdvance(phase.title) + theme_.px(kPad) +
         (mark > 0 ? mark + theme_.px(kMarkGap) : 0);
}

int PhaseIndicator::widthOf(Marks marks) const {
  int width = theme_.px(kArrow) * std::max(0, static_cast<int>(phases_.size()) - 1) + 2;
  for (const Phase& phase : phases_) {
    width += widthOf(phase, marks);
  }
  return width;
}

PhaseIndicator::Marks PhaseIndicator::marksFor(int width) const {
  return width >= widthOf(Marks::Words)   ? Marks::Words
         : width >= widthOf(Marks::Ticks) ? Marks::Ticks
                                          : Marks::None;
}

QSize PhaseIndicator::sizeHint() const {
  return {widthOf(Marks::Ticks), theme_.px(24)};  // words where there is room to spare
}

int PhaseIndicator::titlesWidth(double pad, double arrow) const {
  const QFontMetrics metrics(theme_.font(11.5, QFont::Medium));
  int width = 0;
  for (const Phase& phase : phases_) {
    width += metrics.horizontalAdvance(phase.title) + theme_.px(pad);
  }
  return width + theme_.px(arrow) * std::max(0, static_cast<int>(phases_.size()) - 1);
}

QSize PhaseIndicator::minimumSizeHint() const {
  return {titlesWidth(kTightPad, kTightArrow) + 2, theme_.px(24)};
}

void PhaseIndicator::paintEvent(QPaintEvent*) {
  const Tokens& tokens = theme_.tokens();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QFont font = theme_.font(11.5, QFont::Medium);
  const QFontMetricsF metrics(font);
  painter.setFont(font);
  double x = 0.5;
  // In a short row the pills keep a tick or their titles alone; how far a stage is shows in its
  // filling. In the shortest they draw together as well.
  const Marks marks = marksFor(width());
  const int least = titlesWidth(kPad, kArrow);
  const int tightest = minimumSizeHint().width();
  const double air =
      least > tightest
          ? std::clamp(static_cast<double>(width() - tightest) / (least - tightest), 0.0, 1.0)
          : 1.0;
  const double pad = theme_.px(kTightPad) + air * (theme_.px(kPad) - theme_.px(kTightPad));
  const double arrow = theme_.px(kTightArrow) + air * (theme_.px(kArrow) - theme_.px(kTightArrow));
  for (std::size_t i = 0; i < phases_.size(); ++i) {
    const Phase& phase = phases_[i];
    if (i > 0) {
      painter.setPen(tokens.muted);
      painter.drawText(QRectF(x, 0, arrow, height()), Qt::AlignCenter,
                       phase.beside_previous ? QStringLiteral("\u2016") : QStringLiteral("\u2192"));
      x += arrow;
    }
    const double pill_width =
        marks == Marks::None ? metrics.horizontalAdvance(phase.title) + pad : widthOf(phase, marks);
    const QRectF pill(x, 0.5, pill_width, height() - 1.0);
    QPainterPath shape;
    shape.addRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    painter.setPen(Qt::NoPen);
    painter.setClipPath(shape);
    painter.fillRect(pill, tokens.surface);
    QColor fill = phase.color;
    fill.setAlpha(55);
    painter.fillRect(QRectF(pill.left(), pill.top(), pill.width() * phase.share, pill.height()),
                     fill);
    painter.setClipping(false);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(phase.state == State::Running ? phase.color : tokens.border, 1.0));
    painter.drawPath(shape);
    const bool waits = phase.state == State::Waiting || phase.state == State::Absent;
    painter.setPen(waits ? tokens.muted : tokens.text);
    const double left = pill.left() + pad / 2.0;
    painter.drawText(QRectF(left, 0, pill.width(), height()), Qt::AlignVCenter, phase.title);
    const QString mark = marks == Marks::Words ? markOf(phase.state, phase.cached, phase.share)
                         : marks == Marks::Ticks && phase.state == State::Finished ? kTick
                                                                                   : QString();
    painter.setPen(tokens.muted);
    painter.drawText(QRectF(pill.left(), 0, pill.width() - pad / 2.0, height()),
                     Qt::AlignVCenter | Qt::AlignRight, mark);
    x += pill.width();
  }
}

}  // namespace w2s::ui
