// For checks and measurements: ends the application when the window has been drawn once.
#pragma once

class QWidget;

namespace w2s::ui {

// Exit code 0 after the first paint of the shown window.
void quitAfterFirstFrame(QWidget& window);

}  // namespace w2s::ui
