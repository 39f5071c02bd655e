#include "ui/pages/run_page.h"

#include <cmath>

#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>

#include "core/base/plain_text.h"
#include "ui/bridge/experiment_session.h"
#include "ui/bridge/pgr_text.h"
#include "ui/bridge/words.h"
#include "ui/charts/chart_board.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/format.h"
#include "ui/widgets/gap_bar.h"
#include "ui/widgets/missing_panel.h"
#include "ui/widgets/numbers_row.h"
#include "ui/widgets/phase_indicator.h"
#include "ui/widgets/stat_card.h"

namespace w2s::ui {
namespace {

using record::DivergenceDecision;
using record::StageId;

constexpr int kGap = 10;
// Below this height, at font scale 1, the numbers give up their second lines.
constexpr double kLow = 380.0;
constexpr double kChart = 118.0;  // one that can be read

// Asks for no more height than it needs. A message above, whose height follows from its width, makes
// the page as high as the hints of all parts: it would scroll although the charts can be lower.
class LowStack final : public QStackedWidget {
 public:
  using QStackedWidget::QStackedWidget;

  [[nodiscard]] QSize sizeHint() const override {
    return {QStackedWidget::sizeHint().width(), minimumHeight()};
  }
};

QStringList intervalTexts(const metrics::Performance& performance) {
  const QString half = decimalText(100.0 * halfWidth95(performance), 1);
  return {RunPage::tr("\u00b1%1 \u00b7 n = %2").arg(half, countText(performance.n)),
          RunPage::tr("\u00b1%1, n %2").arg(half, countText(performance.n))};
}

// Of a mean over seeds: its sample standard deviation, and of how many.
QStringList spreadTexts(const metrics::MeanAndSd& over) {
  if (over.n < 2) {
    return {RunPage::tr("of one seed so far"), RunPage::tr("one seed")};
  }
  const QString sd = decimalText(100.0 * over.sd, 1);
  const QString n = countText(over.n);
  return {RunPage::tr("sd %1 over %2 seeds").arg(sd, n), RunPage::tr("sd %1, %2 seeds").arg(sd, n),
          RunPage::tr("sd %1").arg(sd)};
}

}  // namespace

RunPage::RunPage(const Theme& theme, ExperimentSession& session, QWidget* parent)
    : QWidget(parent), theme_(theme), session_(session) {
  setObjectName(QStringLiteral("run_page"));
  phases_ = new PhaseIndicator(theme, this);
  phases_->setObjectName(QStringLiteral("run.phases"));
  auto* head = new QHBoxLayout;
  head->addWidget(phases_, 1);
  board_ = new ChartBoard(theme, this);
  head->addWidget(board_->tools());

  shown_run_ = new QLabel(this);
  shown_run_->setObjectName(QStringLiteral("run.shown"));
  shown_run_->setProperty("note", true);
  shown_run_->setWordWrap(true);
  shown_run_->setTextFormat(Qt::PlainText);
  shown_run_->hide();
  numbers_ = new NumbersRow(theme, this);
  banner_ = new Banner(theme, this);
  missing_ = new MissingPanel(theme, this);
  stack_ = new LowStack(this);
  stack_->addWidget(board_);
  stack_->addWidget(missing_);
  showCharts();

  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(14, 10, 14, 12);
  column->setSpacing(kGap);
  column->addLayout(head);
  column->addWidget(shown_run_);
  column->addWidget(banner_);
  column->addWidget(numbers_);
  column->addWidget(stack_, 1);

  connect(&session_, &ExperimentSession::focusChanged, this, &RunPage::beginRun);
  connect(&session_, &ExperimentSession::refreshed, this, &RunPage::refresh);
  connect(&session_, &ExperimentSession::stateChanged, this, &RunPage::followState);
  connect(&session_, &ExperimentSession::configChanged, this, &RunPage::sayWhichRun);
  connect(&session_, &ExperimentSession::runEnded, this, &RunPage::offerToTrainAnew);
  connect(&session_, &ExperimentSession::failed, this, &RunPage::showFailure);
  connect(&session_, &ExperimentSession::diverged, this, &RunPage::showDivergence);
  connect(missing_, &MissingPanel::retryRequested, &session_, &ExperimentSession::start);
  connect(banner_, &Banner::visibilityChanged, this, &RunPage::makeRoom);
  connect(board_, &ChartBoard::maximisedChanged, this, &RunPage::makeRoom);
  connect(&theme_, &Theme::changed, this, [this] {
    phases_->setSeries(session_.focus().series());
    makeRoom();
  });
  refreshNumbers();
}

RunPage::~RunPage() = default;

void RunPage::addNotice(QWidget* notice) {
  static_cast<QVBoxLayout*>(layout())->insertWidget(1, notice);
}

void RunPage::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  makeRoom();
}

void RunPage::makeRoom() {
  // Measured on the page: of it the numbers take a share.
  const int height = parentWidget() != nullptr ? parentWidget()->height() : this->height();
  numbers_->setCompact(height < theme_.px(kLow));
  // A maximised chart has all of a low page.
  numbers_->setVisible(height >= theme_.px(kLow) || board_->maximised().empty());
  stack_->setMinimumHeight(stack_->currentWidget() == missing_
                               ? missing_->minimumSizeHint().height()
                               : theme_.px(kChart));
  // Measured on the window: this page grows when the panel gives way.
  Q_EMIT needsRoom(!banner_->isHidden() && window()->height() <= theme_.px(860));
}

void RunPage::beginRun() {
  showCharts();
  board_->setRun(&session_.focus().series());
  board_->setSeeds(session_.seriesOfSeeds());
  sayWhichRun();
  refresh();
  // Of a run that comes back into focus.
  const RunSeries& run = session_.focus().series();
  if (run.failure) {
    showFailure(run.failure->error);
  } else if (run.divergence) {
    showDivergence(*run.divergence);
  }
}

// Another preset changes what stands on the left at once; charts and numbers stay the run's.
void RunPage::sayWhichRun() {
  const RunSeries& run = session_.focus().series();
  const bool other = !run.id.empty() && session_.config().name != session_.focus().config().name;
  if (other) {
    shown_run_->setText(tr("Shown: %1, seed %2. The settings on the left are for the next run.")
                            .arg(QString::fromStdString(plainText(session_.focus().config().name)))
                            .arg(run.seed));
  }
  shown_run_->setVisible(other);
}

void RunPage::refresh() {
  phases_->setSeries(session_.focus().series());
  refreshNumbers();
  board_->refresh();
}

void RunPage::refreshNumbers() {
  const Readings readings = readingsOf(session_.seriesOfSeeds());
  const QStringList on_truth{tr("trained on ground truth"), tr("on ground truth")};
  const QStringList elsewhere{tr("labels made elsewhere"), tr("made elsewhere")};
  const bool is_elsewhere = session_.focus().config().weak.front().isMadeElsewhere();
  const bool no_floor = readings.pgr && readings.pgr->status == metrics::PgrStatus::FloorUnknown;
  const auto details = [&](const metrics::Performance& performance, const QStringList& unknown) {
    if (performance.n == 0) {
      return unknown;
    }
    if (readings.weak.n == 0) {
      return readings.over_seeds ? unknown : intervalTexts(performance);
    }
    const QString points = pointsText(performance.accuracy, readings.weak.accuracy);
    return QStringList{tr("%1 points over weak").arg(points), tr("%1 over weak").arg(points)};
  };
  const auto of_weak = [&] {
    return readings.over_seeds ? spreadTexts(readings.over_seeds->weak)
                               : intervalTexts(readings.weak);
  };
  const auto further = [&](double metrics::MeasuredGap::*role) {
    QStringList texts;
    for (const metrics::MeasuredGap& gap : readings.measures) {
      const metrics::Measure* const measure = metrics::findMeasure(gap.measure);
      // The accuracy is what the card itself says.
      if (measure != nullptr && gap.measure != "accuracy" && std::isfinite(gap.*role)) {
        texts += measureText(*measure, gap.*role);
      }
    }
    return texts;
  };
  numbers_->weak().setReading(readings.weak.accuracy,
                              readings.weak.n > 0 ? of_weak()
                              : is_elsewhere      ? elsewhere
                                                  : on_truth,
                              further(&metrics::MeasuredGap::weak),
                              no_floor ? pgrCaveat(readings) : QString());
  QStringList of_student =
      details(readings.student, {tr("trained on weak labels"), tr("on weak labels")});
  if (readings.initial_student) {
    const QString before = percentText(*readings.initial_student);
    of_student = {tr("%1; before training %2 %").arg(of_student.front(), before),
                  tr("before training %1 %").arg(before), tr("before %1 %").arg(before)};
  }
  QStringList of_ceiling = details(readings.ceiling, on_truth);
  if (const auto& over = readings.over_seeds) {
    if (readings.student.n > 0) {
      of_student = spreadTexts(over->student);
    }
    if (readings.ceiling.n > 0) {
      of_ceiling = spreadTexts(over->ceiling);
    }
  }
  numbers_->student().setReading(readings.student.accuracy, of_student,
                                 further(&metrics::MeasuredGap::student));
  numbers_->ceiling().setReading(readings.ceiling.accuracy, of_ceiling,
                                 further(&metrics::MeasuredGap::ceiling));
  numbers_->gap().setReadings(readings);
}

void RunPage::showCharts() {
  banner_->hide();
  // Behind the charts it must not make the page higher than they are.
  missing_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
  stack_->setCurrentWidget(board_);
  makeRoom();
}

void RunPage::followState() {
  const RunState state = session_.state();
  if (state == RunState::Running || state == RunState::Stopping) {
    banner_->hide();
  }
}

// Curves that come at once were not trained just now.
void RunPage::offerToTrainAnew() {
  const StageSeries& student = session_.focus().series().stage(record::stage::kStudent);
  if (session_.focus().state() != RunState::Finished || !student.from_cache) {
    return;
  }
  banner_->showMessage(
      tr("The student comes from the cache"),
      tr("An equal run was trained before; these are its recorded curves."), {},
      {{tr("Train anew"), QStringLiteral("train_anew"),
        tr("Trains the student again with the same seed"), [this] { session_.trainAnew(); }}},
      Banner::Kind::Information);
}

void RunPage::showFailure(const Error& error) {
  const QString message = QString::fromStdString(said(error));
  const QString report = error.detail.empty()
                             ? message
                             : message + QLatin1Char('\n') + QString::fromStdString(error.detail);
  if (error.code == ErrorCode::NotFound) {
    banner_->hide();
    missing_->showText(message);
    missing_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    stack_->setCurrentWidget(missing_);
    makeRoom();
    return;
  }
  banner_->showMessage(tr("The run failed"), message, report,
                       {{tr("Try again"), QStringLiteral("retry"),
                         tr("Starts a run with the same seed"), [this] { session_.rewind(); }}});
}

void RunPage::showDivergence(const record::Diverged& divergence) {
  const QString term =
      divergence.term == "kd"
          ? tr("KD")
          : QString::fromStdString(divergence.term).replace(QLatin1Char('_'), QLatin1Char(' '));
  banner_->showMessage(tr("Training diverged at step %1").arg(countText(divergence.step)),
                       tr("The %1 became infinite or not a number, most often because the learning "
                          "rate is too high. The run is paused; "
                          "nothing is lost. The last good step is %2.")
                           .arg(term == QLatin1String("gradient") ? term : tr("%1 term").arg(term),
                                countText(divergence.last_good_step)),
                       {},
                       {{tr("Rewind to last good"), QStringLiteral("rewind"),
                         tr("Goes back to the last checkpoint with finite numbers"),
                         [this] { session_.focus().decide(DivergenceDecision::RewindToLastGood); }},
                        {tr("Halve the learning rate and retry"), QStringLiteral("halve"),
                         tr("Goes back and trains on with half the learning rate"), [this] {
                           session_.focus().decide(DivergenceDecision::HalveLearningRateAndRetry);
                         }}});
}

}  // namespace w2s::ui
