// Standard input, output and error of both programs.
#pragma once

namespace w2s::app {

// Opens those of the descriptors 0 to 2 that are closed on /dev/null: else the next file that the program opens gets
// their number, and what is printed is written into it. First thing in main.
void openStandardStreams();

// Hands what was printed to the system. Returns `exit_code`, or 1 with a sentence on standard error when standard output
// cannot be written (a full disk). Last thing in main.
[[nodiscard]] int finishOutput(int exit_code);

}  // namespace w2s::app
