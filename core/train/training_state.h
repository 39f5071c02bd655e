// Everything a training stage needs to go on exactly where it stood: kept after each evaluation to
// go back after a divergence (last_good_state.h), on disk as a checkpoint to go on after a crash.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/base/result.h"
#include "core/metrics/evaluation.h"
#include "core/record/live_parameters.h"
#include "core/train/batch_order.h"
#include "core/weights/named_tensors.h"

namespace w2s::train {

// An evaluation that a selection rule may choose, with the predictions it rests on.
struct Candidate {
  std::int64_t step = 0;  // 0: none yet
  double score = -1.0;    // what the rule maximises; ties keep the earlier step
  double accuracy = 0.0;  // on the test rows
  // [N,K] float32; one of them. The softmax is left until somebody asks: most are outdone.
  at::Tensor test_logits;         // of a training, on its device
  at::Tensor test_probabilities;  // of a stored state
};

// [N,K] float32 on the CPU; undefined: none yet, or the stored state had none.
[[nodiscard]] at::Tensor testProbabilitiesOf(const Candidate& candidate);

// Takes the evaluation for the best one if its score is higher.
void takeIfBetter(Candidate& best, double score, const metrics::Evaluation& evaluation,
                  const at::Tensor& test_logits);

// The state at step s holds no intervention of step s: those are adopted just before the next
// batch, after the state was taken. Going on from it means repeating the interventions of step s
// and later.
struct TrainingState {
  std::int64_t step = 0;            // completed steps
  std::int64_t evaluated_step = 0;  // of the last evaluation reported
  BatchOrder::Position position;
  std::map<std::string, double> live_values;  // by dotted key (record/live_parameters.h)
  bool student_passed = false;  // latched: beat the weak supervisor on the validation rows
  Candidate best_agreement;
  Candidate oracle;
  at::Tensor parameters;  // [P]
  NamedTensors buffers;
  NamedTensors optimizer;
};

// Copies that later steps leave alone.
[[nodiscard]] NamedTensors cloned(const NamedTensors& tensors);

// One safetensors file, written atomically, with a checksum of its tensors. `fingerprint` guards
// against resuming with another configuration.
[[nodiscard]] Status saveState(const std::filesystem::path& path, const TrainingState& state,
                               const std::string& fingerprint);
// Errors: missing or damaged file (a wrong checksum included); a fingerprint that is not the
// stage's.
[[nodiscard]] Result<TrainingState> loadState(const std::filesystem::path& path,
                                              const std::string& fingerprint);

// Whether a training can go on from the state: it has every tensor of `fresh`, a state of that
// training, in its shape. Errors: BadFormat.
[[nodiscard]] Status checkFits(const TrainingState& state, const TrainingState& fresh);

}  // namespace w2s::train
