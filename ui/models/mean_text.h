// Means over runs as tables write them.
#pragma once

#include <optional>

#include <QString>

#include "core/metrics/intervals.h"
#include "core/metrics/pgr_of_means.h"

namespace w2s::ui {

// In per cent, with the standard deviation: "79.8 ± 0.4"; of one run without it; "–" of none.
[[nodiscard]] QString spreadText(const metrics::MeanAndSd& over);
// With its 95 % interval: "0.55 (0.48 to 0.61)"; "–" where it may not be read as a number.
[[nodiscard]] QString pgrOfMeansText(const std::optional<metrics::PgrOfMeans>& pgr);

}  // namespace w2s::ui
