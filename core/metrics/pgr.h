// Performance gap recovered.
//
//   signed PGR = (P_student - P_weak) / (P_ceiling - P_weak)      may be < 0 or > 1
//   book PGR   = max(0, signed PGR)
//
// Source: Burns et al. 2023, section 4 (signed); Xiao & Zhu, Foundations of LLMs, eq. 4.11 (book).
//
// The ceiling is the experiment's own strong model on ground truth, or a reference that several
// experiments share:
//
//   PGR_common = (P_student - P_weak) / (P_common - P_weak) = PGR_own (P_own - P_weak) / (P_common - P_weak)
//
// A control with a poorer strong model has a lower ceiling of its own, so that its own PGR divides
// by a smaller gap and is flattering beside others'; against one ceiling for all they are on one
// scale. Every function below takes either ceiling, with the same guards, each on its own gap. A
// common ceiling that is not above the own one is no fault: the reference is then the poorer model,
// and PGR_common the larger number.
//
// PGR divides by a difference of two measured accuracies; where that difference is not clearly
// positive the ratio says nothing, and the status says why. Accuracies are fractions in [0, 1].
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "core/base/role.h"
#include "core/base/seed.h"
#include "core/metrics/intervals.h"

namespace w2s::metrics {

// Where several apply, the first in the order of kPgrStatuses counts. In all but
// CeilingNotAboveWeak and FloorUnknown the values are there, to be drawn greyed with the
// explanation. Comparisons allow for the rounding of binary fractions: a gap of exactly one point
// (0.57 - 0.56) is one point.
enum class PgrStatus {
  Ok,
  CeilingNotAboveWeak,  // gap <= 0
  WeakAtChance,         // the weak supervisor is no better than the majority class
  GapNotSignificant,    // 0 < gap < max(0.01, 2 SE(gap))
  // The strong model, before its first step on weak labels, is clearly above the weak floor.
  StudentStartsAboveWeak,
  // No weak floor: the weak labels were made elsewhere, and not for every test row. No value.
  FloorUnknown,
  Unknown,  // recorded by a later version, which does not trust the value for a reason of its own
};
inline constexpr std::array kPgrStatuses{PgrStatus::Ok,
                                         PgrStatus::CeilingNotAboveWeak,
                                         PgrStatus::WeakAtChance,
                                         PgrStatus::GapNotSignificant,
                                         PgrStatus::StudentStartsAboveWeak,
                                         PgrStatus::FloorUnknown,
                                         PgrStatus::Unknown};

// "ok", "ceiling_not_above_weak", "weak_at_chance", "gap_not_significant", "student_starts_above_weak",
// "floor_unknown", "unknown"
[[nodiscard]] std::string_view nameOf(PgrStatus status);
[[nodiscard]] PgrStatus pgrStatusOfName(std::string_view name);  // Unknown for any other name
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
  // Accuracy of the initial student on these rows: the strong model at step 0. Empty: not measured, no guard.
  std::optional<double> initial_student = {};
};

// Value, status and a 95 % percentile interval from a paired bootstrap over test rows (resample
// rows, recompute all three accuracies). The interval speaks of the rows alone: it holds for these
// three models, not for the models that other seeds give. There is none with `resamples` = 0, where
// the gap is not significant, and where every resample has the same ratio (student and ceiling
// right on the same rows: so few rows tell nothing about the spread). N > 0. Equal seeds give equal
// intervals. Cost: a row falls in one of eight patterns (which of the three models are right), so a
// resample of N rows is one multinomial draw of eight counts: the same distribution without the N
// draws.
//
// SE(gap) is paired: with b rows on which the ceiling alone is right and c on which the weak
// supervisor alone is, gap~ = (b - c) / (N + 2), SE^2 = (b + c + 1 - (b - c)^2 / (N + 2)) / (N +
// 2)^2, so that few rows without a disagreement do not count as certainty. Source: Agresti and Min
// 2005, "Simple improved confidence intervals for comparing matched proportions". The initial
// student is compared with independent standard errors.
[[nodiscard]] Pgr pgrOfRows(const PgrRows& rows, int resamples, Seed seed);

// From accuracies alone, taken as independent binomial shares of n rows each (`w2s pgr`). n = 0:
// unknown, so no guard by SE and no interval; majority_share = 0 and an empty initial_student:
// unknown.
//
// Interval, where the gap is significant: all ratios R with |(S - W) - R (C - W)| <= 1.96 SE of the
// left side (Fieller 1954), with shares (k + 1) / (n + 2) in place of k / n (Agresti and Caffo
// 2000), so that an accuracy of exactly 0 or 1 has an uncertainty too. The guard uses the same
// shares.
[[nodiscard]] Pgr pgrOfAccuracies(Weak<double> weak, Student<double> student,
                                  Ceiling<double> ceiling, std::int64_t n, double majority_share,
                                  std::optional<double> initial_student = {});

// Standard error of the signed value by the delta method, from independent standard errors of the
// three accuracies: sqrt(se_S^2 + PGR^2 se_C^2 + (1 - PGR)^2 se_W^2) / (C - W). Empty when the gap
// is not positive. Too small where the gap is only a few standard errors wide; models judged on the
// same rows are better served by pgrOfRows.
[[nodiscard]] std::optional<double> pgrStandardError(Weak<double> weak, Student<double> student,
                                                     Ceiling<double> ceiling, Weak<double> weak_se,
                                                     Student<double> student_se,
                                                     Ceiling<double> ceiling_se);

}  // namespace w2s::metrics
