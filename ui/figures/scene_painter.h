// Paints a scene with QPainter: PDF, PNG, preview and presenter view.
#pragma once

#include <string>

#include <QPointF>
#include <QString>

#include "ui/figures/figure_layout.h"
#include "ui/figures/scene.h"

class QPainter;

namespace w2s::ui::figures {

// Inter, or the application's font where it is missing.
[[nodiscard]] QString figureFamily();
// The family asked for, or that one where it is empty.
[[nodiscard]] QString figureFamily(const std::string& family);

// Unhinted widths in points, so that a text is as wide on every device.
[[nodiscard]] TextWidth figureTextWidth(const std::string& family = {});

// `scale`: device units a point; the scene's corner is at `origin`.
void paintScene(QPainter& painter, const Scene& scene, double scale, QPointF origin = {});
void paintPanel(QPainter& painter, const Panel& panel, double scale, QPointF origin = {},
                const QString& family = figureFamily());

}  // namespace w2s::ui::figures
