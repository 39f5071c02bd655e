#include "ui/shell/motion.h"

#include <QApplication>
#include <QMainWindow>
#include <QStyleHints>

#include "ui/theme/theme.h"

namespace w2s::ui {

Motion::Motion(QMainWindow& window, const Theme& theme)
    : QObject(&window), window_(window), theme_(theme) {
  connect(&theme_, &Theme::changed, this, &Motion::apply);
  apply();
}

Motion::~Motion() {
  reduce(false);
}

void Motion::apply() {
  reduce(theme_.reducedMotion());
  window_.setAnimated(!reduced_);
}

void Motion::reduce(bool reduced) {
  if (reduced == reduced_) {
    return;
  }
  reduced_ = reduced;
  for (auto& [effect, usual] : usual_) {
    if (reduced_) {
      usual = QApplication::isEffectEnabled(effect);
    }
    QApplication::setEffectEnabled(effect, !reduced_ && usual);
  }
  QStyleHints* hints = QGuiApplication::styleHints();
  if (reduced_) {
    flash_ms_ = hints->cursorFlashTime();
  }
  hints->setCursorFlashTime(reduced_ ? 0 : flash_ms_);
}

}  // namespace w2s::ui
