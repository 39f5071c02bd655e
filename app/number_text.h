// Accuracies and PGR as the command line's tables show them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/metrics/intervals.h"
#include "core/metrics/pgr.h"

namespace w2s::app {

// 0.7976 -> "79.8"; "-" where undefined.
[[nodiscard]] std::string percentText(double share);
// "79.8 +- 0.4": over seeds; of one seed its value alone.
[[nodiscard]] std::string spreadText(const metrics::MeanAndSd& over);

// "79.8 %", "0.5312 nats": a value of the measure of that name (metrics/measures.h), with its unit.
[[nodiscard]] std::string measureText(std::string_view measure, double value);
// "accuracy" of "accuracy"; the name itself where a later version recorded it.
[[nodiscard]] std::string measureTitle(std::string_view measure);

// "0.64 [0.61, 0.66]", without the brackets where there is no interval; "n/a" where a guard speaks
// against the value.
[[nodiscard]] std::string pgrText(const metrics::Pgr& pgr);
// The value alone: "0.64" or "-".
[[nodiscard]] std::string pgrValueText(const metrics::Pgr& pgr);

// The rows of a table, the head first, in columns as wide as their cells.
[[nodiscard]] std::string alignedColumns(const std::vector<std::vector<std::string>>& rows);

}  // namespace w2s::app
