#include "app/standard_streams.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <iostream>
#include <system_error>
#include <unistd.h>

#include <fmt/format.h>

namespace w2s::app {

void openStandardStreams() {
  for (int descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; ++descriptor) {
    // open() returns the lowest free number, which is this one.
    if (fcntl(descriptor, F_GETFD) == -1 && errno == EBADF &&
        open("/dev/null", O_RDWR) != descriptor) {
      std::abort();
    }
  }
}

int finishOutput(int exit_code) {
  errno = 0;
  std::cout.flush();
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0 && std::cout.good()) {
    return exit_code;
  }
  const std::string reason =
      errno != 0 ? std::generic_category().message(errno) : "an earlier write failed";
  std::fprintf(stderr, "%s: standard output cannot be written: %s.\n",
               program_invocation_short_name, reason.c_str());
  return exit_code == 0 ? 1 : exit_code;
}

}  // namespace w2s::app
