// `w2s runs label`: what a person says about runs, kept in their folders (core/store/run_labels.h).
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

namespace w2s::app {

// As a verb of `w2s runs`.
void addLabelVerb(CLI::App& runs, int& exit_code);

}  // namespace w2s::app
