// How weak labels reach a training step.
//
// Stored: rows of a matrix that was computed once. Live: the weak model runs inside the step on the
// batch the student sees, augmented or not; without augmentation both give the same probabilities,
// hence the same loss curve. Source: Xiao & Zhu, Foundations of LLMs, section 4.2.5 (direct
// supervision by a KD loss, no synthetic data set).
#pragma once

#include <memory>

#include <ATen/core/Tensor.h>

#include "core/config/experiment_config.h"
#include "core/supervision/weak_model.h"
#include "core/train/trainer.h"

namespace w2s::supervision {

// `probabilities` [N,K] on the training device, in the order of the transfer split.
[[nodiscard]] std::unique_ptr<train::Supervision> storedSupervision(at::Tensor probabilities);

// The model must outlive the supervision. Hard labels are hardened batch by batch.
[[nodiscard]] std::unique_ptr<train::Supervision> liveSupervision(const WeakModel& model,
                                                                  config::LabelKind labels);

}  // namespace w2s::supervision
