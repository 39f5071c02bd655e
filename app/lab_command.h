// Verbs of w2slab: what the window can do, without a window.
#pragma once

#include <CLI/CLI.hpp>

namespace w2s::app {

// w2slab export RUN...: charts and tables of recorded runs as files. Adds the subcommand to
// `parent`; its callback stores the process exit code in `exit_code`.
void addExportCommand(CLI::App& parent, int& exit_code);

}  // namespace w2s::app
