#include "tests/bench/process.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>

#include <fmt/format.h>
#include <fmt/ranges.h>

extern char** environ;  // NOLINT: POSIX

namespace w2s::bench {
namespace {

tl::unexpected<Error> cannotRun(const std::vector<std::string>& words, const std::string& why) {
  return fail(ErrorCode::Io, fmt::format("`{}` {}.", fmt::join(words, " "), why));
}

double secondsOf(const timeval& time) {
  return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
}

}  // namespace

Result<Finished> runProcess(const std::vector<std::string>& words) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
    return cannotRun(words, std::generic_category().message(errno));
  }
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  std::vector<char*> arguments;
  for (const std::string& word : words) {
    arguments.push_back(const_cast<char*>(word.c_str()));
  }
  arguments.push_back(nullptr);

  Finished finished;
  const auto begin = std::chrono::steady_clock::now();
  const auto secondsSoFar = [begin] {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  };
  pid_t child = 0;
  const int problem =
      ::posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  ::close(ends[1]);
  std::array<char, 65536> piece{};
  ssize_t got = 0;
  while (problem == 0 &&
         ((got = ::read(ends[0], piece.data(), piece.size())) > 0 || (got < 0 && errno == EINTR))) {
    if (finished.output.empty() && got > 0) {
      finished.first_output_seconds = secondsSoFar();
    }
    finished.output.append(piece.data(), static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
  }
  ::close(ends[0]);
  if (problem != 0) {
    return cannotRun(words, "cannot be started: " + std::generic_category().message(problem));
  }
  int status = 0;
  rusage used{};
  while (::wait4(child, &status, 0, &used) < 0 && errno == EINTR) {
  }
  finished.seconds = secondsSoFar();
  finished.cpu_seconds = secondsOf(used.ru_utime) + secondsOf(used.ru_stime);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    return cannotRun(words, WIFEXITED(status)
                                ? fmt::format("ended with code {}", WEXITSTATUS(status))
                                : fmt::format("was ended by signal {}", WTERMSIG(status)));
  }
  return finished;
}

}  // namespace w2s::bench
