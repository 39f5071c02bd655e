// w2s-bench: the engine against careful and published Python loops that do the same work, and whole
// runs against the clock. Both sides run in turns, one thread each, so that a busy machine slows
// both. See README.md beside it.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <ATen/Parallel.h>

#include "core/base/file_io.h"
#include "core/base/version.h"
#include "tests/bench/bench_report.h"
#include "tests/bench/bench_tools.h"
#include "tests/bench/peer_folder.h"
#include "tests/bench/process.h"
#include "tests/bench/study_bench.h"

namespace w2s::bench {
namespace {

namespace fs = std::filesystem;

struct Options {
  int rounds = 5;
  bool quick = false;
  bool json = false;
  std::vector<std::string> only;
  std::string python = W2S_BENCH_PYTHON;
  std::string w2s;
  std::string peers = W2S_BENCH_PEERS;
};

const std::vector<std::string> kItems{"head", "fine-tuning", "extraction", "runs", "objective"};

TrainingTask headTask(std::int64_t steps) {
  const config::ExperimentConfig demo;
  TrainingTask task{.objective = demo.objective, .optimizer = demo.optimizer};
  task.objective.confidence_weight = {.base = demo.objective.confidence_weight.base};
  task.optimizer.steps = steps;
  return task;
}

TrainingTask fineTuningTask(std::int64_t steps) {
  TrainingTask task = headTask(steps);
  task.optimizer.batch_rows = 64;
  task.optimizer.learning_rate = {.base = 1e-3};
  return task;
}

class Bench {
 public:
  Bench(const Options& options, fs::path scratch)
      : options_(options), scratch_(std::move(scratch)) {
    report_.machine = machineText() + ", one thread a side";
    report_.rounds = options.quick ? 1 : options.rounds;
  }

  Result<BenchReport> run() {
    const ProblemSize size =
        options_.quick ? ProblemSize{.transfer_rows = 400, .validation_rows = 200, .test_rows = 200}
                       : ProblemSize{};
    W2S_TRY(const Problem problem, makeProblem(size));
    has_peers_ = !options_.quick && !options_.python.empty();
    if (!has_peers_) {
      report_.note = options_.quick
                         ? "Quick: small sizes, no peers, no whole runs; the numbers mean nothing."
                         : "No Python with torch: no peers. Name one with --python.";
    }
    for (int round = 0; round < report_.rounds; ++round) {
      fmt::print(stderr, "round {} of {}\n", round + 1, report_.rounds);
      W2S_CHECK(oneRound(problem));
    }
    if (wants("objective")) {
      report_.objective = objectiveTimes(problem, options_.quick ? 20 : 2000);
    }
    return report_;
  }

 private:
  [[nodiscard]] bool wants(const std::string& item) const {
    return options_.only.empty() || std::ranges::find(options_.only, item) != options_.only.end();
  }

  Status oneRound(const Problem& problem) {
    if (wants("head")) {
      W2S_CHECK(measureHead(problem));
    }
    if (wants("fine-tuning")) {
      W2S_CHECK(measureFineTuning(problem));
    }
    if (wants("extraction")) {
      W2S_CHECK(measureExtraction(problem));
    }
    if (wants("runs") && !options_.quick) {
      W2S_CHECK(measureRuns());
    }
    return {};
  }

  // --- peers ---

  Result<nlohmann::json> peer(const std::string& script, const fs::path& folder,
                              std::int64_t steps = 0) {
    std::vector<std::string> words{folder.string()};
    if (steps > 0) {
      words.push_back("--steps");
      words.push_back(std::to_string(steps));
    }
    return runPeer(options_.python, fs::path(options_.peers) / script, words);
  }

  Result<fs::path> folderOf(const std::string& name, const Problem& problem,
                            const TrainingTask& task) {
    const fs::path folder = scratch_ / name;
    if (!fs::exists(folder / "settings.json")) {
      W2S_CHECK(writePeerFolder(folder, problem, task));
    }
    return folder;
  }

  RateResult& rate(const RateResult& empty) {
    for (RateResult& known : report_.rates) {
      if (known.name == empty.name && known.peer == empty.peer) {
        return known;
      }
    }
    return report_.rates.emplace_back(empty);
  }

  static double largestDifference(const std::vector<double>& ours, const nlohmann::json& theirs) {
    double largest = 0.0;
    for (std::size_t i = 0; i < std::min(ours.size(), theirs.size()); ++i) {
      largest = std::max(largest, std::abs(ours[i] - theirs[i].get<double>()));
    }
    return largest;
  }

  Status compare(const RateResult& empty, const Training& ours, const std::string& script,
                 const fs::path& folder, std::int64_t steps = 0) {
    W2S_TRY(const auto theirs, peer(script, folder, steps));
    RateResult& result = rate(empty);
    result.difference_of = "losses";
    result.ours.push_back(ours.steps_per_second);
    result.theirs.push_back(theirs.at("steps_per_second").get<double>());
    result.largest_difference =
        std::max(result.largest_difference, largestDifference(ours.losses, theirs.at("losses")));
    return {};
  }

  Status measureHead(const Problem& problem) {
    constexpr std::int64_t kPublishedSteps = 8;
    const TrainingTask task = headTask(options_.quick ? 20 : 2000);
    W2S_TRY(const Training ours, trainLinearHead(problem, task));
    if (!has_peers_) {
      return {};
    }
    W2S_TRY(const fs::path folder, folderOf("head", problem, task));
    W2S_CHECK(
        compare({.name = "linear head", .peer = "careful eager", .unit = "steps/s", .goal = 4.0},
                ours, "careful_eager.py", folder));
    W2S_TRY(const Training again, trainLinearHead(problem, task));
    return compare(
        {.name = "linear head", .peer = "published default", .unit = "steps/s", .goal = 100.0},
        again, "published_default.py", folder, kPublishedSteps);
  }

  Status measureFineTuning(const Problem& problem) {
    const TrainingTask task = fineTuningTask(options_.quick ? 3 : 60);
    W2S_TRY(const Training ours, fineTune(problem, task));
    if (!has_peers_) {
      return {};
    }
    W2S_TRY(const fs::path folder, folderOf("fine-tuning", problem, task));
    return compare(
        {.name = "full fine-tuning", .peer = "careful eager", .unit = "steps/s", .goal = 1.15},
        ours, "fine_tune_eager.py", folder);
  }

  Status measureExtraction(const Problem& problem) {
    W2S_TRY(const double ours, extractionRate(problem));
    if (!has_peers_) {
      return {};
    }
    W2S_TRY(const fs::path folder, folderOf("head", problem, headTask(2000)));
    W2S_TRY(const auto theirs, peer("extract_eager.py", folder));
    RateResult& result =
        rate({.name = "features", .peer = "batched eager", .unit = "images/s", .goal = 1.0});
    result.difference_of = "features";
    result.ours.push_back(ours);
    result.theirs.push_back(theirs.at("rows_per_second").get<double>());
    result.largest_difference =
        std::max(result.largest_difference, theirs.at("max_abs_difference").get<double>());
    return {};
  }

  // --- whole runs ---

  Status timedRun(const std::string& name, double goal, const fs::path& workspace,
                  const std::vector<std::string>& more = {}) {
    std::vector<std::string> words{"run",     "fashion-demo", "--json",
                                   "--quiet", "--workspace",  workspace.string()};
    words.insert(words.end(), more.begin(), more.end());
    return timedProgram(name, goal, words);
  }

  Status timedProgram(const std::string& name, double goal,
                      const std::vector<std::string>& arguments) {
    std::vector<std::string> words{options_.w2s};
    words.insert(words.end(), arguments.begin(), arguments.end());
    W2S_TRY(const Finished finished, runProcess(words));
    for (TimeResult& known : report_.times) {
      if (known.name == name) {
        known.seconds.push_back(finished.seconds);
        return {};
      }
    }
    report_.times.push_back({.name = name, .goal = goal, .seconds = {finished.seconds}});
    return {};
  }

  Status measureRuns() {
    const fs::path workspace = scratch_ / "workspace";
    const fs::path ten = scratch_ / "ten";
    W2S_CHECK(timedRun("cold: empty workspace", 10.0, workspace));
    // Another tree and another weight decay: weak supervisor, labels, ceiling and student are all
    // made anew.
    W2S_CHECK(
        timedRun("features cached, all else anew", 3.0, workspace,
                 {"--set", "weak.head.min_leaf_rows=6", "--set", "optimizer.weight_decay=0.0011"}));
    W2S_CHECK(timedRun("another objective weight: student alone", 0.5, workspace,
                       {"--set", "objective.confidence_weight=0.4"}));
    W2S_CHECK(timedProgram("the program's start alone (w2s --version)", 0.0, {"--version"}));
    W2S_CHECK(timedRun("ten seeds, cold", 30.0, ten, {"--seeds", "0-9"}));
    std::error_code ignored;
    fs::remove_all(workspace, ignored);
    fs::remove_all(ten, ignored);
    return {};
  }

  const Options& options_;
  fs::path scratch_;
  bool has_peers_ = false;
  BenchReport report_;
};

Result<BenchReport> measure(const Options& options) {
  W2S_TRY(const Scratch scratch, Scratch::make());
  return Bench(options, scratch.path()).run();
}

}  // namespace
}  // namespace w2s::bench

int main(int argc, char** argv) {
  using namespace w2s::bench;
  // The window is measured by a program of its own, so that this one needs no Qt.
  if (argc > 1 && std::string_view(argv[1]) == "--ui") {
    const std::string program =
        (fs::read_symlink("/proc/self/exe").parent_path() / "w2s-bench-ui").string();
    argv[1] = argv[0];
    execv(program.c_str(), argv + 1);
    fmt::print(stderr, "w2s-bench: {} cannot be started. It is built where Qt is installed.\n",
               program);
    return 1;
  }
  // Idle OpenMP threads must not spin; the peers do the same.
  setenv("OMP_WAIT_POLICY", "PASSIVE", 0);
  at::set_num_threads(1);
  const std::string w2s = (fs::read_symlink("/proc/self/exe").parent_path() / "w2s").string();
  if (argc > 1 && std::string_view(argv[1]) == "--study") {
    argv[1] = argv[0];
    return studyBench(argc - 1, argv + 1,
                      {.python = W2S_BENCH_PYTHON, .w2s = w2s, .peers = W2S_BENCH_PEERS});
  }

  Options options;
  options.w2s = w2s;
  CLI::App app{"W2S Lab: speed against Python peers that do the same work, and of whole runs"};
  app.name("w2s-bench");
  app.add_option("--rounds", options.rounds, "Repetitions; medians are printed")
      ->check(CLI::Range(1, 1000));
  app.add_option("--only", options.only, "Some of: head, fine-tuning, extraction, runs, objective")
      ->check(CLI::IsMember(kItems));
  app.add_option("--python", options.python,
                 "A Python with torch (default: the one beside LibTorch)");
  app.add_option("--w2s", options.w2s,
                 "The program whose runs are timed (default: beside this one)");
  app.add_option("--peers", options.peers, "The folder of the peers' scripts");
  app.footer(
      "w2s-bench --study measures 160 runs that share their features instead, and w2s-bench --ui "
      "the "
      "window; with --help each lists its options.");
  app.add_flag("--quick", options.quick, "Does the bench work? Small sizes, no peers, no runs");
  app.add_flag("--json", options.json, "Print one JSON object on standard output");
  CLI11_PARSE(app, argc, argv);
  const auto report = measure(options);
  if (!report) {
    fmt::print(stderr, "w2s-bench: {}\n", report.error().message);
    return 1;
  }
  fmt::print("{}\n", options.json ? jsonOf(*report) : textOf(*report));
  return 0;
}
