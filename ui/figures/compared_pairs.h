// The tables of a comparison that are about two sets: paired differences with interval and test, and how
// their students agree. The window's table and a report have the same texts.
#pragma once

#include <optional>
#include <string>

#include "core/metrics/intervals.h"
#include "core/study/comparison.h"
#include "ui/figures/printed_table.h"

namespace w2s::ui::figures {

// "1.20 (0.40 to 2.00)"
[[nodiscard]] std::string withInterval(double value,
                                       const std::optional<metrics::Interval>& interval,
                                       int decimals, double scale = 1.0);
// "0.2500", "< 0.0001"
[[nodiscard]] std::string probabilityText(double p);

// In the order of the columns of pairsTableOf().
inline constexpr int kFirstAlone = 9;
inline constexpr int kSecondAlone = 10;
// A row a pair; what is unknown is a dash. A pair that is refused says "not paired"; the notes of the comparison say why.
[[nodiscard]] PrintedTable pairsTableOf(const study::Comparison& comparison);

// A row and a column a set: per cent of the test rows to which two students give the same class.
[[nodiscard]] PrintedTable agreementTableOf(const study::Comparison& comparison);

}  // namespace w2s::ui::figures
