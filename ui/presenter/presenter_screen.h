// Which screen the presenter view fills.
#pragma once

#include <QList>

class QScreen;

namespace w2s::ui {

// Of several one on which the controls are not: the first that mirrors nothing of their screen, as
// a projector that shows the laptop's picture has none of its own. With one screen that one. Null
// only without screens.
[[nodiscard]] QScreen* presenterScreen(const QList<QScreen*>& screens, const QScreen* controls);

}  // namespace w2s::ui
