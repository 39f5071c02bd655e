// Finds texts that their widgets cut off, and controls that stand outside their window.
#pragma once

#include <QStringList>

class QWidget;

namespace w2s::test {

// One sentence a fault; empty: all visible labels and buttons of the window show their texts, and
// every control lies inside it or inside something that scrolls.
[[nodiscard]] QStringList clippedTexts(const QWidget& window);

}  // namespace w2s::test
