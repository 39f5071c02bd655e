// Chooses what the settings begin as: presets, opened files and the latest recorded run whose
// settings came to the page, with a sentence each on what to look for.
#pragma once

#include <vector>

#include "ui/form/settings_basis.h"
#include "ui/widgets/elided_combo.h"

namespace w2s::ui {

class Theme;

class PresetChooser : public ElidedCombo {
  Q_OBJECT

 public:
  PresetChooser(const Theme& theme, const std::vector<SettingsBasis>& presets,
                QWidget* parent = nullptr);

  [[nodiscard]] const std::vector<SettingsBasis>& entries() const {
    return entries_;
  }
  // Before all others; an entry of the same name goes.
  void add(const SettingsBasis& basis);
  // The entry of its name is the present one. A recorded run's becomes one, in the place of another
  // run's.
  void showBasis(const SettingsBasis& basis);

  void showPopup() override;
  void hidePopup() override;

 protected:
  // A choice sets everything: the wheel over the closed list is no way to make one.
  void wheelEvent(QWheelEvent* event) override;

 Q_SIGNALS:
  // Chosen in any way, the present one included.
  void chosen(const w2s::ui::SettingsBasis& basis);
  // Chosen in the opened list, not leafed to with the arrow keys while it is closed.
  void picked(int index);

 private:
  void insertEntry(int index, const SettingsBasis& basis);
  void removeEntry(int index);

  std::vector<SettingsBasis> entries_;
  bool open_ = false;  // until what the list's end brings was told
};

}  // namespace w2s::ui
