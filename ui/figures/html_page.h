// One page on a figure: the picture, its caption, the table of numbers, the settings, the versions
// and the command that makes it again. It needs nothing beside itself: no script, no style, font or
// picture from elsewhere. The page is XML too.
#pragma once

#include <string>
#include <string_view>

#include "ui/figures/figure.h"

namespace w2s::ui::figures {

// `picture`: the figure as SVG (svg_writer.h); empty: none, of a table. `language`: of the figure.
[[nodiscard]] std::string writeHtml(const Figure& figure, std::string_view picture,
                                    std::string_view language);

}  // namespace w2s::ui::figures
