// The result of an experiment: a table for people, one JSON object for machines (its form is part
// of the contract).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/run_progress.h"
#include "core/base/json.h"
#include "core/metrics/seed_means.h"

namespace w2s::app {

[[nodiscard]] std::string jsonReport(const std::string& experiment,
                                     const std::vector<RunRecord>& runs);
[[nodiscard]] std::string textReport(const std::string& experiment,
                                     const std::vector<RunRecord>& runs);

[[nodiscard]] Json meanAndSdJson(const metrics::MeanAndSd& value);
// Value, interval and status; how many runs it is of, and how many were removed for which reason. Null
// without a finished run.
[[nodiscard]] Json pgrOfMeansJson(const std::optional<metrics::PgrOfMeans>& means);

}  // namespace w2s::app
