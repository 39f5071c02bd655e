// The screens on which pictures of the window are taken: Qt's platform "offscreen" has one of
// 800x800 by itself, to which lists and dialogs keep.
#pragma once

#include <vector>

#include "app/capture/capture.h"

namespace w2s::app {

// One screen for each size of the variants, side by side, so that a window that fills one has
// dialogs as on such a screen. Call before the application object is made; without a temporary
// folder to write in the platform's own screen stays.
void useScreensFor(const std::vector<ui::Capture::Variant>& variants);

}  // namespace w2s::app
