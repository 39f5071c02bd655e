// One batch through the objective in double precision, for people and scripts: `w2s loss` and
// worked examples. Torch-free; every wrong shape or value is an Error that names the row. Any
// thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/config/objective_config.h"
#include "core/objective/terms.h"

namespace w2s::objective {

struct ProbeInput {
  std::vector<std::vector<double>> logits;  // [B][K], finite, B >= 1, K >= 2
  // [B][K] probabilities, rows sum to 1 within 1e-5. Empty: allowed where no term with weight reads
  // them.
  std::vector<std::vector<double>> weak;
  // [B] classes in [0, K), or -1 for a row whose ground truth must not be used. Empty: allowed
  // where the weight is 0.
  std::vector<std::int64_t> targets;
  std::int64_t step = 0;   // completed steps, in [0, steps)
  std::int64_t steps = 1;  // planned steps
  bool student_passed =
      false;  // for schedules that switch off when the student passes the weak supervisor
};

// Unweighted; all 0 for a term that the objective or the input lacks.
struct ProbedTerm {
  std::string name;
  double value = 0.0;
  double weight = 0.0;         // effective, at this step
  double gradient_norm = 0.0;  // of the value with respect to the logits (objective.h)
};

struct ProbeOutput {
  double total = 0.0;
  std::vector<ProbedTerm> terms;              // in the order of termsOf()
  std::vector<std::vector<double>> gradient;  // [B][K], of the total with respect to the logits
};

[[nodiscard]] Result<ProbeOutput> probeLoss(const config::ObjectiveConfig& config,
                                            const ProbeInput& input);

}  // namespace w2s::objective
