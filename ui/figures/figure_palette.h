// The colours of figures, from the one table of the window (ui/theme/tokens).
#pragma once

#include "ui/figures/figure_options.h"

namespace w2s::ui::figures {

// Printed figures are always light, whatever the window looks like. Grey: levels that survive a
// copying machine, and dashes that tell the roles apart.
[[nodiscard]] Palette printPalette(PaletteKind kind);

}  // namespace w2s::ui::figures
