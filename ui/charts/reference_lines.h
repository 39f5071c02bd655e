// Results that were made elsewhere as lines across a chart of the PGR, each with whose it is. Charts of
// other measures stay as they are: an accuracy on other rows says nothing beside one's own.
#pragma once

#include <span>
#include <string>

#include "core/study/reference_results.h"
#include "ui/charts/chart_data.h"

namespace w2s::ui::charts {

// "AlexNet to DINO ViT-B/8, Burns 2023"
[[nodiscard]] std::string referenceName(const study::ReferenceResult& result);
// Results without a PGR have no line. The subtitle says that none of them was made here.
void addReferenceLines(ChartData& chart, std::span<const study::ReferenceResult> results);
// For the text below a figure: which they are and where they can be looked up; empty without any.
[[nodiscard]] std::string referencesCaption(std::span<const study::ReferenceResult> results);

}  // namespace w2s::ui::charts
