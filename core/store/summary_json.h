// A run's summary as JSON: summary.json, and what RunFinished says. Private to the .cpp files of
// this folder; event_json.h has the text of the file.
#pragma once

#include "core/record/event.h"
#include "core/store/json_fields.h"

namespace w2s::store {

[[nodiscard]] Json toJson(const record::RunSummary& summary);
// Throws BadField.
[[nodiscard]] record::RunSummary summaryOf(const JsonFields& fields);

}  // namespace w2s::store
