#include "core/base/thread_priority.h"

#include <algorithm>

#ifdef __linux__
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace w2s {

#ifdef __linux__

namespace {

// POSIX gives niceness to processes; Linux gives it to threads, by their kernel id.
id_t threadId() {
  return static_cast<id_t>(syscall(SYS_gettid));
}

}  // namespace

int threadNiceness() {
  return getpriority(PRIO_PROCESS, threadId());
}

void lowerThreadPriority() {
  // Lowering the priority needs no privilege; if it fails anyway, nothing depends on it.
  (void)setpriority(PRIO_PROCESS, threadId(), std::max(threadNiceness(), kYieldingNiceness));
}

#else

int threadNiceness() {
  return 0;
}

void lowerThreadPriority() {}

#endif

}  // namespace w2s
