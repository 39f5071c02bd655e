// Numbers as the window writes them: the separators of its language (windowLocale()), a true minus
// sign, units where the caller has none. The examples are those of an English window.
#pragma once

#include <cstdint>
#include <vector>

#include <QFontMetrics>
#include <QString>
#include <QStringList>

#include "core/metrics/measures.h"

namespace w2s::ui {

[[nodiscard]] QString decimalText(double value, int decimals);  // "0.55", "−1,234.5"; "–" for NaN
[[nodiscard]] QString digitsText(double value, int digits);     // significant ones: "0.25", "2"
[[nodiscard]] QString countText(std::int64_t value);            // "10,000"
[[nodiscard]] QString percentText(double share);                // 0.7624 -> "76.2"
// "cross-entropy 0.5312 nats", "calibration error 3.1 %".
[[nodiscard]] QString measureText(const metrics::Measure& measure, double value);
// The difference of two shares as percentText() writes them, so that the three numbers add up for the
// reader: "79.8", "68.3", "+11.5"
[[nodiscard]] QString pointsText(double share, double from);
// "0.3 s", "42 s", "3 min 20 s", "2 h 5 min"; "–" for what is no number, also below
[[nodiscard]] QString durationText(double seconds);
[[nodiscard]] QString rateText(double per_second);  // "9,800", "0.5"

// For the clipboard, from where a spreadsheet takes it as a number: spreadsheets read the decimal
// mark of their language, a German one makes a date of "1.5". No groups, no typographic minus.
[[nodiscard]] QString cellText(double value, char format, int digits);

// The parts of a sum, rounded so that they add up to the rounded total: none differs from its value
// by a whole last digit or more. Parts that are not of this total are rounded each for itself.
[[nodiscard]] std::vector<double> roundedToAddUp(const std::vector<double>& parts, double total,
                                                 int decimals);

// With spaces and decimal marks at which no line breaks.
[[nodiscard]] QString unbroken(QString text);

// The first of several wordings, from long to short, that fits; the last one shortened when none
// does.
[[nodiscard]] QString fittingText(const QStringList& wordings, const QFontMetrics& metrics,
                                  int width);

}  // namespace w2s::ui
