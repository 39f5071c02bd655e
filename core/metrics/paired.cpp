#include "core/metrics/paired.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <functional>
#include <iterator>
#include <limits>
#include <tuple>

#include <boost/math/distributions/binomial.hpp>

#include "core/base/seed.h"
#include "core/metrics/pgr_guards.h"

namespace w2s::metrics {
namespace {

constexpr std::size_t kMostExactSeeds = 16;  // 65,536 ways
constexpr int kRandomFlips = 20'000;
constexpr double kSmallestError = 1e-9;  // below it, a standard error is rounding

// Share of the ways to exchange pairs whose |statistic| is at least that of none; `statistic` takes
// one flag a pair: exchanged.
template <class Statistic>
double signFlipP(std::size_t pairs, Statistic statistic) {
  std::vector<bool> exchanged(pairs, false);
  const double measured = std::abs(statistic(exchanged)) - kRounding;
  if (pairs <= kMostExactSeeds) {
    // Both ways round each way counts: half of them are enough, those that leave the last pair.
    const std::size_t ways = std::size_t{1} << (pairs - 1);
    std::size_t as_large = 0;
    for (std::size_t way = 0; way < ways; ++way) {
      for (std::size_t i = 0; i + 1 < pairs; ++i) {
        exchanged[i] = ((way >> i) & 1U) != 0;
      }
      as_large += std::abs(statistic(exchanged)) >= measured ? 1U : 0U;
    }
    return static_cast<double>(as_large) / static_cast<double>(ways);
  }
  SplitMix64 random(Seed(0).child("sign flips"));
  int as_large = 1;  // as it was measured
  for (int i = 0; i < kRandomFlips; ++i) {
    for (std::size_t pair = 0; pair < pairs; ++pair) {
      exchanged[pair] = (random() >> 63U) != 0;
    }
    as_large += std::abs(statistic(exchanged)) >= measured ? 1 : 0;
  }
  return static_cast<double>(as_large) / (kRandomFlips + 1.0);
}

std::optional<Interval> tIntervalAround(double value, double sd, std::int64_t n) {
  const double error = sd / std::sqrt(static_cast<double>(n));
  if (!(error > kSmallestError)) {  // also NaN: one seed
    return std::nullopt;
  }
  const double half = tQuantile975(n - 1) * error;
  return Interval{.low = value - half, .high = value + half};
}

// ExchangedSums of the two, each with whatever was exchanged.
struct ExchangedSums {
  double gain = 0.0;
  double gap = 0.0;

  void add(const SeedAccuracies& run) {
    gain += run.student - run.weak;
    gap += run.ceiling - run.weak;
  }
  // Without a gap the ratio is beyond all bounds.
  [[nodiscard]] double ratio() const {
    return gap > kRounding ? gain / gap
                           : std::copysign(std::numeric_limits<double>::infinity(), gain);
  }
};

double ratioDifference(const std::vector<SeedPair>& pairs, const std::vector<bool>& exchanged) {
  ExchangedSums first;
  ExchangedSums second;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    first.add(exchanged[i] ? pairs[i].second : pairs[i].first);
    second.add(exchanged[i] ? pairs[i].first : pairs[i].second);
  }
  const double difference = first.ratio() - second.ratio();
  return std::isnan(difference) ? std::numeric_limits<double>::infinity() : difference;
}

// What a seed adds to the error of a ratio of means, in units of the ratio.
std::vector<double> linearised(const std::vector<SeedAccuracies>& runs, double ratio) {
  ExchangedSums sums;
  for (const SeedAccuracies& run : runs) {
    sums.add(run);
  }
  const double gap = sums.gap / static_cast<double>(runs.size());
  std::vector<double> parts;
  for (const SeedAccuracies& run : runs) {
    parts.push_back((run.student - run.weak - ratio * (run.ceiling - run.weak)) / gap);
  }
  return parts;
}

auto orderOf(const SeedPair& pair) {
  return std::tie(pair.first.weak, pair.first.student, pair.first.ceiling, pair.second.weak,
                  pair.second.student, pair.second.ceiling);
}

}  // namespace

PairedDifference differenceOverSeeds(std::span<const double> differences) {
  const std::vector<double> sorted = sortedFinite(differences);
  const MeanAndSd summary = meanAndSd(sorted);
  PairedDifference result{.value = summary.mean, .ci95 = {}, .n = summary.n};
  if (summary.n > 1) {
    result.ci95 = tIntervalAround(summary.mean, summary.sd, summary.n);
    result.p = signFlipP(sorted.size(), [&](const std::vector<bool>& exchanged) {
      double sum = 0.0;
      for (std::size_t i = 0; i < sorted.size(); ++i) {
        sum += exchanged[i] ? -sorted[i] : sorted[i];
      }
      return sum / static_cast<double>(sorted.size());
    });
  }
  return result;
}

PgrDifference pgrDifference(std::span<const SeedPair> pairs) {
  assert(!pairs.empty());
  PgrDifference result;
  std::vector<SeedPair> used;
  std::ranges::copy_if(pairs, std::back_inserter(used), [](const SeedPair& pair) {
    return !isRemovedFromMeans(statusInMeans(pair.first)) &&
           !isRemovedFromMeans(statusInMeans(pair.second));
  });
  result.removed = static_cast<std::int64_t>(pairs.size() - used.size());
  if (used.empty()) {
    const SeedPair& pair = pairs.front();
    const PgrStatus first = statusInMeans(pair.first);
    result.status = isRemovedFromMeans(first) ? first : statusInMeans(pair.second);
    return result;
  }
  std::ranges::sort(used,
                    [](const SeedPair& a, const SeedPair& b) { return orderOf(a) < orderOf(b); });
  std::vector<SeedAccuracies> first;
  std::vector<SeedAccuracies> second;
  for (const SeedPair& pair : used) {
    first.push_back(pair.first);
    second.push_back(pair.second);
  }
  const Pgr of_first = pgrOfMeans(first).pgr;
  const Pgr of_second = pgrOfMeans(second).pgr;
  if (!isMeaningful(of_first) || !isMeaningful(of_second)) {
    result.status = isMeaningful(of_first) ? of_second.status : of_first.status;
    return result;
  }
  const auto n = static_cast<std::int64_t>(used.size());
  result.difference.n = n;
  result.difference.value = *of_first.signed_value - *of_second.signed_value;
  if (n > 1) {
    std::vector<double> parts = linearised(first, *of_first.signed_value);
    const std::vector<double> others = linearised(second, *of_second.signed_value);
    std::ranges::transform(parts, others, parts.begin(), std::minus<>());
    result.difference.ci95 = tIntervalAround(result.difference.value, meanAndSd(parts).sd, n);
    result.difference.p = signFlipP(used.size(), [&](const std::vector<bool>& exchanged) {
      return ratioDifference(used, exchanged);
    });
  }
  return result;
}

double smallestSignFlipP(std::int64_t seeds) {
  return seeds > 0 ? std::ldexp(1.0, 1 - static_cast<int>(std::min<std::int64_t>(seeds, 1000)))
                   : kUndefined;
}

std::int64_t seedsForSignFlip(std::int64_t comparisons) {
  std::int64_t seeds = 2;
  while (static_cast<double>(comparisons) * smallestSignFlipP(seeds) > 0.05) {
    ++seeds;
  }
  return seeds;
}

double mcNemarP(std::int64_t first_alone, std::int64_t second_alone) {
  const std::int64_t differing = first_alone + second_alone;
  if (differing == 0) {
    return 1.0;
  }
  const boost::math::binomial half(static_cast<double>(differing), 0.5);
  const auto fewer = static_cast<double>(std::min(first_alone, second_alone));
  return std::min(1.0, 2.0 * boost::math::cdf(half, fewer));
}

PairedDifference differenceOverRows(const MatchedRows& rows) {
  const Difference judged = matchedDifference(rows.first_alone, rows.second_alone, rows.rows());
  const double half = kTwoSided95 * judged.standard_error;
  return {.value = judged.value,
          .ci95 = Interval{.low = std::max(-1.0, judged.judged - half),
                           .high = std::min(1.0, judged.judged + half)},
          .p = mcNemarP(rows.first_alone, rows.second_alone),
          .n = rows.rows()};
}

std::vector<double> holm(std::span<const double> p) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < p.size(); ++i) {
    if (!std::isnan(p[i])) {
      order.push_back(i);
    }
  }
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return p[i]; });
  std::vector<double> corrected(p.begin(), p.end());
  double largest = 0.0;
  for (std::size_t k = 0; k < order.size(); ++k) {
    largest = std::max(largest, static_cast<double>(order.size() - k) * p[order[k]]);
    corrected[order[k]] = std::min(1.0, largest);
  }
  return corrected;
}

}  // namespace w2s::metrics
