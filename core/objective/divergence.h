// The divergences in one place: D(w, p) between weak labels and student, at the temperature each
// uses.
#pragma once

#include <variant>

#include "core/config/objective_config.h"
#include "core/objective/forward_kl.h"
#include "core/objective/hard_ce.h"
#include "core/objective/jensen_shannon.h"
#include "core/objective/reverse_kl.h"
#include "core/objective/soft_ce.h"

namespace w2s::objective {

// The temperature a divergence is taken at: hard labels have none.
[[nodiscard]] inline double usedTemperature(const config::Divergence& divergence,
                                            double temperature) {
  return std::holds_alternative<config::HardCe>(divergence) ? 1.0 : temperature;
}

// The batch a divergence compares, before temperature: only reverse KL changes the weak labels
// first.
template <class Kind>
[[nodiscard]] Batch comparedBatch(const Kind&, const Batch& batch) {
  return batch;
}
[[nodiscard]] inline Batch comparedBatch(const config::ReverseKl& kind, const Batch& batch) {
  return batch.withWeak(smoothed(batch.w(), kind.smoothing));
}

// The same for one weak probability.
template <class T, class Kind>
[[nodiscard]] T comparedWeak(const Kind&, T weak, std::int64_t) {
  return weak;
}
template <class T>
[[nodiscard]] T comparedWeak(const config::ReverseKl& kind, T weak, std::int64_t classes) {
  return smoothed(weak, kind.smoothing, classes);
}

// Whether Row::log_w is read, which costs a logarithm an element.
template <class Kind>
inline constexpr bool kReadsLogWeak = true;
template <>
inline constexpr bool kReadsLogWeak<config::SoftCe> = false;
template <>
inline constexpr bool kReadsLogWeak<config::HardCe> = false;

}  // namespace w2s::objective
