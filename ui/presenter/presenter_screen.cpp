#include "ui/presenter/presenter_screen.h"

#include <QScreen>

namespace w2s::ui {

QScreen* presenterScreen(const QList<QScreen*>& screens, const QScreen* controls) {
  for (QScreen* screen : screens) {
    if (screen != controls &&
        (controls == nullptr || !screen->geometry().intersects(controls->geometry()))) {
      return screen;
    }
  }
  for (QScreen* screen : screens) {
    if (screen == controls) {
      return screen;
    }
  }
  return screens.value(0);
}

}  // namespace w2s::ui
