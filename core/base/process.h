// Runs another program to its end: a vector of arguments and no shell, so that no byte of a name or a
// path can be taken for a command.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace w2s {

struct ProcessEnd {
  int code = 0;        // its exit code; 128 + n where signal n ended it
  std::string output;  // standard output
  std::string errors;  // standard error
};

// `words`: the program, searched on PATH where it has no slash, and its arguments. It reads nothing.
// Blocks until it has ended. Errors: NotFound: there is no such program; Io: it cannot be started, did
// not end within `limit`, or wrote more than 64 MiB; then it is killed.
[[nodiscard]] Result<ProcessEnd> runProgram(const std::vector<std::string>& words,
                                            std::chrono::seconds limit);

}  // namespace w2s
