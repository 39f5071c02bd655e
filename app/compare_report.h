// A comparison as text for people, JSON, CSV and LaTeX.
#pragma once

#include <string>

#include "core/study/comparison.h"

namespace w2s::app {

[[nodiscard]] std::string comparisonText(const study::Comparison& comparison);
// Sets, settings that differ, pairs, agreement, notes.
[[nodiscard]] std::string comparisonJson(const study::Comparison& comparison);
// One row a value: of a set, or of two; the settings that differ are columns.
[[nodiscard]] std::string comparisonCsv(const study::Comparison& comparison);
// Settings, summary and differences, each a table with the rules of booktabs.
[[nodiscard]] std::string comparisonTex(const study::Comparison& comparison);

}  // namespace w2s::app
