// What the toolkit moves by itself: fading menus and tooltips, the blinking text cursor, panels
// that glide when they are docked. With reduced motion none of it does.
#pragma once

#include <array>
#include <utility>

#include <QObject>

class QMainWindow;

namespace w2s::ui {

class Theme;

class Motion : public QObject {
  Q_OBJECT

 public:
  // Follows the setting from now on.
  Motion(QMainWindow& window, const Theme& theme);
  // The toolkit moves again as the desktop has it: other windows may follow.
  ~Motion() override;

 private:
  void apply();
  void reduce(bool reduced);

  QMainWindow& window_;
  const Theme& theme_;
  bool reduced_ = false;
  int flash_ms_ = 0;  // of the text cursor, as the desktop has it
  // Whether the desktop has them.
  std::array<std::pair<Qt::UIEffect, bool>, 6> usual_{{{Qt::UI_AnimateMenu, false},
                                                       {Qt::UI_FadeMenu, false},
                                                       {Qt::UI_AnimateCombo, false},
                                                       {Qt::UI_AnimateTooltip, false},
                                                       {Qt::UI_FadeTooltip, false},
                                                       {Qt::UI_AnimateToolBox, false}}};
};

}  // namespace w2s::ui
