// The colours of runs on the charts and in tables.
#pragma once

#include <QColor>

namespace w2s::ui {

class Theme;

// `color`: an index into the palette, as in RunRecord::color, with any dashes.
[[nodiscard]] QColor runColor(const Theme& theme, int color);
// "violet", for menus and for those who do not see colours
[[nodiscard]] QString runColorName(int color);

}  // namespace w2s::ui
