#include "app/number_text.h"

#include <cmath>

#include <fmt/format.h>

#include "core/base/rounding.h"

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

std::string pgrText(const metrics::Pgr& pgr) {
  if (!metrics::isMeaningful(pgr)) {
    return "n/a";
  }
  return pgr.ci95
             ? fmt::format("{} [{:.2f}, {:.2f}]", pgrValueText(pgr), pgr.ci95->low, pgr.ci95->high)
             : pgrValueText(pgr);
}

}  // namespace w2s::app
