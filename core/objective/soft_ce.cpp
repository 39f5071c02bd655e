#include "core/objective/soft_ce.h"

namespace w2s::objective {

TermResult evaluate(const config::SoftCe&, const Batch& batch, Need need) {
  const auto rows = static_cast<double>(batch.rows());
  TermResult result{.value = batch.w().mul(batch.logP()).sum().div(-rows), .gradient = {}};
  if (need == Need::ValueAndGradient) {
    result.gradient = batch.p().sub(batch.w()).div(rows);
  }
  return result;
}

}  // namespace w2s::objective
