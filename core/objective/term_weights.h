// The effective weights of the objective's four terms at one step, and the one place that adds the
// terms up.
//
//     L = k (1 - a) D_T(w, p) + k a C(p, w) + g CE(y, p) + e H(p)
//         kd                   confidence    ground truth entropy
//
// k, a, g, e: scheduled values (schedule.h). With confidence `none`, a = 0. For `openai_reference`
// the warm-up of a is that of the released script (openai_reference_confidence.h). Torch-free,
// pure; any thread.
#pragma once

#include <array>
#include <cstdint>

#include "core/config/objective_config.h"

namespace w2s::objective {

// The order in which terms are stored, added and printed.
enum class Term { Kd, Confidence, GroundTruth, Entropy };
inline constexpr std::size_t kTermCount = 4;
using TermValues = std::array<double, kTermCount>;  // unweighted, indexed by Term

struct TermWeights {
  double kd = 0.0;          // k (1 - a)
  double confidence = 0.0;  // k a
  double ground_truth = 0.0;
  double entropy = 0.0;

  friend bool operator==(const TermWeights&, const TermWeights&) = default;
};

// Training on ground truth alone: the weak supervisor's and the ceiling's objective.
inline constexpr TermWeights kGroundTruthOnly{.ground_truth = 1.0};

// `step`: completed steps, 0 before the first batch.
[[nodiscard]] TermWeights weightsAt(const config::ObjectiveConfig& config, std::int64_t step,
                                    std::int64_t steps, bool student_passed);

// Sum of weight * value in the order of Term; a term with weight 0 is left out, whatever its value.
// This is the trained loss to the last bit: recorded totals come from here and nowhere else.
[[nodiscard]] double totalOf(const TermValues& values, const TermWeights& weights);

// Whether no term will have weight any more, because every term that has one switches off when the
// student passes, and it did. A base of 0 alone says nothing: it is live and may be raised again.
[[nodiscard]] bool isSwitchedOff(const config::ObjectiveConfig& config, bool student_passed);

// Whether some schedule of the objective switches off when the student passes the weak supervisor.
[[nodiscard]] bool needsStudentPassed(const config::ObjectiveConfig& config);

// Whether a student trained with this objective sees ground truth, of transfer rows (weight and
// fraction > 0) or, through a schedule, of validation rows. Results are flagged with it.
[[nodiscard]] bool readsGroundTruth(const config::ObjectiveConfig& config);

}  // namespace w2s::objective
