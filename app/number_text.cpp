#include "app/number_text.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/base/rounding.h"
#include "core/metrics/measures.h"

namespace w2s::app {

std::string percentText(double share) {
  return std::isfinite(share) ? percentOf(share) : std::string("-");
}

std::string spreadText(const metrics::MeanAndSd& over) {
  return over.n > 1 ? fmt::format("{} +- {}", percentText(over.mean), percentText(over.sd))
                    : percentText(over.mean);
}

std::string pgrValueText(const metrics::Pgr& pgr) {
  return metrics::isMeaningful(pgr) ? fmt::format("{:.2f}", *pgr.signed_value) : std::string("-");
}

std::string measureText(std::string_view measure, double value) {
  const metrics::Measure* const known = metrics::findMeasure(measure);
  if (!std::isfinite(value)) {
    return "-";
  }
  if (known != nullptr && known->unit.empty()) {
    return percentText(value) + " %";
  }
  return known != nullptr ? fmt::format("{:.4f} {}", value, known->unit)
                          : fmt::format("{:.4f}", value);
}

std::string measureTitle(std::string_view measure) {
  const metrics::Measure* const known = metrics::findMeasure(measure);
  return known != nullptr ? known->title.text : std::string(measure);
}

std::string pgrText(const metrics::Pgr& pgr) {
  if (!metrics::isMeaningful(pgr)) {
    return "n/a";
  }
  return pgr.ci95
             ? fmt::format("{} [{:.2f}, {:.2f}]", pgrValueText(pgr), pgr.ci95->low, pgr.ci95->high)
             : pgrValueText(pgr);
}

std::string alignedColumns(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths(rows[0].size(), 0);
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], row[i].size());
    }
  }
  std::string text;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      text += i + 1 < row.size() ? fmt::format("{:<{}}  ", row[i], widths[i]) : row[i] + '\n';
    }
  }
  return text;
}

}  // namespace w2s::app
