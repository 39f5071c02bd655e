// Undo and redo of settings.
//
// Every change of the next run's settings goes through here or is noticed here. A slider's way from
// where the hand took it to where it let go is one step. What the run in progress changes (the
// engine halves the learning rate, a replay repeats a live change) is a step too where the settings
// are the run's own; changes of one parameter that follow each other are one.
//
// Choosing a preset, opening a file and bringing a recorded run's settings are steps that change
// the basis (settings_basis.h) with the settings, the seed and the speed; undo brings all of them
// back as they were left. Choices with nothing edited between them, as leafing through the presets
// makes, are one step. The basis at the window's start is where history begins.
//
// A run in progress hears of edits, undone ones included, as new interventions: what it has seen
// stays seen. It never hears of a changed basis, nor of edits under another basis than the one it
// began with: these settings are the next run's, and so is the pace that comes with a basis. The
// run's own basis chosen again is an edit like a reset.
#pragma once

#include <optional>

#include <QObject>
#include <QUndoStack>

#include "core/base/result.h"
#include "core/config/experiment_config.h"
#include "core/record/live_parameters.h"
#include "ui/form/settings_basis.h"

class QAction;

namespace w2s::ui {

class ExperimentSession;

class SettingsHistory : public QObject {
  Q_OBJECT

 public:
  explicit SettingsHistory(ExperimentSession& session, QObject* parent = nullptr);

  // What "changed" and "reset" refer to.
  [[nodiscard]] const SettingsBasis& basis() const {
    return basis_;
  }
  [[nodiscard]] SettingsState state() const;

  // Forgets all steps; the session gets the settings, seed and speed where the next ones begin.
  void begin(const SettingsState& state);
  // One step: the basis with its settings, first seed and pace. Chosen again it resets these.
  void choose(const SettingsBasis& basis);
  // While true, settings that come to the session belong to a basis that adopt() will name.
  void expect(bool expecting);
  // Its settings are there: one step from where expect(true) was called. Without that, nothing.
  void adopt(const SettingsBasis& basis);

  // One setting, as config::applySetting takes it. Errors: its own; nothing has changed then.
  Status set(const QString& key, const QString& value);
  // Several settings in one step, named for the menu.
  void change(const config::ExperimentConfig& config, const QString& text);
  // The next edit is a step of its own, even of the same setting.
  void endGesture();

  [[nodiscard]] QUndoStack& stack() {
    return stack_;
  }
  // "Undo Learning rate", "Redo ...", with the usual keys: for a menu. Owned by `parent`.
  [[nodiscard]] QAction* makeUndoAction(QObject* parent);
  [[nodiscard]] QAction* makeRedoAction(QObject* parent);

 Q_SIGNALS:
  void basisChanged();

 private:
  class Step;
  class BasisStep;

  void push(const config::ExperimentConfig& after, const QString& text, const QString& key);
  void notice();
  void followRun(record::LiveParameter parameter, double value);
  void apply(const config::ExperimentConfig& config);
  void apply(const SettingsState& state);

  ExperimentSession& session_;
  QUndoStack stack_;
  SettingsBasis basis_;
  SettingsBasis run_basis_;         // of the present run
  config::ExperimentConfig known_;  // as this class last saw the settings
  std::optional<SettingsState> expecting_from_;
  bool own_change_ = false;
  int gesture_ = 0;
};

}  // namespace w2s::ui
