#include "ui/pages/player_actions.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/config/form.h"
#include "ui/bridge/experiment_session.h"
#include "ui/bridge/recorded_runs.h"
#include "ui/bridge/run_player.h"
#include "ui/bridge/translated.h"
#include "ui/form/setting_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/whole_dialog.h"

namespace w2s::ui {
namespace {

void describeAction(QAction& action, const char* name, const QString& text, const QString& tip,
                    const QKeySequence& keys) {
  action.setObjectName(QLatin1String(name));
  action.setText(text);
  action.setShortcut(keys);
  action.setStatusTip(tip);
  action.setToolTip(QStringLiteral("%1 (%2)").arg(tip, keys.toString(QKeySequence::NativeText)));
}

}  // namespace

PlayerActions::PlayerActions(const Theme& theme, ExperimentSession& session, RunPlayer& player,
                             RecordedRuns* recorded, QWidget* window)
    : QObject(window),
      theme_(theme),
      session_(session),
      player_(player),
      recorded_(recorded),
      window_(window) {
  describeAction(toggle, "act.player.toggle", tr("Play"),
                 tr("Plays the recorded run that is shown, or pauses"), Qt::CTRL | Qt::Key_P);
  describeAction(step_batch, "act.player.step_batch", tr("One batch"),
                 tr("Shows the recorded run one batch later"), Qt::ALT | Qt::Key_Period);
  describeAction(step_evaluation, "act.player.step_evaluation", tr("To the next evaluation"),
                 tr("Shows the recorded run at its next evaluation"), Qt::ALT | Qt::Key_Right);
  describeAction(step_back, "act.player.step_back", tr("To the evaluation before"),
                 tr("Shows the recorded run at the evaluation before"), Qt::ALT | Qt::Key_Left);
  describeAction(to_begin, "act.player.to_begin", tr("To the beginning"),
                 tr("Shows the recorded run before its student's first step"),
                 Qt::ALT | Qt::Key_Home);
  describeAction(to_end, "act.player.to_end", tr("To the end"), tr("Shows the recorded run whole"),
                 Qt::ALT | Qt::Key_End);
  describeAction(slower, "act.player.slower", tr("Slower"), tr("Plays at half the speed"),
                 Qt::ALT | Qt::Key_Minus);
  describeAction(faster, "act.player.faster", tr("Faster"), tr("Plays at twice the speed"),
                 Qt::ALT | Qt::Key_Plus);
  describeAction(
      fork, "act.player.fork", tr("Fork\u2026"),
      tr("Starts a run that goes on from a step of this one with the settings on the left"),
      Qt::CTRL | Qt::SHIFT | Qt::Key_F);
  for (QAction* action : all()) {
    action->setParent(this);
  }
  connect(&toggle, &QAction::triggered, this, &PlayerActions::toggleRun);
  connect(&step_batch, &QAction::triggered, &player_,
          [this] { player_.step(record::StepUnit::Batch); });
  connect(&step_evaluation, &QAction::triggered, &player_,
          [this] { player_.step(record::StepUnit::Evaluation); });
  connect(&step_back, &QAction::triggered, &player_, &RunPlayer::stepBack);
  connect(&to_begin, &QAction::triggered, &player_, [this] { player_.moveTo(0); });
  connect(&to_end, &QAction::triggered, &player_, [this] { player_.moveTo(player_.steps()); });
  connect(&slower, &QAction::triggered, &player_, &RunPlayer::slower);
  connect(&faster, &QAction::triggered, &player_, &RunPlayer::faster);
  connect(&fork, &QAction::triggered, this, &PlayerActions::askForFork);
  connect(&player_, &RunPlayer::changed, this, &PlayerActions::refresh);
  connect(&session_, &ExperimentSession::stateChanged, this, &PlayerActions::refresh);
  connect(&theme_, &Theme::changed, this, &PlayerActions::restyle);
  if (recorded_ != nullptr) {
    connect(recorded_, &RecordedRuns::playWanted, &player_, &RunPlayer::play);
    connect(&recorded_->library(), &RunLibrary::changed, this, &PlayerActions::refresh);
  }
  restyle();
}

std::vector<QAction*> PlayerActions::all() {
  return {&toggle, &step_batch, &step_evaluation, &step_back, &to_begin,
          &to_end, &slower,     &faster,          &fork};
}

void PlayerActions::refresh() {
  const bool can_play = player_.canPlay();
  const bool at_begin = player_.position() <= 0;
  const bool at_end = player_.position() >= player_.steps();
  const QString id = QString::fromStdString(session_.focus().series().id);
  // A run that has just ended here is read from its folder first.
  toggle.setEnabled(can_play || (recorded_ != nullptr && recorded_->canOpen(id)));
  toggle.setText(player_.isPlaying() ? tr("Pause") : tr("Play"));
  toggle.setIcon(
      theme_.icon(player_.isPlaying() ? QStringLiteral("pause") : QStringLiteral("play")));
  step_batch.setEnabled(can_play && !at_end);
  step_evaluation.setEnabled(can_play && !at_end);
  step_back.setEnabled(can_play && !at_begin);
  to_begin.setEnabled(can_play && !at_begin);
  to_end.setEnabled(can_play && !at_end);
  slower.setEnabled(can_play && player_.speed() > RunPlayer::kSpeeds.front());
  fork.setEnabled(recorded_ != nullptr && recorded_->canFork(id));
  faster.setEnabled(can_play && player_.speed() < RunPlayer::kSpeeds.back());
}

void PlayerActions::toggleRun() {
  if (player_.canPlay()) {
    player_.toggle();
  } else if (recorded_ != nullptr) {
    recorded_->play(QString::fromStdString(session_.focus().series().id));
  }
}

// What the fork will have other than the run, in words.
QString PlayerActions::changedSettings() const {
  QStringList changes;
  for (const config::Difference& difference :
       config::diff(session_.focus().config(), session_.config())) {
    if (difference.affects_result) {
      changes += QStringLiteral("%1: %2 \u2192 %3")
                     .arg(translated(difference.label), QString::fromStdString(difference.left),
                          QString::fromStdString(difference.right));
    }
  }
  return changes.isEmpty() ? tr("No setting is changed: it will have the same numbers.")
                           : changes.join(QLatin1Char('\n'));
}

void PlayerActions::askForFork() {
  const QString id = QString::fromStdString(session_.focus().series().id);
  const RunSeries& whole = session_.focus().wholeSeries();
  const auto steps = static_cast<int>(
      std::min<std::int64_t>(RunRecording::stepsOf(whole), std::numeric_limits<int>::max()));
  const auto pinned = crosshair_ ? crosshair_() : std::nullopt;
  const double wanted = session_.focus().isShownInPart() ? static_cast<double>(player_.position())
                                                         : pinned.value_or(steps / 2);
  auto* dialog = new WholeDialog(
      {.name = QStringLiteral("player.fork"),
       .title = tr("Fork"),
       .text =
           tr("A new run that goes on after this many steps of the one that is shown (%1), with "
              "the settings on the left.\n%2")
               .arg(countText(steps), changedSettings()),
       .low = 0,
       .high = std::max(0, steps),
       .value = static_cast<int>(std::clamp(std::round(wanted), 0.0, static_cast<double>(steps))),
       .step = std::max(1, steps / 20)},
      window_);
  connect(dialog, &WholeDialog::chosen, this, [this, id](int step) { recorded_->fork(id, step); });
  dialog->open();
}

void PlayerActions::restyle() {
  step_evaluation.setIcon(theme_.icon(QStringLiteral("step")));
  step_back.setIcon(theme_.icon(QStringLiteral("step_back")));
  refresh();
}

}  // namespace w2s::ui
