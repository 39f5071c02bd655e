// Results that were made elsewhere (core/study/reference_results.h), as a table and as JSON.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/study/reference_results.h"

namespace w2s::app {

// The first row is the head. Not `by_name`: with titles and sources in place of the names.
[[nodiscard]] std::vector<std::vector<std::string>> referencesTable(
    std::span<const study::ReferenceResult> references, bool by_name = false);
[[nodiscard]] std::string referencesJson(std::span<const study::ReferenceResult> references);

}  // namespace w2s::app
