// The JSON form of a loss probe, as `w2s loss` reads and prints it. Every wrong key, type or entry
// is an Error that names the source and the key.
//
//   in   {"logits": [[..]], "weak": [[..]], "targets": [..], "step": s, "steps": S,
//         "student_passed": false}
//        all but `logits` optional; defaults as in ProbeInput
//   out  {"total", "terms": {"kd": {"value", "weight"}, "confidence": .., "ground_truth": ..,
//         "entropy": ..}, "gradient": [[..]]}
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/objective/loss_probe.h"

namespace w2s::objective {

// Keys of the terms, indexed by Term.
inline constexpr std::array<std::string_view, kTermCount> kTermKeys{"kd", "confidence",
                                                                    "ground_truth", "entropy"};

// `source` is what messages call the text: a file name or "standard input".
[[nodiscard]] Result<ProbeInput> probeInputFromJson(std::string_view text, std::string_view source);

// Numbers are printed with the digits that bring back the same double.
[[nodiscard]] std::string toJson(const ProbeOutput& output);

}  // namespace w2s::objective
