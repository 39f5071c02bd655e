#include "core/objective/threshold_confidence.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <ATen/ops/quantile.h>

#include "core/objective/class_ce.h"
#include "core/objective/term.h"

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

template <class T>
std::vector<T> columnMeans(const T* values, std::int64_t rows, std::int64_t classes) {
  std::vector<T> means(static_cast<std::size_t>(classes));
  for (std::int64_t i = 0; i < rows; ++i) {
    for (std::int64_t c = 0; c < classes; ++c) {
      means[static_cast<std::size_t>(c)] += values[i * classes + c];
    }
  }
  for (T& mean : means) {
    mean /= static_cast<T>(rows);
  }
  return means;
}

}  // namespace

at::Tensor harden(const config::ThresholdConfidence&, const Batch& batch) {
  if (batch.classes() == 2) {
    return hardenByQuantile(batch);
  }
  const at::Tensor prior = batch.w().mean(0).div(batch.p().mean(0).clamp_min(kTiny));  // [K]
  return batch.p().mul(prior).argmax(1);
}

at::Tensor hardenByQuantile(const Batch& batch) {
  const at::Tensor p0 = batch.p().select(1, 0);
  const at::Tensor share = batch.w().select(1, 1).mean().clamp(0.0, 1.0);
  const at::Tensor threshold = at::quantile(p0, share);
  return p0.ge(threshold).logical_not().to(at::kLong);
}

template <class T>
std::vector<std::int64_t> hardenByQuantile(const T* p, const T* w, std::int64_t rows) {
  std::vector<T> p0(static_cast<std::size_t>(rows));
  for (std::int64_t i = 0; i < rows; ++i) {
    p0[static_cast<std::size_t>(i)] = p[2 * i];
  }
  const T threshold = quantile(p0, columnMeans(w, rows, 2)[1]);
  std::vector<std::int64_t> classes(p0.size());
  std::transform(p0.begin(), p0.end(), classes.begin(),
                 [&](T value) { return value >= threshold ? 0 : 1; });
  return classes;
}

template <class T>
std::vector<std::int64_t> hardenByPrior(const T* p, const T* w, std::int64_t rows,
                                        std::int64_t classes) {
  std::vector<T> prior = columnMeans(w, rows, classes);
  const std::vector<T> student = columnMeans(p, rows, classes);
  for (std::size_t c = 0; c < prior.size(); ++c) {
    prior[c] /= std::max(student[c], static_cast<T>(kTiny));
  }
  std::vector<std::int64_t> hardened(static_cast<std::size_t>(rows));
  std::vector<T> corrected(prior.size());
  for (std::int64_t i = 0; i < rows; ++i) {
    for (std::size_t c = 0; c < prior.size(); ++c) {
      corrected[c] = p[i * classes + static_cast<std::int64_t>(c)] * prior[c];
    }
    hardened[static_cast<std::size_t>(i)] = firstLargest(corrected.data(), classes);
  }
  return hardened;
}

template std::vector<std::int64_t> hardenByQuantile(const float*, const float*, std::int64_t);
template std::vector<std::int64_t> hardenByQuantile(const double*, const double*, std::int64_t);
template std::vector<std::int64_t> hardenByPrior(const float*, const float*, std::int64_t,
                                                 std::int64_t);
template std::vector<std::int64_t> hardenByPrior(const double*, const double*, std::int64_t,
                                                 std::int64_t);

}  // namespace w2s::objective
