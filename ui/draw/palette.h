// The colours of charts as the window shows them, from its one table (ui/theme/tokens).
#pragma once

#include <QColor>

#include "ui/draw/panel.h"

namespace w2s::ui {

struct Tokens;

namespace draw {

[[nodiscard]] QColor colorOf(const Color& color);

// Borrows the tokens.
[[nodiscard]] Palette screenPalette(const Tokens& tokens);

}  // namespace draw
}  // namespace w2s::ui
