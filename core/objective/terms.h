// The terms of an objective as a list: what they are called, their weights at one step, and the one
// place that adds them up.
//
//     L = sum_i weight_i value_i
//     the default four, always first and in this order:
//       kd            k (1 - a)   D_T(w, p)
//       confidence    k a         C(p, w)
//       ground_truth  g           CE(y, p)
//       entropy       e           H(p)
//     then the further terms of the configuration ([[objective.term]]), each with its own name and weight
//
// k, a, g, e and the weights of further terms: scheduled values (schedule.h). With confidence
// `none`, a = 0. For `openai_reference` the warm-up of a is that of the released script
// (openai_reference_confidence.h). Values, weights and norms are lists in this order. Torch-free,
// pure; any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/config/objective_config.h"

namespace w2s::objective {

// Where the default terms stand.
enum DefaultTerm : std::size_t { kKd, kConfidence, kGroundTruth, kEntropy, kDefaultTerms };

template <class... Kinds>
std::variant<config::NoConfidence, Kinds...> withNone(const std::variant<Kinds...>&);
// Any kind of term, the absence of a confidence term included.
using AnyKind = decltype(withNone(config::TermKind{}));
struct Term {
  std::string name;  // of its columns and its keys: "kd", "ground_truth", ...
  AnyKind kind;
};
[[nodiscard]] std::vector<Term> termsOf(const config::ObjectiveConfig& config);
[[nodiscard]] std::vector<std::string> namesOf(const std::vector<Term>& terms);

// Training on ground truth alone, the weak supervisor's and the ceiling's objective: the default
// terms, all weight on ground truth.
[[nodiscard]] config::ObjectiveConfig groundTruthAlone();

// `step`: completed steps, 0 before the first batch.
[[nodiscard]] std::vector<double> weightsAt(const config::ObjectiveConfig& config,
                                            std::int64_t step, std::int64_t steps,
                                            bool student_passed);

// Sum of weight * value in order; a term with weight 0 is left out, whatever its value.
// This is the trained loss to the last bit: recorded totals come from here and nowhere else.
[[nodiscard]] double totalOf(std::span<const double> values, std::span<const double> weights);

// Whether no term will have weight any more, because every term that has one switches off when the
// student passes, and it did. A base of 0 alone says nothing: it is live and may be raised again.
[[nodiscard]] bool isSwitchedOff(const config::ObjectiveConfig& config, bool student_passed);

// Whether some schedule of the objective switches off when the student passes the weak supervisor.
[[nodiscard]] bool needsStudentPassed(const config::ObjectiveConfig& config);

// Whether a student trained with this objective sees ground truth, of transfer rows (weight and
// fraction > 0) or, through a schedule, of validation rows. Results are flagged with it.
[[nodiscard]] bool readsGroundTruth(const config::ObjectiveConfig& config);

// Whether the setting with this key is the base weight of a ground-truth term: raised during a run,
// it lets the student see ground truth.
[[nodiscard]] bool weighsGroundTruth(const config::ObjectiveConfig& config, std::string_view key);

}  // namespace w2s::objective
