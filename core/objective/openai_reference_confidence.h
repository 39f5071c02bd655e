// The confidence term of OpenAI's released script, its defects included: two classes only.
//
//     C(p, w) = CE(onehot(h), p), no gradient through h
//     h_i = 0 if p_i0 >= t else 1,  t = quantile of p_.0 over the batch at mean_i w_i1, interpolated linearly
//     weight of the run's share s:  a = base * (1 if s > warmup else s)
//
// Two defects are kept. All rows exactly at t become class 0, however many. The weight follows s
// itself up to the end of the warm-up (0 ... warmup * base) and then jumps to its full value; a
// straight ramp would be base * s / warmup. The weight is applied in terms.cpp. The script's
// own settings are base .5 and warmup .1. For results of the paper rather than of the script use
// `threshold`.
// Source: openai/weak-to-strong, weak_to_strong/loss.py, logconf_loss_fn (commit 6b450f2).
#pragma once

#include <cstdint>
#include <vector>

#include "core/config/objective_config.h"
#include "core/objective/batch.h"
#include "core/objective/term.h"

namespace w2s::objective {

// h, int64 [B]. Throws c10::Error unless there are two classes.
[[nodiscard]] at::Tensor harden(const config::OpenaiReferenceConfidence& settings,
                                const Batch& batch);

// The same in plain loops.
template <class T>
[[nodiscard]] std::vector<std::int64_t> hardenRows(
    const config::OpenaiReferenceConfidence& settings, const BatchRows<T>& batch);

}  // namespace w2s::objective
