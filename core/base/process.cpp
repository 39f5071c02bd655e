#include "core/base/process.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <optional>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>

extern char** environ;  // NOLINT: POSIX

namespace w2s {
namespace {

using SpawnClock = std::chrono::steady_clock;

constexpr std::size_t kMostOutput = std::size_t{1} << 26U;

struct Pipe {
  int read_end = -1;
  int write_end = -1;

  Pipe() {
    std::array<int, 2> ends{-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC) == 0) {
      read_end = ends[0];
      write_end = ends[1];
    }
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() {
    closeEnd(read_end);
    closeEnd(write_end);
  }
  static void closeEnd(int& end) {
    if (end >= 0) {
      ::close(end);
      end = -1;
    }
  }
};

// 0 or an errno value. The program begins with the signals as they are by default, whatever this one
// blocks or ignores.
int spawn(const std::vector<std::string>& words, const Pipe& output, const Pipe& errors,
          pid_t& child) {
  std::vector<char*> arguments;
  arguments.reserve(words.size() + 1);
  for (const std::string& word : words) {
    arguments.push_back(
        const_cast<char*>(word.c_str()));  // NOLINT: posix_spawn leaves them as they are
  }
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, output.write_end, STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, errors.write_end, STDERR_FILENO);
  sigset_t signals;
  sigemptyset(&signals);
  posix_spawnattr_setsigmask(&attributes, &signals);
  sigaddset(&signals, SIGPIPE);
  posix_spawnattr_setsigdefault(&attributes, &signals);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  const int problem =
      ::posix_spawnp(&child, arguments[0], &actions, &attributes, arguments.data(), environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return problem;
}

// Reads both pipes until nobody writes into them; empty, or why that was given up.
std::optional<Sentence> collect(Pipe& output, Pipe& errors, SpawnClock::time_point deadline,
                                ProcessEnd& end) {
  std::array<pollfd, 2> waiting{pollfd{.fd = output.read_end, .events = POLLIN, .revents = 0},
                                pollfd{.fd = errors.read_end, .events = POLLIN, .revents = 0}};
  std::array<char, 65536> piece{};
  while (waiting[0].fd >= 0 || waiting[1].fd >= 0) {
    const auto left =
        std::chrono::ceil<std::chrono::milliseconds>(deadline - SpawnClock::now()).count();
    if (left <= 0) {
      return sentence("does not answer");
    }
    if (::poll(waiting.data(), waiting.size(), static_cast<int>(left)) < 0 && errno != EINTR) {
      return Sentence{.text = std::generic_category().message(errno)};
    }
    for (std::size_t i = 0; i < waiting.size(); ++i) {
      if (waiting.at(i).fd < 0 || waiting.at(i).revents == 0) {
        continue;
      }
      const ssize_t got = ::read(waiting.at(i).fd, piece.data(), piece.size());
      std::string& text = i == 0 ? end.output : end.errors;
      if (got > 0) {
        text.append(piece.data(), static_cast<std::size_t>(got));
      } else if (got == 0 || errno != EINTR) {
        waiting.at(i).fd = -1;
      }
      if (text.size() > kMostOutput) {
        return sentence("writes without an end");
      }
    }
  }
  return std::nullopt;
}

}  // namespace

Result<ProcessEnd> runProgram(const std::vector<std::string>& words, std::chrono::seconds limit) {
  const auto deadline = SpawnClock::now() + limit;
  Pipe output;
  Pipe errors;
  pid_t child = 0;
  const int problem =
      output.read_end < 0 || errors.read_end < 0 ? errno : spawn(words, output, errors, child);
  if (problem != 0) {
    return fail(problem == ENOENT ? ErrorCode::NotFound : ErrorCode::Io,
                sentence("The program {} cannot be started: {}.", words.front(),
                         std::generic_category().message(problem)));
  }
  Pipe::closeEnd(output.write_end);
  Pipe::closeEnd(errors.write_end);
  ProcessEnd end;
  const auto given_up = collect(output, errors, deadline, end);
  if (given_up) {
    ::kill(child, SIGKILL);
  }
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (given_up) {
    return fail(ErrorCode::Io,
                sentence("The program {} {}; it was ended.", words.front(), *given_up));
  }
  end.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return end;
}

}  // namespace w2s
