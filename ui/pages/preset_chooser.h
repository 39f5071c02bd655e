// Chooses the experiment: a list with a sentence each on what to look for.
#pragma once

#include <vector>

#include "core/config/experiment_config.h"
#include "ui/widgets/elided_combo.h"

namespace w2s::ui {

class Theme;

struct PresetChoice {
  QString name;      // "fashion-demo"
  QString title;     // "Fashion demo"
  QString sentence;  // what to look for
  config::ExperimentConfig config;
  double steps_per_second = 0.0;  // a watchable pace to begin with; 0 = as fast as possible
};

// A run of a few hundred steps is a blink at full speed, so it begins at a pace that can be
// watched.
[[nodiscard]] PresetChoice presetChoiceOf(const QString& name, const QString& title,
                                          const QString& sentence,
                                          const config::ExperimentConfig& config);

class PresetChooser : public ElidedCombo {
  Q_OBJECT

 public:
  PresetChooser(const Theme& theme, const std::vector<PresetChoice>& presets,
                QWidget* parent = nullptr);

  // At this place of the list.
  void insertPreset(int index, const PresetChoice& preset);

  void showPopup() override;
  void hidePopup() override;

 Q_SIGNALS:
  // Chosen in the opened list, not leafed to with the arrow keys or the wheel while it is closed.
  void picked(int index);

 private:
  bool open_ = false;  // until what the list's end brings was told
};

}  // namespace w2s::ui
