// A figure in its file format. Needs an application object (for fonts), but no display.
#pragma once

#include <QByteArray>
#include <QImage>

#include "core/base/result.h"
#include "ui/draw/scene_painter.h"
#include "ui/figures/figure.h"

namespace w2s::ui::figures {

using draw::figureFamily;
using draw::figureTextWidth;
using draw::paintScene;

// What the panels look like with these options.
[[nodiscard]] Scene sceneOf(const Figure& figure, const FigureOptions& options,
                            Format format = Format::Svg);

// Equal requests and runs give equal bytes.
[[nodiscard]] Result<QByteArray> renderFigure(const Figure& figure, const FigureRequest& request);

// Renders the figure into the file `request.out`, and what a report in Markdown needs beside it (its
// picture, markdown_page.h) before it. Answers with the file's bytes. Errors: as renderFigure() and
// writeFigureFile(); a picture that standard output cannot hold.
[[nodiscard]] Result<QByteArray> writeFigure(const Figure& figure, const FigureRequest& request);

// As many pixels as millimetres and dots per inch ask for, and the resolution noted in it.
[[nodiscard]] QImage imageOf(const Scene& scene, double dpi);

}  // namespace w2s::ui::figures
