// The result of an experiment: a table for people, one JSON object for machines (its form is part
// of the contract).
#pragma once

#include <string>
#include <vector>

#include "app/run_progress.h"

namespace w2s::app {

[[nodiscard]] std::string jsonReport(const std::string& experiment,
                                     const std::vector<RunRecord>& runs);
[[nodiscard]] std::string textReport(const std::string& experiment,
                                     const std::vector<RunRecord>& runs);

}  // namespace w2s::app
