#include "core/objective/threshold_confidence.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include <ATen/ops/amax.h>
#include <ATen/ops/arange.h>
#include <ATen/ops/full_like.h>
#include <ATen/ops/logsumexp.h>
#include <ATen/ops/maximum.h>
#include <ATen/ops/minimum.h>
#include <ATen/ops/sort.h>
#include <ATen/ops/where.h>
#include <ATen/ops/zeros_like.h>

#include "core/objective/class_ce.h"

namespace w2s::objective {
namespace {

// --- Whole batch, any device: nothing here waits for the device. ---

at::Tensor hardenTwoClasses(const Batch& batch) {
  const std::int64_t rows = batch.rows();
  const auto count = static_cast<double>(rows);
  const at::Tensor lead = batch.logP().select(1, 0).sub(batch.logP().select(1, 1));  // [B]
  const at::Tensor weak = batch.w().select(1, 1);
  const at::Tensor share = weak.mean().clamp(0.0, 1.0);
  const at::Tensor rank = share.mul(count - 1.0);
  const at::Tensor below_rank = rank.floor().to(at::kLong).reshape({1});
  const at::Tensor sorted = std::get<0>(at::sort(lead));
  const at::Tensor at_rank = sorted.index_select(0, below_rank).squeeze(0);
  const at::Tensor next = sorted.index_select(0, below_rank.add(1).clamp_max(rows - 1)).squeeze(0);
  const at::Tensor is_between = rank.gt(rank.floor()).logical_and(next.gt(at_rank));
  const at::Tensor below = lead.lt(at_rank).sum();
  const at::Tensor tied = lead.eq(at_rank).sum();
  const at::Tensor wanted = share.mul(count).sub(0.5).ceil().to(at::kLong).sub(below);
  const at::Tensor split = at::minimum(at::maximum(wanted, at::zeros_like(wanted)), tied);
  const at::Tensor ones = below.add(at::where(is_between, tied, split));
  // Rows by lead; among equal leads the weak label that leans most to class 1 comes first.
  const at::Tensor by_weak = std::get<1>(at::sort(weak, /*stable=*/true, 0, /*descending=*/true));
  const at::Tensor by_lead =
      std::get<1>(at::sort(lead.index_select(0, by_weak), /*stable=*/true, 0, false));
  const at::Tensor order = by_weak.index_select(0, by_lead);
  const at::Tensor is_one = at::arange(rows, order.options()).lt(ones).to(at::kLong);
  return at::zeros_like(order).scatter(0, order, is_one);
}

at::Tensor hardenManyClasses(const Batch& batch) {
  const auto rows = static_cast<double>(batch.rows());
  const at::Tensor prior =
      batch.w().mean(0).log().sub(at::logsumexp(batch.logP(), 0)).add(std::log(rows));  // [K]
  const at::Tensor score = batch.logP().add(prior);
  const at::Tensor is_largest = score.eq(at::amax(score, 1, /*keepdim=*/true));
  return at::where(is_largest, batch.w(), at::full_like(batch.w(), -1.0)).argmax(1);
}

// --- Plain loops. ---

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

template <class T>
std::vector<std::int64_t> hardenTwoClasses(const BatchRows<T>& batch) {
  const auto& [rows, classes, p, log_p, w] = batch;
  std::vector<std::int64_t> hardened(static_cast<std::size_t>(rows), 1);
  std::vector<T> lead(hardened.size());
  for (std::size_t i = 0; i < lead.size(); ++i) {
    lead[i] = log_p[2 * i] - log_p[2 * i + 1];
  }
  if (std::any_of(lead.begin(), lead.end(), [](T value) { return std::isnan(value); })) {
    return hardened;
  }
  const T share = std::clamp<T>(columnMeans(w, rows, 2)[1], 0, 1);
  const T rank = share * static_cast<T>(rows - 1);
  std::vector<T> sorted = lead;
  const auto below_rank = sorted.begin() + static_cast<std::ptrdiff_t>(std::floor(rank));
  std::nth_element(sorted.begin(), below_rank, sorted.end());
  const T at_rank = *below_rank;
  const auto next = std::min_element(below_rank + 1, sorted.end());
  const bool is_between = rank > std::floor(rank) && next != sorted.end() && *next > at_rank;
  std::vector<std::size_t> tied;
  std::int64_t below = 0;
  for (std::size_t i = 0; i < lead.size(); ++i) {
    hardened[i] = lead[i] <= at_rank ? 1 : 0;
    below += lead[i] < at_rank ? 1 : 0;
    if (lead[i] == at_rank) {
      tied.push_back(i);
    }
  }
  if (is_between) {
    return hardened;
  }
  const auto wanted =
      static_cast<std::int64_t>(std::ceil(share * static_cast<T>(rows) - T{0.5})) - below;
  const std::int64_t ones = std::clamp<std::int64_t>(wanted, 0, std::ssize(tied));
  std::stable_sort(tied.begin(), tied.end(), [&](std::size_t left, std::size_t right) {
    return w[2 * left + 1] > w[2 * right + 1];
  });
  for (std::int64_t n = ones; n < std::ssize(tied); ++n) {
    hardened[tied[static_cast<std::size_t>(n)]] = 0;
  }
  return hardened;
}

// Below this mean the rounding of subnormal numbers shows (or the mean is 0), so the logarithm is
// taken row by row.
constexpr double kLeastMean = 1e-30;

// log of the mean over rows of exp(values), a column of a row-major matrix.
template <class T>
T logMeanExp(const T* values, std::int64_t rows, std::int64_t stride) {
  T largest = values[0];
  for (std::int64_t i = 1; i < rows; ++i) {
    largest = std::max(largest, values[i * stride]);
  }
  T sum = 0;
  for (std::int64_t i = 0; i < rows; ++i) {
    sum += std::exp(values[i * stride] - largest);
  }
  return largest + std::log(sum / static_cast<T>(rows));
}

// The class of the largest log_p + prior; among equal ones that of the largest weak label. Written
// without branches for the usual row, which has no equal scores: which class leads is not
// predictable.
template <class T>
std::int64_t largestScore(const T* log_p, const T* prior, const T* weak, std::int64_t classes) {
  std::int64_t best = 0;
  T best_score = log_p[0] + prior[0];
  int ties = 0;
  for (std::int64_t c = 1; c < classes; ++c) {
    const T score = log_p[c] + prior[c];
    ties |= static_cast<int>(score == best_score);
    best = score > best_score ? c : best;
    best_score = std::max(best_score, score);
  }
  if (ties != 0) {
    best = 0;
    best_score = log_p[0] + prior[0];
    for (std::int64_t c = 1; c < classes; ++c) {
      const T score = log_p[c] + prior[c];
      if (score > best_score || (score == best_score && weak[c] > weak[best])) {
        best = c;
        best_score = score;
      }
    }
  }
  return best;
}

template <class T>
std::vector<std::int64_t> hardenManyClasses(const BatchRows<T>& batch) {
  const auto& [rows, classes, p, log_p, w] = batch;
  std::vector<T> prior = columnMeans(w, rows, classes);
  const std::vector<T> student = columnMeans(p, rows, classes);
  for (std::size_t c = 0; c < prior.size(); ++c) {
    prior[c] = student[c] >= static_cast<T>(kLeastMean)
                   ? std::log(prior[c] / student[c])
                   : std::log(prior[c]) - logMeanExp(log_p + c, rows, classes);
  }
  std::vector<std::int64_t> hardened(static_cast<std::size_t>(rows));
  for (std::int64_t i = 0; i < rows; ++i) {
    hardened[static_cast<std::size_t>(i)] =
        largestScore(log_p + i * classes, prior.data(), w + i * classes, classes);
  }
  return hardened;
}

}  // namespace

at::Tensor harden(const config::ThresholdConfidence&, const Batch& batch) {
  if (batch.rows() == 1) {
    return batch.logP().argmax(1);
  }
  return batch.classes() == 2 ? hardenTwoClasses(batch) : hardenManyClasses(batch);
}

template <class T>
std::vector<std::int64_t> hardenRows(const config::ThresholdConfidence&,
                                     const BatchRows<T>& batch) {
  if (batch.rows == 1) {
    return {firstLargest(batch.log_p, batch.classes)};
  }
  return batch.classes == 2 ? hardenTwoClasses(batch) : hardenManyClasses(batch);
}

template std::vector<std::int64_t> hardenRows(const config::ThresholdConfidence&,
                                              const BatchRows<float>&);
template std::vector<std::int64_t> hardenRows(const config::ThresholdConfidence&,
                                              const BatchRows<double>&);

}  // namespace w2s::objective
