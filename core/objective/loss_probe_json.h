// The JSON form of a loss probe, as `w2s loss` reads and prints it. Every wrong key, type or entry
// is an Error that names the source and the key.
//
//   in   {"logits": [[..]], "weak": [[..]], "targets": [..], "step": s, "steps": S,
//         "student_passed": false}
//        all but `logits` optional; defaults as in ProbeInput
//   out  {"total", "terms": {"kd": {"value", "weight", "gradient_norm"}, "confidence": ..,
//         "ground_truth": .., "entropy": .., further terms by name}, "gradient": [[..]]}
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/objective/loss_probe.h"

namespace w2s::objective {

// `source` is what messages call the text: a file name or "standard input".
[[nodiscard]] Result<ProbeInput> probeInputFromJson(std::string_view text, std::string_view source);

// Numbers are printed with the digits that bring back the same double.
[[nodiscard]] std::string toJson(const ProbeOutput& output);

}  // namespace w2s::objective
