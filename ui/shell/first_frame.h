// For checks and measurements: ends the application when the window has been drawn once, or has
// something to show.
#pragma once

class QWidget;

namespace w2s::ui {

class ExperimentSession;

// Exit code 0 after the first paint of the shown window.
void quitAfterFirstFrame(QWidget& window);

// Starts the run; exit code 0 when ceiling or student have the first point of a curve, 1 when the run failed.
void quitAfterFirstPoint(ExperimentSession& session);

}  // namespace w2s::ui
