#include "core/metrics/agreement.h"

namespace w2s::metrics::agreement_detail {
namespace {

double share(std::int64_t part, std::int64_t whole) {
  return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : kUndefined;
}

}  // namespace

Agreement agreementFromCounts(const Counts& counts) {
  const std::int64_t wrong = counts.rows - counts.right;
  return {.overall = share(counts.right_same + counts.wrong_same, counts.rows),
          .weak_right = share(counts.right_same, counts.right),
          .weak_wrong = share(counts.wrong_same, wrong),
          .correction = share(counts.corrected, wrong),
          .harm = share(counts.right - counts.right_same, counts.right),
          .weak_right_rows = counts.right,
          .weak_wrong_rows = wrong};
}

}  // namespace w2s::metrics::agreement_detail
