// A figure for LaTeX: a tikzpicture with one pgfplots axis a panel, for \input into a paper, set in
// the paper's own font. Curves are \addplot tables in the units of the axes, one a series, a gap
// being a row of nan; axis titles, ticks and legend are pgfplots' own, so that all of it can be
// changed in the text. Marks and end labels stand where the scene has them.
//
// Needs \usepackage{pgfplots}; the file's head says so.
#pragma once

#include <string>

#include "ui/draw/scene.h"
#include "ui/figures/figure_options.h"
#include "ui/figures/provenance.h"

namespace w2s::ui::figures {

[[nodiscard]] std::string writePgfplots(const Scene& scene, const FigureOptions& options,
                                        const Provenance& provenance);

}  // namespace w2s::ui::figures
