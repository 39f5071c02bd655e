#include "app/output.h"

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <system_error>

#include "core/base/plain_text.h"

namespace w2s::app {
namespace {

// The errno of the first write to standard output that failed. What follows it is not tried: a
// reader could not tell where the gap is.
std::atomic<int> output_error{0};

void noteFailure() {
  int none = 0;
  output_error.compare_exchange_strong(none, errno != 0 ? errno : EIO);
}

}  // namespace

void putData(std::string_view bytes) {
  errno = 0;
  if (output_error == 0 && std::fwrite(bytes.data(), 1, bytes.size(), stdout) != bytes.size()) {
    noteFailure();
  }
}

void putText(std::string_view text) {
  putData(escapedText(text, Lines::Keep));
}

void steerTerminal(std::string_view bytes) {
  (void)std::fwrite(bytes.data(), 1, bytes.size(), stderr);
}

void sayText(std::string_view text) {
  steerTerminal(escapedText(text, Lines::Keep));
}

int finishOutput(int exit_code) {
  errno = 0;
  if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
    noteFailure();
  }
  if (output_error == 0) {
    return exit_code;
  }
  say("{}: standard output cannot be written: {}.\n", program_invocation_short_name,
      std::generic_category().message(output_error));
  return exit_code == 0 ? 1 : exit_code;
}

}  // namespace w2s::app
