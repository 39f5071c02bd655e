// A verb of the command line: one file each, registered in cli_main.cpp. Wiring only; the work is
// core's.
#pragma once

#include <optional>

#include <CLI/CLI.hpp>

#include "core/base/result.h"

namespace w2s::app {

// Adds the verb's subcommand to `parent`. Its callback stores the process exit code in `exit_code`.
void addRunCommand(CLI::App& parent, int& exit_code);
void addPresetsCommand(CLI::App& parent, int& exit_code);
void addLossCommand(CLI::App& parent, int& exit_code);
void addPgrCommand(CLI::App& parent, int& exit_code);
void addDataCommand(CLI::App& parent, int& exit_code);
void addModelCommand(CLI::App& parent, int& exit_code);
void addPretrainCommand(CLI::App& parent, int& exit_code);
void addCheckCommand(CLI::App& parent, int& exit_code);
void addRunsCommand(CLI::App& parent, int& exit_code);
void addStudyCommand(CLI::App& parent, int& exit_code);
void addBundleCommands(CLI::App& parent, int& exit_code);  // bundle, import
void addCompareCommand(CLI::App& parent, int& exit_code);

// Prints "w2s: <message>" to standard error, logs the detail, returns the exit code for this kind
// of error: 2 for something the user can mend in the call or its files, 1 for everything else.
[[nodiscard]] int report(const Error& error);

// In a catch block: says in one sentence what the exception tells, and returns 1. Does not throw.
[[nodiscard]] int reportException();

// From now on a failure that the program cannot answer ends it with a sentence and code 1, as if it
// was killed: library code that must not throw asks for memory too. First thing in main.
void reportTermination();

// Parses the call, which runs its verb. Empty: it was parsed. Else the exit code: 0 after --help and
// --version, 2 for a call that does not fit its options, which is said on standard error.
[[nodiscard]] std::optional<int> parseCall(CLI::App& app, int argc, char** argv);

}  // namespace w2s::app
