// The row over the page: preset, start and pause, step, rewind, new seed, speed, seed and state.
#pragma once

#include <QFrame>

#include "ui/pages/preset_chooser.h"

class QSpinBox;
class QAbstractButton;
class QPushButton;
class QToolButton;

namespace w2s::ui {

class RunActions;
class RunController;
class SpeedSlider;
class StateChip;
class Theme;

class RunToolbar : public QFrame {
  Q_OBJECT

 public:
  RunToolbar(const Theme& theme, RunController& controller, RunActions& actions,
             const std::vector<PresetChoice>& presets, QWidget* parent = nullptr);

  [[nodiscard]] QAbstractButton* startButton() const;
  void showPreset(int index);
  void refresh();

 Q_SIGNALS:
  void presetChosen(int index);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  // Texts beside the icons where there is room for them.
  void adaptToWidth();
  void restyle();

  const Theme& theme_;
  RunController& controller_;
  PresetChooser* preset_ = nullptr;
  QPushButton* start_ = nullptr;
  QToolButton* step_ = nullptr;
  QToolButton* rewind_ = nullptr;
  QToolButton* new_seed_ = nullptr;
  SpeedSlider* speed_ = nullptr;
  QSpinBox* seed_ = nullptr;
  StateChip* chip_ = nullptr;
};

}  // namespace w2s::ui
