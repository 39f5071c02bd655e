// When the window has been drawn once. For checks and measurements: ends the application then, or
// when the window has something to show.
#pragma once

#include <functional>

class QWidget;

namespace w2s::ui {

class ExperimentSession;

// Calls `then` once, in the turn of the event loop after the first paint of the shown window.
void afterFirstFrame(QWidget& window, std::function<void()> then);

// A line on the standard output and exit code 0 after the first paint of the shown window.
void quitAfterFirstFrame(QWidget& window);

// Starts the run; a line on the standard output and exit code 0 when the student has the first point of its curve, exit code
// 1 when the run failed.
void quitAfterFirstPoint(ExperimentSession& session);

}  // namespace w2s::ui
