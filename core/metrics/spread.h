// How far the values of several seeds lie apart, as a band around their mean.
//
// The bands of a mean, for n >= 2 values x with mean m and sample standard deviation s:
//
//   t interval            m -+ t(.975, n - 1) s / sqrt(n), the 95 % interval of the mean
//   bootstrap             m + c (q - m), q: the ends of the central 95 % of the means of 2,000 resamples,
//                         c = t(.975, n - 1) sqrt(n / (n - 1)) / 1.96; of two values the t interval
//   standard deviation    m -+ s
//   standard error        m -+ s / sqrt(n)
//   range                 the smallest and the largest value
//
// Only the first two promise to cover the true mean in 95 of 100 experiments. Measured with values
// that are normal over seeds (tests/core/metrics/tst_spread.cpp), n = 2, 3, 5, 10: .95 for each. The
// percentile bootstrap as it is (c = 1) covers .50, .75, .84 and .90: resamples of few values are too
// narrow by the factor sqrt((n - 1) / n), and the normal quantile knows nothing of the estimated s.
// Sources: Student 1908; Efron 1979, "Bootstrap methods: another look at the jackknife"; Hesterberg 2015,
// "What teachers should know about the bootstrap" (expanded percentiles). Deviation: Hesterberg moves the
// percentiles, which stops at the range of the means; here the ends move by the same factor.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include "core/metrics/intervals.h"

namespace w2s::metrics {

enum class Spread { TInterval, Bootstrap, StandardDeviation, StandardError, Range };

// Names in files and on the command line, in the order in which choosers show them.
inline constexpr std::array<std::pair<Spread, std::string_view>, 5> kSpreads = {{
    {Spread::TInterval, "t"},
    {Spread::Bootstrap, "bootstrap"},
    {Spread::StandardDeviation, "sd"},
    {Spread::StandardError, "se"},
    {Spread::Range, "range"},
}};

// The band around the mean of the finite values among these; it does not depend on their order. Empty
// below two: one run has no spread.
[[nodiscard]] std::optional<Interval> spreadOf(std::span<const double> values, Spread spread);

}  // namespace w2s::metrics
