#include "core/metrics/pgr_of_means.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <iterator>
#include <tuple>
#include <vector>

#include "core/metrics/pgr_guards.h"

namespace w2s::metrics {
namespace {

constexpr double kSmallestSpread = 1e-9;  // below it, a standard error is rounding

PgrStatus mostFrequent(const std::map<PgrStatus, std::int64_t>& counts) {
  return std::max_element(counts.begin(), counts.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

// Sorted, so that sums do not depend on the order of the seeds.
std::vector<SeedAccuracies> usedRuns(std::span<const SeedAccuracies> runs) {
  std::vector<SeedAccuracies> used;
  std::copy_if(runs.begin(), runs.end(), std::back_inserter(used),
               [](const SeedAccuracies& run) { return !isRemovedFromMeans(statusInMeans(run)); });
  std::sort(used.begin(), used.end(), [](const SeedAccuracies& a, const SeedAccuracies& b) {
    return std::tie(a.weak, a.student, a.ceiling) < std::tie(b.weak, b.student, b.ceiling);
  });
  return used;
}

template <class Value>
std::vector<double> column(const std::vector<SeedAccuracies>& runs, Value value) {
  std::vector<double> values(runs.size());
  std::transform(runs.begin(), runs.end(), values.begin(), value);
  return values;
}

}  // namespace

bool isRemovedFromMeans(PgrStatus status) {
  return status != PgrStatus::Ok && status != PgrStatus::GapNotSignificant;
}

PgrStatus statusInMeans(const SeedAccuracies& run) {
  const bool is_known =
      std::isfinite(run.weak) && std::isfinite(run.student) && std::isfinite(run.ceiling);
  return is_known || run.status == PgrStatus::FloorUnknown ? run.status : PgrStatus::Unknown;
}

std::int64_t PgrOfMeans::removedRuns() const {
  std::int64_t sum = 0;
  for (const auto& [status, runs] : removed) {
    sum += runs;
  }
  return sum;
}

PgrOfMeans pgrOfMeans(std::span<const SeedAccuracies> runs) {
  assert(!runs.empty());
  const std::vector<SeedAccuracies> used = usedRuns(runs);
  PgrOfMeans result{.pgr = {}, .used = static_cast<std::int64_t>(used.size()), .removed = {}};
  for (const SeedAccuracies& run : runs) {
    if (const PgrStatus status = statusInMeans(run); isRemovedFromMeans(status)) {
      ++result.removed[status];
    }
  }
  if (used.empty()) {
    result.pgr.status = mostFrequent(result.removed);
    return result;
  }
  const auto mean = [&](double SeedAccuracies::*role) {
    return meanAndSd(column(used, [role](const SeedAccuracies& run) { return run.*role; })).mean;
  };
  const auto gap =
      meanAndSd(column(used, [](const SeedAccuracies& run) { return run.ceiling - run.weak; }));
  const double root_n = std::sqrt(static_cast<double>(used.size()));
  const Difference mean_gap{
      .value = gap.mean, .judged = gap.mean, .standard_error = gap.sd / root_n};  // NaN for one run
  result.pgr = guardedPgr({.weak = mean(&SeedAccuracies::weak),
                           .student = mean(&SeedAccuracies::student),
                           .ceiling = mean(&SeedAccuracies::ceiling)},
                          {.gap = mean_gap, .majority_share = 0.0, .initial_above_weak = {}});
  if (used.size() == 1) {
    result.pgr.status = used.front().status;
    return result;
  }
  if (!isClear(mean_gap)) {
    return result;
  }
  const double ratio = *result.pgr.signed_value;
  const double error =
      meanAndSd(column(used,
                       [ratio](const SeedAccuracies& run) {
                         return run.student - run.weak - ratio * (run.ceiling - run.weak);
                       }))
          .sd /
      (root_n * gap.mean);
  if (error > kSmallestSpread) {
    const double half = tQuantile975(result.used - 1) * error;
    result.pgr.ci95 = Interval{.low = ratio - half, .high = ratio + half};
  }
  return result;
}

}  // namespace w2s::metrics
