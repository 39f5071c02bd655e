// How a thread that computes lets one that answers go first.
//
// The window needs a processor for a few milliseconds, ten times a second and at every touch; with
// as many trainings as cores it would wait for its turn each time. Work of lower priority is
// suspended at once, and loses nothing where a core is free.
#pragma once

namespace w2s {

// Niceness of a thread of lower priority: beside one of niceness 0 it gets about a tenth of a core.
inline constexpr int kYieldingNiceness = 10;

// Lowers the priority of the calling thread for good, and so do the threads it starts; the other
// threads of the process are as they were. Calling it again changes nothing. A thread that is nicer
// already stays so. Linux only: elsewhere, and where the system refuses, nothing happens, for the
// work is the same at any priority.
void lowerThreadPriority();

// Niceness of the calling thread, -20 .. 19; 0 where the system has no such thing for threads.
[[nodiscard]] int threadNiceness();

}  // namespace w2s
