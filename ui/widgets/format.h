// Numbers as the window writes them: English separators, a true minus sign, units where the caller
// has none.
#pragma once

#include <cstdint>

#include <QFontMetrics>
#include <QString>
#include <QStringList>

namespace w2s::ui {

[[nodiscard]] QString decimalText(double value, int decimals);  // "0.55", "−1,234.5"; "–" for NaN
[[nodiscard]] QString countText(std::int64_t value);            // "10,000"
[[nodiscard]] QString percentText(double share);                // 0.7624 -> "76.2"
[[nodiscard]] QString pointsText(double share_difference);      // 0.094 -> "+9.4"
[[nodiscard]] QString durationText(double seconds);  // "0.3 s", "42 s", "3 min 20 s", "2 h 5 min"
[[nodiscard]] QString rateText(double per_second);   // "9,800", "0.5"

// The first of several wordings, from long to short, that fits; the last one shortened when none
// does.
[[nodiscard]] QString fittingText(const QStringList& wordings, const QFontMetrics& metrics,
                                  int width);

}  // namespace w2s::ui
