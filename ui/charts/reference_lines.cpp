#include "ui/charts/reference_lines.h"

#include <fmt/format.h>

#include "ui/bridge/number_language.h"
#include "ui/bridge/words.h"

namespace w2s::ui::charts {

std::string referenceName(const study::ReferenceResult& result) {
  return fmt::format("{}, {}", result.title, result.by);
}

void addReferenceLines(ChartData& chart, std::span<const study::ReferenceResult> results) {
  bool any = false;
  for (const study::ReferenceResult& result : results) {
    if (const auto pgr = result.pgr()) {
      chart.references.push_back(
          {.label = referenceName(result), .ink = Ink::LearningRate, .y = *pgr});
      any = true;
    }
  }
  if (any) {
    chart.subtitle += (chart.subtitle.empty() ? "" : "; ") +
                      words("charts", "dashed in grey: results of others, not made here");
  }
}

std::string referencesCaption(std::span<const study::ReferenceResult> results) {
  std::string text;
  for (const study::ReferenceResult& result : results) {
    const auto pgr = result.pgr();
    text += fmt::format(
        "{}{}: {} ({})", text.empty() ? "" : "; ", referenceName(result),
        pgr ? inWords(words("charts", "PGR {:.2f}"), *pgr) : words("charts", "without PGR"),
        result.source);
  }
  return text.empty()
             ? text
             : inWords(words("charts", "Not made here, and on other test rows: {}."), text);
}

}  // namespace w2s::ui::charts
