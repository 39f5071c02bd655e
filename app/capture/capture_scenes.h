// What pictures of the window show beside its pages: panels and dialogs in the states that a person
// can bring them to. A scene uses what the widgets offer to a mouse or a key; the states that take
// a fault (a divergence, missing data) are told to the page as the session would tell them.
#pragma once

#include <vector>

#include "ui/shell/scene.h"

namespace w2s::ui {

class MainWindow;
class ExperimentSession;

[[nodiscard]] std::vector<Scene> windowScenes(MainWindow& window, ExperimentSession& session);

}  // namespace w2s::ui
