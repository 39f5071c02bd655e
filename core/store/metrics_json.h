// Metrics as JSON, for what the command line prints: in the form of the files of a run.
#pragma once

#include <optional>

#include "core/metrics/evaluation.h"
#include "core/metrics/pgr.h"
#include "core/store/json_fields.h"

namespace w2s::store {

[[nodiscard]] Json optionalNumber(const std::optional<double>& value);  // empty -> null
[[nodiscard]] Json toJson(const metrics::Performance& performance);
[[nodiscard]] Json toJson(const metrics::Pgr& pgr);

}  // namespace w2s::store
