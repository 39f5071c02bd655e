// Metrics as JSON: parts of the events and the summary of a run, and of what the command line
// prints. Readers throw BadField and are for the .cpp files of this folder alone.
#pragma once

#include <optional>
#include <vector>

#include "core/metrics/evaluation.h"
#include "core/metrics/pgr.h"
#include "core/store/json_fields.h"

namespace w2s::store {

[[nodiscard]] Json optionalNumber(const std::optional<double>& value);  // empty -> null

[[nodiscard]] Json toJson(const metrics::Agreement& agreement);
[[nodiscard]] metrics::Agreement agreementOf(const JsonFields& fields);

// One [rows, right rows, mean probability] a bin.
[[nodiscard]] Json toJson(const std::vector<metrics::ConfidenceBin>& bins);
// "confidence" of the object; empty where it is absent, in files of earlier versions.
[[nodiscard]] std::vector<metrics::ConfidenceBin> confidenceOf(const JsonFields& fields);

[[nodiscard]] Json toJson(const metrics::Pgr& pgr);
[[nodiscard]] metrics::Pgr pgrOf(const JsonFields& fields);

}  // namespace w2s::store
