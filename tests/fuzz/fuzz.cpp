#include "tests/fuzz/fuzz.h"

#include <algorithm>
#include <atomic>
#include <charconv>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <limits>
#include <map>
#include <optional>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fmt/format.h>

#include "core/base/file_io.h"
#include "tests/fuzz/mutator.h"

namespace w2s::fuzz {
namespace {

namespace fs = std::filesystem;

constexpr int kTooMuchMemory = 77;
constexpr int kMostFailures = 10;
constexpr std::uint64_t kMostSeconds = 1'000'000;

struct Options {
  std::uint64_t mutants = 20'000;
  std::uint64_t seed = 1;
  std::uint64_t first = 0;
  std::uint64_t hang_seconds = 0;  // 0: whoever waits for the program sees it
  std::uint64_t seconds = 0;       // of a target, instead of a number of mutants
  std::uint64_t memory_mib = 1024;
  fs::path keep = ".";
  fs::path input = {};
};

// What the child says, also when it dies.
struct Progress {
  std::atomic<std::uint64_t> number;  // of the mutant in work
  std::atomic<std::uint64_t> accepted;
  std::atomic<std::uint64_t> slowest;
  std::atomic<std::uint64_t> slowest_ms;
};

using Clock = std::chrono::steady_clock;

Progress* sharedProgress() {
  void* const memory =
      ::mmap(nullptr, sizeof(Progress), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  return memory == MAP_FAILED ? nullptr : new (memory) Progress{};
}

std::uint64_t memoryInUse() {
  struct rusage usage {};
  ::getrusage(RUSAGE_SELF, &usage);
  return static_cast<std::uint64_t>(usage.ru_maxrss) >> 10U;
}

[[noreturn]] void work(const Target& target, const Corpus& corpus, const Options& options,
                       Clock::time_point deadline, Progress& progress) {
  for (std::uint64_t i = progress.number; i < options.mutants && Clock::now() < deadline; ++i) {
    progress.number = i;
    const std::string input = mutant(corpus, options.seed, options.first + i);
    ::alarm(static_cast<unsigned>(options.hang_seconds));
    const auto begin = Clock::now();
    progress.accepted += target.read(input) ? 1 : 0;
    const auto taken = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - begin);
    if (const auto ms = static_cast<std::uint64_t>(taken.count()); ms > progress.slowest_ms) {
      progress.slowest_ms = ms;
      progress.slowest = options.first + i;
    }
    if (memoryInUse() > options.memory_mib) {
      ::_exit(kTooMuchMemory);
    }
    progress.number = i + 1;
  }
  ::alarm(0);
  std::exit(0);  // so that a sanitizer looks for leaks
}

std::string causeOf(int status) {
  if (WIFSIGNALED(status)) {
    return WTERMSIG(status) == SIGALRM
               ? "takes too long"
               : fmt::format("ends the process by signal {}", WTERMSIG(status));
  }
  return WEXITSTATUS(status) == kTooMuchMemory
             ? "takes too much memory"
             : fmt::format("ends the process with {}", WEXITSTATUS(status));
}

int fuzz(const Target& target, const Corpus& corpus, const Options& options) {
  Progress* const progress = sharedProgress();
  if (progress == nullptr) {
    fmt::print(stderr, "no shared memory\n");
    return 2;
  }
  const Clock::time_point deadline = options.seconds == 0
                                         ? Clock::time_point::max()
                                         : Clock::now() + std::chrono::seconds(options.seconds);
  int failures = 0;
  while (progress->number < options.mutants && Clock::now() < deadline &&
         failures < kMostFailures) {
    std::fflush(nullptr);
    const pid_t child = ::fork();
    if (child == 0) {
      work(target, corpus, options, deadline, *progress);
    }
    int status = 0;
    if (child < 0 || ::waitpid(child, &status, 0) != child) {
      fmt::print(stderr, "no process for the target\n");
      return 2;
    }
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) {
      break;
    }
    ++failures;
    const std::uint64_t number = options.first + progress->number;
    const fs::path file = options.keep / fmt::format("{}-{}-{}", target.name, options.seed, number);
    const Status kept = writeFileAtomically(file, mutant(corpus, options.seed, number));
    fmt::print(stderr, "{}: mutant {} of seed {} {}; it is in {}\n", target.name, number,
               options.seed, causeOf(status), kept ? file.string() : kept.error().message);
    ++progress->number;
  }
  fmt::print("{}: {} mutants of {} inputs, {} accepted, {} failures; the slowest is {}, {} ms\n",
             target.name, progress->number.load(), corpus.inputs.size(), progress->accepted.load(),
             failures, progress->slowest.load(), progress->slowest_ms.load());
  return failures == 0 ? 0 : 1;
}

// False where an undamaged input is not judged as its name says.
bool loadCorpus(const Target& target, Corpus& corpus) {
  const fs::path folder = fs::path(W2S_SOURCE_DIR) / "tests/data/fuzz" / target.name;
  std::map<std::string, std::string> inputs;  // by name: the order of a folder is no order
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    inputs[entry.path().filename().string()] =
        readFile(entry.path(), kMostRecordBytes).value_or(std::string());
  }
  bool sound = !inputs.empty();
  for (const auto& [name, text] : inputs) {
    if (target.read(text) == name.starts_with("bad")) {
      fmt::print(stderr, "{}: {} is {}\n", target.name, name,
                 name.starts_with("bad") ? "accepted" : "refused");
      sound = false;
    }
    corpus.inputs.push_back(text);
  }
  corpus.words = target.words;
  return sound;
}

std::optional<Options> optionsOf(std::span<char*> arguments) {
  Options options;
  const std::map<std::string_view, std::uint64_t*> numbers{
      {"--mutants", &options.mutants}, {"--seed", &options.seed},
      {"--first", &options.first},     {"--hang", &options.hang_seconds},
      {"--seconds", &options.seconds}, {"--memory", &options.memory_mib}};
  for (std::size_t i = 0; i + 1 < arguments.size(); i += 2) {
    const std::string_view name = arguments[i];
    const std::string_view value = arguments[i + 1];
    if (const auto number = numbers.find(name); number != numbers.end()) {
      const auto [end, problem] =
          std::from_chars(value.data(), value.data() + value.size(), *number->second);
      if (problem != std::errc() || end != value.data() + value.size()) {
        return std::nullopt;
      }
    } else if (name == "--keep") {
      options.keep = value;
    } else if (name == "--input") {
      options.input = value;
    } else {
      return std::nullopt;
    }
  }
  if (arguments.size() % 2 != 0 || options.hang_seconds > kMostSeconds ||
      options.seconds > kMostSeconds) {
    return std::nullopt;
  }
  if (options.seconds != 0) {
    options.mutants = std::numeric_limits<std::uint64_t>::max();
  }
  return options;
}

}  // namespace

void promise(bool holds, std::string_view what) {
  if (!holds) {
    fmt::print(stderr, "broken promise: {}\n", what);
    std::abort();
  }
}

ScratchFolder::ScratchFolder() {
  static std::atomic<int> count{0};
  const fs::path in_memory = "/dev/shm";
  std::error_code ignored;
  const fs::path parent =
      fs::is_directory(in_memory, ignored) ? in_memory : fs::temp_directory_path();
  path_ = parent / fmt::format("w2s-fuzz-{}-{}", ::getpid(), count++);
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

fs::path ScratchFolder::put(std::string_view name, std::string_view bytes) const {
  fs::path file = path_ / name;
  fs::create_directories(file.parent_path());  // an earlier process of the target removed it
  std::ofstream stream(file, std::ios::binary | std::ios::trunc);
  stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  stream.close();
  promise(stream.good(), "there is room for a file");
  return file;
}

int run(std::span<const Target> targets, int argc, char** argv) {
  const std::span arguments(argv, static_cast<std::size_t>(argc));
  const std::string_view wanted = argc > 1 ? arguments[1] : "";
  std::vector<const Target*> chosen;
  for (const Target& target : targets) {
    if (wanted == target.name || wanted == "all") {
      chosen.push_back(&target);
    }
  }
  const auto options = chosen.empty() ? std::nullopt : optionsOf(arguments.subspan(2));
  if (!options) {
    fmt::print(stderr,
               "usage: {} TARGET|all [--mutants N | --seconds S] [--seed S] [--first I] "
               "[--hang SECONDS] [--memory MIB] [--keep FOLDER] [--input FILE]\ntargets:",
               arguments[0]);
    for (const Target& candidate : targets) {
      fmt::print(stderr, " {}", candidate.name);
    }
    fmt::print(stderr, "\n");
    return 2;
  }
  if (!options->input.empty()) {
    const auto text = readFile(options->input, kMostRecordBytes);
    for (const Target* const target : chosen) {
      fmt::print("{}\n", !text                 ? text.error().message
                         : target->read(*text) ? "accepted"
                                               : "refused");
    }
    return text ? 0 : 2;
  }
  int code = 0;
  for (const Target* const target : chosen) {
    Corpus corpus;
    code = std::max(code, loadCorpus(*target, corpus) ? fuzz(*target, corpus, *options) : 1);
  }
  return code;
}

}  // namespace w2s::fuzz
