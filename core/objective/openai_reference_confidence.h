// The confidence term of OpenAI's released script, its defect included: two classes only.
//
//     C(p, w) = CE(onehot(h), p),  h as in threshold_confidence.h for two classes
//     weight of the run's share s:  a = base * (1 if s > warmup else s)
//
// The weight is the defect that is kept: it follows s itself up to the end of the warm-up (0 ...
// warmup * base) and then jumps to its full value; a straight ramp would be base * s / warmup. It
// is applied in term_weights.cpp. The script's own settings are base .5 and warmup .1. For results
// of the paper rather than of the script use `threshold`. Source: openai/weak-to-strong,
// weak_to_strong/loss.py, logconf_loss_fn (commit 6b450f2).
#pragma once

#include "core/config/objective_config.h"
#include "core/objective/batch.h"

namespace w2s::objective {

// h, int64 [B]. Throws c10::Error unless there are two classes.
[[nodiscard]] at::Tensor harden(const config::OpenaiReferenceConfidence& settings,
                                const Batch& batch);

}  // namespace w2s::objective
