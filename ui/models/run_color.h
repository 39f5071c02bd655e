// The colours of runs on the charts and in tables.
#pragma once

#include <QColor>
#include <QIcon>

namespace w2s::ui {

class Theme;

// `color`: an index into the palette, as in RunRecord::color, with any dashes.
[[nodiscard]] QColor runColor(const Theme& theme, int color);
// "Violet" or "Violet, dashes 2", for menus and for those who do not see colours
[[nodiscard]] QString runColorName(int color);
// A sample for tables and menus: with the dashes of its curves.
[[nodiscard]] QIcon runSwatch(const Theme& theme, int color);

}  // namespace w2s::ui
