// A scene as SVG 1.1: one <path> a series with coordinates in hundredths of a point, texts as text,
// nothing outside a plot (the scene is clipped), provenance in <desc> and <metadata>.
//
// Written here because Qt's generator gives each segment an element of its own and, before Qt 6.5,
// no clip paths.
#pragma once

#include <string>
#include <string_view>

#include "ui/figures/figure_options.h"
#include "ui/figures/provenance.h"

namespace w2s::ui::figures {

// Text as XML and HTML hold it.
[[nodiscard]] std::string xmlText(std::string_view text);

[[nodiscard]] std::string writeSvg(const Scene& scene, std::string_view font_family,
                                   const Provenance& provenance);

}  // namespace w2s::ui::figures
