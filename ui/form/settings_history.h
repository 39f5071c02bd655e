// Undo and redo of settings.
//
// Every change of the next run's settings goes through here or is noticed here. A slider's way from
// where the hand took it to where it let go is one step. Undoing a live change while a run goes on
// sends the run the value it had before, as a new intervention: what the run has seen stays seen.
// What others change (the engine halves the learning rate) is a step too; a preset begins anew.
#pragma once

#include <QObject>
#include <QUndoStack>

#include "core/base/result.h"
#include "core/config/experiment_config.h"

class QAction;

namespace w2s::ui {

class RunController;

class SettingsHistory : public QObject {
  Q_OBJECT

 public:
  explicit SettingsHistory(RunController& controller, QObject* parent = nullptr);

  // One setting, as config::applySetting takes it. Errors: its own; nothing has changed then.
  Status set(const QString& key, const QString& value);
  // Several settings in one step, named for the menu.
  void change(const config::ExperimentConfig& config, const QString& text);
  // The next edit is a step of its own, even of the same setting.
  void endGesture();
  // Forgets all steps; `config` is where the next ones begin.
  void restart(const config::ExperimentConfig& config);

  [[nodiscard]] QUndoStack& stack() {
    return stack_;
  }
  // "Undo Learning rate", "Redo ...", with the usual keys: for a menu. Owned by `parent`.
  [[nodiscard]] QAction* makeUndoAction(QObject* parent);
  [[nodiscard]] QAction* makeRedoAction(QObject* parent);

 private:
  class Step;

  void push(const config::ExperimentConfig& after, const QString& text, const QString& key);
  void notice();

  RunController& controller_;
  QUndoStack stack_;
  config::ExperimentConfig known_;  // as this class last saw the settings
  bool own_change_ = false;
  int gesture_ = 0;
};

}  // namespace w2s::ui
