#include "ui/form/settings_history.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include <QAction>

#include "core/config/form.h"
#include "core/config/settings.h"
#include "ui/bridge/experiment_session.h"
#include "ui/bridge/translated.h"
#include "ui/form/form_layout.h"
#include "ui/form/setting_text.h"

namespace w2s::ui {
namespace {

// The setting two configurations differ in, or how many.
QString describeChange(const config::ExperimentConfig& before,
                       const config::ExperimentConfig& after) {
  const std::vector<config::Difference> differences = config::diff(before, after);
  if (differences.empty()) {
    return SettingsHistory::tr("settings");
  }
  // Another choice brings fields along; the choice itself comes first.
  const config::Difference& first = differences.front();
  for (const config::Difference& other : differences) {
    if (!QString::fromStdString(other.key).startsWith(QString::fromStdString(first.key))) {
      return SettingsHistory::tr("%n settings", nullptr, static_cast<int>(differences.size()));
    }
  }
  return translated(first.label);
}

}  // namespace

class SettingsHistory::Step final : public QUndoCommand {
 public:
  Step(SettingsHistory& history, config::ExperimentConfig before, config::ExperimentConfig after,
       const QString& key, int gesture)
      : history_(history),
        before_(std::move(before)),
        after_(std::move(after)),
        key_(key),
        gesture_(gesture) {}

  void undo() override {
    history_.apply(before_);
  }
  void redo() override {
    history_.apply(after_);
  }
  [[nodiscard]] int id() const override {
    return key_.isEmpty() ? -1 : 1;
  }
  bool mergeWith(const QUndoCommand* other) override {
    const auto* next = static_cast<const Step*>(other);
    if (next->key_ != key_ || next->gesture_ != gesture_) {
      return false;
    }
    after_ = next->after_;
    setObsolete(after_ == before_);
    return true;
  }

 private:
  SettingsHistory& history_;
  config::ExperimentConfig before_;
  config::ExperimentConfig after_;
  QString key_;
  int gesture_;
};

// Seed and speed are no steps of their own, so each side is kept as it was left.
class SettingsHistory::BasisStep final : public QUndoCommand {
 public:
  BasisStep(SettingsHistory& history, SettingsState before, SettingsState after, bool done)
      : history_(history),
        before_(std::move(before)),
        after_(std::move(after)),
        is_choice_(!done),
        done_(done) {
    setText(choiceText(after_.basis));
  }

  void undo() override {
    after_ = history_.state();
    history_.apply(before_);
  }
  void redo() override {
    if (std::exchange(done_, false)) {
      return;
    }
    before_ = history_.state();
    history_.apply(after_);
  }
  [[nodiscard]] int id() const override {
    return is_choice_ ? 2 : -1;
  }
  bool mergeWith(const QUndoCommand* other) override {
    const auto* next = static_cast<const BasisStep*>(other);
    if (!isSameState(next->before_, after_)) {
      return false;
    }
    after_ = next->after_;
    setText(next->text());
    setObsolete(isSameState(after_, before_));
    return true;
  }

 private:
  SettingsHistory& history_;
  SettingsState before_;
  SettingsState after_;
  bool is_choice_;
  bool done_;  // the settings are there already when the step comes
};

SettingsHistory::SettingsHistory(ExperimentSession& session, QObject* parent)
    : QObject(parent), session_(session), known_(session.config()) {
  stack_.setUndoLimit(200);
  basis_.config = known_;
  connect(&session_, &ExperimentSession::configChanged, this, &SettingsHistory::notice);
  connect(&session_, &ExperimentSession::runChanged, this, &SettingsHistory::followRun);
  connect(&session_, &ExperimentSession::runBegan, this, [this] { run_basis_ = basis_; });
}

SettingsState SettingsHistory::state() const {
  return {.basis = basis_,
          .config = session_.config(),
          .seeds = session_.seeds(),
          .speed = session_.speedOfNextRun()};
}

void SettingsHistory::begin(const SettingsState& state) {
  stack_.clear();
  endGesture();
  apply(state);
}

void SettingsHistory::choose(const SettingsBasis& basis) {
  endGesture();
  const SettingsState before = state();
  const SettingsState after = stateOf(basis, before.seeds);
  if (isSameState(before, after)) {
    Q_EMIT basisChanged();  // whoever shows a list of them may have lost its place
    return;
  }
  stack_.push(new BasisStep(*this, before, after, false));
}

void SettingsHistory::expect(bool expecting) {
  expecting_from_ = expecting ? std::optional(state()) : std::nullopt;
  notice();
}

void SettingsHistory::adopt(const SettingsBasis& basis) {
  if (!expecting_from_) {
    return;
  }
  const SettingsState before = *std::exchange(expecting_from_, std::nullopt);
  endGesture();
  basis_ = basis;
  run_basis_ = basis;
  known_ = session_.config();
  stack_.push(new BasisStep(*this, before, state(), true));
  Q_EMIT basisChanged();
}

// One step of the next run's settings, and of the run's in progress where they are the same ones.
void SettingsHistory::apply(const config::ExperimentConfig& config) {
  const bool has_other_seeds = config.seeds != session_.config().seeds;
  own_change_ = true;
  known_ = config;
  if (isSameBasis(basis_, run_basis_)) {
    session_.editConfig(config);
  } else {
    session_.setConfig(config);
  }
  own_change_ = false;
  if (has_other_seeds) {
    session_.setSeeds(config.seeds);
  }
}

void SettingsHistory::apply(const SettingsState& state) {
  const bool stays_with_the_run =
      isSameBasis(basis_, run_basis_) && isSameBasis(state.basis, run_basis_);
  own_change_ = true;
  basis_ = state.basis;
  known_ = state.config;
  if (stays_with_the_run) {
    session_.editConfig(state.config);
  } else {
    session_.setConfig(state.config);
  }
  session_.setSeeds(state.seeds);
  session_.setSpeedOfNextRun(state.speed);
  own_change_ = false;
  Q_EMIT basisChanged();
}

Status SettingsHistory::set(const QString& key, const QString& value) {
  config::ExperimentConfig changed = session_.config();
  if (Status status =
          config::applySetting(changed, key.toStdString(), value.toUtf8().toStdString());
      !status) {
    return status;
  }
  if (!(changed == session_.config())) {
    push(changed, describeChange(session_.config(), changed), key);
  }
  return {};
}

void SettingsHistory::change(const config::ExperimentConfig& config, const QString& text) {
  if (!(config == session_.config())) {
    endGesture();
    push(config, text, {});
  }
}

void SettingsHistory::endGesture() {
  ++gesture_;
}

void SettingsHistory::push(const config::ExperimentConfig& after, const QString& text,
                           const QString& key) {
  auto* step = new Step(*this, session_.config(), after, key, gesture_);
  step->setText(text);
  stack_.push(step);  // does it
}

// Somebody else changed the settings.
void SettingsHistory::notice() {
  if (own_change_ || expecting_from_ || session_.config() == known_) {
    return;
  }
  const config::ExperimentConfig before = known_;
  known_ = session_.config();
  endGesture();
  auto* step = new Step(*this, before, known_, {}, gesture_);
  step->setText(describeChange(before, known_));
  stack_.push(step);  // doing it again changes nothing
}

// The run has it already: nothing is sent. Settings of another basis are not the run's.
void SettingsHistory::followRun(record::LiveParameter parameter, double value) {
  const config::ExperimentConfig before = session_.config();
  config::ExperimentConfig after = before;
  record::setValueIn(after, parameter, value);
  if (expecting_from_ || !isSameBasis(basis_, run_basis_) || after == before) {
    return;
  }
  own_change_ = true;
  known_ = after;
  session_.setConfig(after);
  own_change_ = false;
  const QString key = QString::fromStdString(
      fmt::format("run {} {}", session_.focus().series().id, keyOf(parameter)));
  auto* step = new Step(*this, before, after, key, 0);
  step->setText(describeChange(before, after));
  stack_.push(step);  // doing it again changes nothing
}

QAction* SettingsHistory::makeUndoAction(QObject* parent) {
  QAction* action = stack_.createUndoAction(parent, tr("Undo"));
  action->setObjectName(QStringLiteral("act.edit.undo"));
  action->setShortcut(QKeySequence::Undo);
  action->setStatusTip(tr("Takes the last change of the settings back"));
  return action;
}

QAction* SettingsHistory::makeRedoAction(QObject* parent) {
  QAction* action = stack_.createRedoAction(parent, tr("Redo"));
  action->setObjectName(QStringLiteral("act.edit.redo"));
  action->setShortcuts(
      {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
  action->setStatusTip(tr("Does the change again"));
  return action;
}

}  // namespace w2s::ui
