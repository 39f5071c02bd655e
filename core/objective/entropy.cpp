#include "core/objective/entropy.h"

namespace w2s::objective {

TermResult entropy(const Batch& batch, Need need) {
  const auto rows = static_cast<double>(batch.rows());
  TermResult result{.value = batch.p().mul(batch.logP()).sum().div(-rows), .gradient = {}};
  if (need == Need::ValueAndGradient) {
    result.gradient = throughSoftmax(batch.p(), batch.logP()).div(-rows);
  }
  return result;
}

}  // namespace w2s::objective
