// What the verbs of the command line share. A verb is a file NAME_command.cpp and a line in
// cli_main.cpp (that of w2slab: in lab_main.cpp). Wiring only; the work is core's and the window's.
#pragma once

#include <optional>

#include <CLI/CLI.hpp>

#include "core/base/result.h"

namespace w2s::app {

// Prints "w2s: <message>" to standard error, logs the detail, returns the exit code for this kind
// of error: 2 for something the user can mend in the call or its files, 1 for everything else.
[[nodiscard]] int report(const Error& error);

// In a catch block: says in one sentence what the exception tells, and returns 1. Does not throw.
[[nodiscard]] int reportException();

// All that main does: sets up what both programs need before anything else, and makes a failure that
// `call` does not answer a sentence and code 1.
[[nodiscard]] int runProgram(int (*call)(int argc, char** argv), int argc, char** argv);

// Parses the call, which runs its verb. Empty: it was parsed. Else the exit code: 0 after --help and
// --version, 2 for a call that does not fit its options, which is said on standard error.
[[nodiscard]] std::optional<int> parseCall(CLI::App& app, int argc, char** argv);

}  // namespace w2s::app
