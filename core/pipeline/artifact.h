// What stages hand to each other: typed, complete, and immutable once given. Engine-internal (holds
// tensors).
#pragma once

#include <memory>
#include <variant>

#include <ATen/core/Tensor.h>

#include "core/metrics/evaluation.h"
#include "core/supervision/weak_labels.h"
#include "core/supervision/weak_model.h"
#include "core/train/linear_probe.h"
#include "core/train/training_state.h"
#include "core/weights/named_tensors.h"

namespace w2s::pipeline {

// A supervisor after its training: labels any rows, once or batch by batch.
struct ModelArtifact {
  std::shared_ptr<const supervision::WeakModel> model;
};

// Weak labels of the rows that a student meets.
struct LabelArtifact {
  supervision::WeakLabels labels;
  metrics::Performance floor;  // of their argmax on the test rows; n = 0: unknown
};

// Features of a frozen backbone, scaled, on the run's device.
struct FeatureArtifact {
  train::SplitTensors features;
};

// What a trained model answers, and how it came there.
struct AnswerArtifact {
  at::Tensor test_probabilities;      // [N,K] float32, CPU, after the last step
  at::Tensor transfer_probabilities;  // [N,K]
  metrics::Performance initial;  // on the test rows before the first step; n = 0: not evaluated
  metrics::Evaluation last;
  train::Candidate best_agreement;  // of a student; step 0 elsewhere
  train::Candidate oracle;
  NamedTensors weights;  // for the cache; empty when the answers come from there
};

// What of a run's summary a stage's output is.
enum class SummaryPart { None, WeakLabels, Student, Ceiling };

using Artifact = std::variant<ModelArtifact, LabelArtifact, FeatureArtifact, AnswerArtifact>;

}  // namespace w2s::pipeline
