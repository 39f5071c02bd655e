#include "ui/pages/run_actions.h"

#include "ui/theme/theme.h"

namespace w2s::ui {

using experiment::StepUnit;
using experiment::StopMode;

RunActions::RunActions(const Theme& theme, RunController& controller, QObject* parent)
    : QObject(parent), theme_(theme), controller_(controller) {
  const auto set = [](QAction& action, const char* name, const QString& text, const QString& tip,
                      const QKeySequence& keys = {}) {
    action.setObjectName(QLatin1String("act.run.") + QLatin1String(name));
    action.setText(text);
    action.setShortcut(keys);
    action.setToolTip(keys.isEmpty() ? tip
                                     : QStringLiteral("%1 (%2)").arg(
                                           tip, keys.toString(QKeySequence::NativeText)));
    action.setStatusTip(tip);
  };
  set(toggle, "toggle", tr("Start"), tr("Starts the run"), Qt::Key_Space);
  set(step_batch, "step_batch", tr("One batch"), tr("Trains one batch, then pauses"),
      Qt::Key_Period);
  set(step_evaluation, "step_evaluation", tr("To the next evaluation"),
      tr("Trains up to the next evaluation, then pauses"), Qt::CTRL | Qt::Key_Period);
  set(step_epoch, "step_epoch", tr("One epoch"),
      tr("Trains once through all transfer rows, then pauses"),
      Qt::CTRL | Qt::SHIFT | Qt::Key_Period);
  set(rewind, "rewind", tr("Rewind"),
      tr("From the beginning with the same seed: equal settings give equal numbers"),
      Qt::CTRL | Qt::Key_R);
  set(new_seed, "new_seed", tr("New seed"), tr("From the beginning with the next seed"),
      Qt::CTRL | Qt::SHIFT | Qt::Key_R);
  set(stop_keep, "stop_keep", tr("Stop and keep"),
      tr("Ends the run after this batch and keeps what it has measured"));
  set(stop_discard, "stop_discard", tr("Stop and discard"),
      tr("Ends the run after this batch and removes it"));

  connect(&toggle, &QAction::triggered, &controller_, &RunController::toggle);
  connect(&step_batch, &QAction::triggered, &controller_,
          [this] { controller_.step(StepUnit::Batch); });
  connect(&step_evaluation, &QAction::triggered, &controller_,
          [this] { controller_.step(StepUnit::Evaluation); });
  connect(&step_epoch, &QAction::triggered, &controller_,
          [this] { controller_.step(StepUnit::Epoch); });
  connect(&rewind, &QAction::triggered, &controller_, &RunController::rewind);
  connect(&new_seed, &QAction::triggered, &controller_, &RunController::newSeed);
  connect(&stop_keep, &QAction::triggered, &controller_,
          [this] { controller_.stop(StopMode::Keep); });
  connect(&stop_discard, &QAction::triggered, &controller_,
          [this] { controller_.stop(StopMode::Discard); });
  connect(&controller_, &RunController::stateChanged, this, &RunActions::follow);
  connect(&controller_, &RunController::blockReasonChanged, this,
          [this] { follow(controller_.state()); });
  connect(&theme_, &Theme::changed, this, &RunActions::restyle);
  restyle();
}

std::vector<QAction*> RunActions::all() {
  return {&toggle, &step_batch, &step_evaluation, &step_epoch,
          &rewind, &new_seed,   &stop_keep,       &stop_discard};
}

void RunActions::follow(RunState state) {
  const bool can_pause = isEnabled(Action::Pause, state);
  const bool can_resume = isEnabled(Action::Resume, state);
  const QString blocked = controller_.blockReason();
  // What begins a run says why it cannot, where it would say what it does.
  const auto tell = [&](QAction& action, const QString& tip, bool begins_run) {
    const QString text = begins_run && !blocked.isEmpty() ? blocked : tip;
    action.setToolTip(action.shortcut().isEmpty()
                          ? text
                          : QStringLiteral("%1 (%2)").arg(
                                text, action.shortcut().toString(QKeySequence::NativeText)));
  };
  toggle.setEnabled(can_pause || can_resume || controller_.isEnabled(Action::Start));
  toggle.setText(can_pause ? tr("Pause") : can_resume ? tr("Continue") : tr("Start"));
  tell(toggle,
       can_pause    ? tr("Pauses after this batch")
       : can_resume ? tr("Goes on where the run stands")
                    : tr("Starts a run with these settings"),
       !can_pause && !can_resume && isEnabled(Action::Start, state));
  toggle.setIcon(theme_.icon(can_pause ? QStringLiteral("pause") : QStringLiteral("play"),
                             theme_.tokens().accent_text));
  for (QAction* action : {&step_batch, &step_evaluation, &step_epoch}) {
    action->setEnabled(controller_.isEnabled(Action::Step));
    tell(*action, action->statusTip(), beginsRun(Action::Step, state));
  }
  rewind.setEnabled(controller_.isEnabled(Action::Rewind));
  tell(rewind, rewind.statusTip(), isEnabled(Action::Rewind, state));
  new_seed.setEnabled(controller_.isEnabled(Action::NewSeed));
  tell(new_seed, new_seed.statusTip(), isEnabled(Action::NewSeed, state));
  stop_keep.setEnabled(isEnabled(Action::Stop, state));
  stop_discard.setEnabled(isEnabled(Action::Stop, state));
}

void RunActions::restyle() {
  step_batch.setIcon(theme_.icon(QStringLiteral("step")));
  rewind.setIcon(theme_.icon(QStringLiteral("rewind")));
  new_seed.setIcon(theme_.icon(QStringLiteral("dice")));
  follow(controller_.state());
}

}  // namespace w2s::ui
