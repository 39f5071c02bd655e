// Paints a scene with QPainter: window, presenter view, preview, PDF and PNG.
#pragma once

#include <span>
#include <string>

#include <QPointF>
#include <QString>

#include "ui/draw/panel.h"
#include "ui/draw/scene.h"

class QPainter;

namespace w2s::ui::draw {

// Inter, or the application's font where it is missing.
[[nodiscard]] QString figureFamily();
// The family asked for, or that one where it is empty.
[[nodiscard]] QString figureFamily(const std::string& family);

// Unhinted widths in points, so that a text is as wide on every device.
[[nodiscard]] TextWidth figureTextWidth(const std::string& family = {});
// The same for one thread that lays out the same texts again and again: shaping letters is what takes the time.
[[nodiscard]] TextWidth rememberedTextWidth(const std::string& family);

// `scale`: device units a point; the scene's corner is at `origin`.
void paintScene(QPainter& painter, const Scene& scene, double scale, QPointF origin = {});
void paintShapes(QPainter& painter, std::span<const SceneShape> shapes, double scale,
                 QPointF origin = {}, const QString& family = figureFamily());

}  // namespace w2s::ui::draw
