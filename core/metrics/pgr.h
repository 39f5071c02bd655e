// Performance gap recovered.
//
//   signed PGR = (P_student - P_weak) / (P_ceiling - P_weak)      may be < 0 or > 1
//   book PGR   = max(0, signed PGR)
//
// Source: Burns et al. 2023, section 4 (signed); Xiao & Zhu, Foundations of LLMs, eq. 4.11 (book).
//
// The ceiling is the experiment's own strong model on ground truth, or a reference that several experiments share:
//
//   PGR_common = (P_student - P_weak) / (P_common - P_weak) = PGR_own (P_own - P_weak) / (P_common - P_weak)
//
// A control with a poorer strong model has a lower ceiling of its own, so that its own PGR divides by a smaller gap and is
// flattering beside others'; against one ceiling for all they are on one scale. Every function below takes either ceiling,
// with the same guards, each on its own gap. A common ceiling that is not above the own one is no fault: the reference is
// then the poorer model, and PGR_common the larger number.
//
// PGR divides by a difference of two measured accuracies; where that difference is not clearly
// positive the ratio says nothing, and the status says why. Accuracies are fractions in [0, 1].
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "core/base/role.h"
#include "core/base/seed.h"
#include "core/metrics/intervals.h"

namespace w2s::metrics {

// Where several apply: CeilingNotAboveWeak before WeakAtChance before GapNotSignificant. In all but
// the first the values are there, to be drawn greyed with the explanation.
enum class PgrStatus {
  Ok,
  GapNotSignificant,    // 0 < gap < max(0.01, 2 SE(gap))
  CeilingNotAboveWeak,  // gap <= 0
  WeakAtChance,         // the weak supervisor is no better than the majority class
};

// "ok", "gap_not_significant", "ceiling_not_above_weak", "weak_at_chance"
[[nodiscard]] std::string_view nameOf(PgrStatus status);
// A sentence for people, e.g. "The ceiling is not above the weak floor, so there is no gap to
// recover."
[[nodiscard]] std::string_view explain(PgrStatus status);

struct Pgr {
  std::optional<double> signed_value;  // empty when the gap is not positive
  std::optional<double> book_value;
  std::optional<Interval> ci95;  // of the signed value; empty when not computed or not meaningful
  PgrStatus status = PgrStatus::Ok;
};

// Whether the value may be read as a number: it is there, and nothing speaks against it. Where
// false, people are shown a dash and explain(status).
[[nodiscard]] bool isMeaningful(const Pgr& pgr);

// The plain ratio; empty when the ceiling is not above the weak supervisor.
[[nodiscard]] std::optional<double> performanceGapRecovered(Weak<double> weak,
                                                            Student<double> student,
                                                            Ceiling<double> ceiling);

struct PgrRows {
  std::span<const std::uint8_t>
      weak_right;  // [N] 1 = the prediction is right; the same test rows in the same order
  std::span<const std::uint8_t> student_right;
  std::span<const std::uint8_t> ceiling_right;
  double majority_share = 0.0;  // share of the most frequent class among these rows
};

// Value, status and a 95 % percentile interval from a paired bootstrap over test rows (resample
// rows, recompute all three accuracies). `resamples` = 0 leaves the interval empty, and so does a
// gap so uncertain that more than a fortieth of the resamples have none. SE(gap) is paired too:
// sd(ceiling_right - weak_right) / sqrt(N). N > 0. Equal seeds give equal intervals. Cost: a row
// falls in one of eight patterns (which of the three models are right), so a resample of N rows is
// one multinomial draw of eight counts: the same distribution without the N draws.
[[nodiscard]] Pgr pgrOfRows(const PgrRows& rows, int resamples, Seed seed);

// From accuracies alone, with independent binomial standard errors over n rows each (`w2s pgr`); n
// = 0: no guard by SE and no interval. Interval: value -+ 1.96 pgrStandardError, where the gap is
// significant. majority_share = 0: unknown.
[[nodiscard]] Pgr pgrOfAccuracies(Weak<double> weak, Student<double> student,
                                  Ceiling<double> ceiling, std::int64_t n, double majority_share);

// Standard error of the signed value by the delta method, from independent standard errors of the
// three accuracies: sqrt(se_S^2 + PGR^2 se_C^2 + (1 - PGR)^2 se_W^2) / (C - W). Empty when the gap
// is not positive. Too small where the gap is only a few standard errors wide; models judged on the
// same rows are better served by pgrOfRows.
[[nodiscard]] std::optional<double> pgrStandardError(Weak<double> weak, Student<double> student,
                                                     Ceiling<double> ceiling, Weak<double> weak_se,
                                                     Student<double> student_se,
                                                     Ceiling<double> ceiling_se);

// Over seeds: the ratio of mean differences, never a mean of ratios. Each span holds one accuracy a
// seed, in the same order, at least one. Interval: paired bootstrap over seeds (two or more). The
// guard by SE(gap) = sd / sqrt(seeds) needs two seeds as well; a weak supervisor at chance is the
// single runs' matter.
[[nodiscard]] Pgr pgrOfMeans(std::span<const double> weak, std::span<const double> student,
                             std::span<const double> ceiling, int resamples, Seed seed);
// With the resamples and the seed of all our reports, so that the same runs have the same interval
// in each.
[[nodiscard]] Pgr pgrOfMeans(std::span<const double> weak, std::span<const double> student,
                             std::span<const double> ceiling);

}  // namespace w2s::metrics
