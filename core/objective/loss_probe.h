// One batch through the objective in double precision, for people and scripts: `w2s loss` and
// worked examples. Torch-free; every wrong shape or value is an Error that names the row. Any
// thread.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/base/result.h"
#include "core/config/objective_config.h"
#include "core/objective/term_weights.h"

namespace w2s::objective {

struct ProbeInput {
  std::vector<std::vector<double>> logits;  // [B][K], finite, B >= 1, K >= 2
  // [B][K] probabilities, rows sum to 1 within 1e-5. Empty: allowed where the KD weight is 0.
  std::vector<std::vector<double>> weak;
  // [B] classes in [0, K), or -1 for a row whose ground truth must not be used. Empty: allowed
  // where the weight is 0.
  std::vector<std::int64_t> targets;
  std::int64_t step = 0;   // completed steps, in [0, steps)
  std::int64_t steps = 1;  // planned steps
  bool student_passed =
      false;  // for schedules that switch off when the student passes the weak supervisor
};

struct ProbeOutput {
  double total = 0.0;
  TermValues
      values{};  // unweighted, indexed by Term; 0 for a term that the objective or the input lacks
  TermWeights weights;
  std::vector<std::vector<double>> gradient;  // [B][K], of the total with respect to the logits
};

[[nodiscard]] Result<ProbeOutput> probeLoss(const config::ObjectiveConfig& config,
                                            const ProbeInput& input);

}  // namespace w2s::objective
