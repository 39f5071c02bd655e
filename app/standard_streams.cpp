#include "app/standard_streams.h"

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace w2s::app {

void openStandardStreams() {
  for (int descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; ++descriptor) {
    // open() returns the lowest free number, which is this one.
    if (fcntl(descriptor, F_GETFD) == -1 && errno == EBADF &&
        open("/dev/null", O_RDWR) != descriptor) {
      _exit(1);  // there is nowhere to say it
    }
  }
}

void reportFileSizeLimit() {
  std::signal(SIGXFSZ, SIG_IGN);
}

void outliveReaders() {
  std::signal(SIGPIPE, SIG_IGN);
}

}  // namespace w2s::app
