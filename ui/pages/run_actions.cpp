#include "ui/pages/run_actions.h"

#include <algorithm>

#include "ui/theme/theme.h"

namespace w2s::ui {

using record::StepUnit;
using record::StopMode;

namespace {

constexpr double kSlowest = 1.0;
constexpr double kFastest = 10000.0;
constexpr int kMoreSeeds = 5;

void setTip(QAction& action, const QString& tip) {
  const QString keys = action.shortcut().toString(QKeySequence::NativeText);
  action.setToolTip(keys.isEmpty() ? tip : QStringLiteral("%1 (%2)").arg(tip, keys));
  action.setStatusTip(tip);
}

void describe(QAction& action, const char* name, const QString& text, const QString& tip,
              const QKeySequence& keys = {}) {
  action.setObjectName(QLatin1String(name));
  action.setText(text);
  action.setShortcut(keys);
  setTip(action, tip);
}

}  // namespace

RunActions::RunActions(const Theme& theme, ExperimentSession& session, QObject* parent)
    : QObject(parent), theme_(theme), session_(session) {
  describe(toggle, "act.run.toggle", tr("Start"), tr("Starts, pauses or continues the run"),
           Qt::Key_Space);
  describe(step_batch, "act.run.step_batch", tr("One batch"), tr("Trains one batch, then pauses"),
           Qt::Key_Period);
  describe(step_evaluation, "act.run.step_evaluation", tr("To the next evaluation"),
           tr("Trains up to the next evaluation, then pauses"), Qt::CTRL | Qt::Key_Period);
  describe(step_epoch, "act.run.step_epoch", tr("One epoch"),
           tr("Trains once through all transfer rows, then pauses"),
           Qt::CTRL | Qt::SHIFT | Qt::Key_Period);
  describe(rewind, "act.run.rewind", tr("Rewind"),
           tr("From the beginning with the same seed: equal settings give equal numbers"),
           Qt::CTRL | Qt::Key_R);
  describe(new_seed, "act.run.new_seed", tr("New seed"),
           tr("From the beginning with the next seed"), Qt::CTRL | Qt::SHIFT | Qt::Key_R);
  describe(set_seed, "act.run.set_seed", tr("Seeds\u2026"), tr("Sets the seeds of the next runs"));
  describe(add_seeds, "act.run.add_seeds", tr("Five more seeds"),
           tr("Trains five more seeds of the experiment that is shown; what is there stays"));
  describe(stop_keep, "act.run.stop_keep", tr("Stop and keep"),
           tr("Ends the run after this batch and keeps what it has measured"));
  describe(stop_discard, "act.run.stop_discard", tr("Stop and discard"),
           tr("Ends the run after this batch and removes it"));
  describe(slower, "act.run.slower", tr("Slower"), tr("Halves the pace of the run"),
           Qt::CTRL | Qt::Key_Down);
  describe(faster, "act.run.faster", tr("Faster"), tr("Doubles the pace of the run"),
           Qt::CTRL | Qt::Key_Up);
  describe(max_speed, "act.run.max_speed", tr("As fast as possible"),
           tr("Full speed, and back to the pace of before. Never changes the numbers."), Qt::Key_M);
  max_speed.setCheckable(true);
  describe(present, "act.present", tr("Present"), tr("Shows the run in big figures"), Qt::Key_F5);
  describe(export_figure, "act.export", tr("Export"), tr("Saves figures and tables"),
           Qt::CTRL | Qt::Key_E);
  describe(report, "act.report", tr("Report\u2026"), tr("Saves a page with figures and tables"),
           Qt::CTRL | Qt::SHIFT | Qt::Key_E);
  for (QAction* action : {&present, &export_figure, &report}) {
    action->setEnabled(false);
    action->setToolTip(tr("Not available: nothing to show has been opened yet"));
  }

  connect(&toggle, &QAction::triggered, &session_, &ExperimentSession::toggle);
  const auto steps = [this](QAction& action, StepUnit unit) {
    connect(&action, &QAction::triggered, &session_, [this, unit] { session_.step(unit); });
  };
  steps(step_batch, StepUnit::Batch);
  steps(step_evaluation, StepUnit::Evaluation);
  steps(step_epoch, StepUnit::Epoch);
  connect(&rewind, &QAction::triggered, &session_, &ExperimentSession::rewind);
  connect(&new_seed, &QAction::triggered, &session_, &ExperimentSession::newSeed);
  connect(&set_seed, &QAction::triggered, this, &RunActions::seedWanted);
  connect(&add_seeds, &QAction::triggered, &session_, [this] { session_.addSeeds(kMoreSeeds); });
  connect(&stop_keep, &QAction::triggered, &session_, [this] { session_.stop(StopMode::Keep); });
  connect(&stop_discard, &QAction::triggered, &session_,
          [this] { session_.stop(StopMode::Discard); });
  connect(&slower, &QAction::triggered, &session_, [this] {
    const double speed = session_.speed();
    session_.setSpeed(speed > 0.0 ? std::max(kSlowest, speed / 2.0) : pace_);
  });
  connect(&faster, &QAction::triggered, &session_, [this] {
    const double doubled = 2.0 * session_.speed();
    session_.setSpeed(doubled > kFastest ? 0.0 : doubled);
  });
  connect(&max_speed, &QAction::triggered, &session_,
          [this](bool max) { session_.setSpeed(max ? 0.0 : pace_); });
  connect(&session_, &ExperimentSession::speedChanged, this, &RunActions::showSpeed);
  connect(&session_, &ExperimentSession::stateChanged, this, &RunActions::showState);
  connect(&session_, &ExperimentSession::blockReasonChanged, this,
          [this] { showState(session_.state()); });
  connect(&theme_, &Theme::changed, this, &RunActions::restyle);
  showSpeed(session_.speed());
  restyle();
}

std::vector<QAction*> RunActions::all() {
  return {&toggle,    &step_batch, &step_evaluation, &step_epoch,   &rewind, &new_seed,
          &set_seed,  &add_seeds,  &stop_keep,       &stop_discard, &slower, &faster,
          &max_speed, &present,    &export_figure,   &report};
}

void RunActions::setUp(QAction& action, const QString& tip, const std::function<void()>& handler) {
  setTip(action, tip);
  action.setEnabled(true);
  connect(&action, &QAction::triggered, this, handler);
}

void RunActions::showSpeed(double steps_per_second) {
  max_speed.setChecked(steps_per_second <= 0.0);
  if (steps_per_second > 0.0) {
    pace_ = steps_per_second;
  }
  slower.setEnabled(steps_per_second <= 0.0 || steps_per_second > kSlowest);
  faster.setEnabled(steps_per_second > 0.0);
}

void RunActions::showState(RunState state) {
  const bool can_pause = isEnabled(Action::Pause, state);
  const bool can_resume = isEnabled(Action::Resume, state);
  const QString blocked = session_.blockReason();
  const auto enabled = [&](Action action) {
    return isEnabled(action, state) && (blocked.isEmpty() || !beginsRun(action, state));
  };
  // What begins a run says why it cannot, where it would say what it does.
  const auto tell = [&](QAction& action, const QString& tip, bool begins_run) {
    const QString text = begins_run && !blocked.isEmpty() ? blocked : tip;
    action.setToolTip(action.shortcut().isEmpty()
                          ? text
                          : QStringLiteral("%1 (%2)").arg(
                                text, action.shortcut().toString(QKeySequence::NativeText)));
  };
  toggle.setEnabled(can_pause || can_resume || enabled(Action::Start));
  toggle.setText(can_pause ? tr("Pause") : can_resume ? tr("Continue") : tr("Start"));
  tell(toggle,
       can_pause    ? tr("Pauses after this batch")
       : can_resume ? tr("Goes on where the run stands")
                    : tr("Starts a run with these settings"),
       !can_pause && !can_resume && isEnabled(Action::Start, state));
  toggle.setIcon(theme_.icon(can_pause ? QStringLiteral("pause") : QStringLiteral("play")));
  for (QAction* action : {&step_batch, &step_evaluation, &step_epoch}) {
    action->setEnabled(enabled(Action::Step));
    tell(*action, action->statusTip(), beginsRun(Action::Step, state));
  }
  rewind.setEnabled(enabled(Action::Rewind));
  tell(rewind, rewind.statusTip(), isEnabled(Action::Rewind, state));
  new_seed.setEnabled(enabled(Action::NewSeed));
  tell(new_seed, new_seed.statusTip(), isEnabled(Action::NewSeed, state));
  add_seeds.setEnabled(session_.canAddSeeds());
  stop_keep.setEnabled(isEnabled(Action::Stop, state));
  stop_discard.setEnabled(isEnabled(Action::Stop, state));
}

void RunActions::restyle() {
  step_batch.setIcon(theme_.icon(QStringLiteral("step")));
  rewind.setIcon(theme_.icon(QStringLiteral("rewind")));
  new_seed.setIcon(theme_.icon(QStringLiteral("dice")));
  present.setIcon(theme_.icon(QStringLiteral("present")));
  export_figure.setIcon(theme_.icon(QStringLiteral("export")));
  showState(session_.state());
}

}  // namespace w2s::ui
