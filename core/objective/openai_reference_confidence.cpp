#include "core/objective/openai_reference_confidence.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <ATen/ops/quantile.h>
#include <c10/util/Exception.h>

namespace w2s::objective {
namespace {

// Linear interpolation between order statistics, as torch.quantile does it. NaN if any value is
// NaN.
template <class T>
T quantile(std::vector<T> values, T share) {
  if (std::any_of(values.begin(), values.end(), [](T value) { return std::isnan(value); })) {
    return std::numeric_limits<T>::quiet_NaN();
  }
  const T rank = std::clamp<T>(share, 0, 1) * static_cast<T>(values.size() - 1);
  const T below = std::floor(rank);
  const auto lower = values.begin() + static_cast<std::ptrdiff_t>(below);
  std::nth_element(values.begin(), lower, values.end());
  const T at_below = *lower;
  const auto next = std::min_element(lower + 1, values.end());
  const T at_above = next == values.end() ? at_below : *next;
  // std::lerp returns its ends exactly, so a rank that hits a row keeps that row at p >= t.
  return std::lerp(at_below, at_above, rank - below);
}

void requireTwoClasses(std::int64_t classes) {
  TORCH_CHECK(classes == 2, "The confidence term openai_reference needs two classes, not ", classes,
              ".");
}

}  // namespace

at::Tensor harden(const config::OpenaiReferenceConfidence&, const Batch& batch) {
  requireTwoClasses(batch.classes());
  const at::Tensor p0 = batch.p().select(1, 0);
  const at::Tensor share = batch.w().select(1, 1).mean().clamp(0.0, 1.0);
  const at::Tensor threshold = at::quantile(p0, share);
  return p0.ge(threshold).logical_not().to(at::kLong);
}

template <class T>
std::vector<std::int64_t> hardenRows(const config::OpenaiReferenceConfidence&,
                                     const BatchRows<T>& batch) {
  requireTwoClasses(batch.classes);
  std::vector<T> p0(static_cast<std::size_t>(batch.rows));
  T ones = 0;
  for (std::int64_t i = 0; i < batch.rows; ++i) {
    p0[static_cast<std::size_t>(i)] = batch.p[2 * i];
    ones += batch.w[2 * i + 1];
  }
  const T threshold = quantile(p0, ones / static_cast<T>(batch.rows));
  std::vector<std::int64_t> classes(p0.size());
  std::transform(p0.begin(), p0.end(), classes.begin(),
                 [&](T value) { return value >= threshold ? 0 : 1; });
  return classes;
}

template std::vector<std::int64_t> hardenRows(const config::OpenaiReferenceConfidence&,
                                              const BatchRows<float>&);
template std::vector<std::int64_t> hardenRows(const config::OpenaiReferenceConfidence&,
                                              const BatchRows<double>&);

}  // namespace w2s::objective
