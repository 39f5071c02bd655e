// Labels of a run as labels.json holds them, without its seal. Private to the .cpp files of this folder.
#pragma once

#include "core/store/json_fields.h"
#include "core/store/run_labels.h"

namespace w2s::store {

[[nodiscard]] Json labelsJson(const RunLabels& labels);
// Throws BadField.
[[nodiscard]] RunLabels labelsOf(const JsonFields& fields);

}  // namespace w2s::store
