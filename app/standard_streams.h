// What both programs set up before anything else.
#pragma once

namespace w2s::app {

// Opens those of the descriptors 0 to 2 that are closed on /dev/null: else the next file that the
// program opens gets their number, and what is printed is written into it. Ends the program with
// code 1 where that fails.
void openStandardStreams();

// From now on a write beyond the limit on the size of files (ulimit -f) fails with a reason, as one
// to a full disk does: the signal for it would end the program without a word.
void reportFileSizeLimit();

// The same for a write to a pipe that nobody reads any more. For verbs that work on while they
// print; the others end by the signal, as a command before `| head` should.
void outliveReaders();

}  // namespace w2s::app
