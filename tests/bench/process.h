// Runs a program to its end.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"

namespace w2s::bench {

struct Finished {
  double seconds = 0.0;  // wall time from its start to its end
  double first_output_seconds =
      0.0;                   // from its start to the first bytes of its output; 0: there were none
  double cpu_seconds = 0.0;  // of all its threads, in it and in the system
  std::string output;        // standard output; standard error goes to ours
};

// `words`: the program (searched on PATH if it has no slash) and its arguments. Errors: it cannot
// be started, or does not end with code 0.
[[nodiscard]] Result<Finished> runProcess(const std::vector<std::string>& words);

}  // namespace w2s::bench
