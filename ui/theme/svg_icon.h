// Icons drawn from one-colour SVG files in any colour and size.
#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

namespace w2s::ui {

// `currentColor` in the file becomes `color`, and `disabled` where a disabled control asks.
[[nodiscard]] QIcon svgIcon(const QString& path, const QColor& color, const QColor& disabled);

}  // namespace w2s::ui
