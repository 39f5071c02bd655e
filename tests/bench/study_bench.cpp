#include "tests/bench/study_bench.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <optional>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/file_io.h"
#include "core/pipeline/plan.h"
#include "tests/bench/bench_tools.h"
#include "tests/bench/peer_folder.h"
#include "tests/bench/process.h"
#include "tests/bench/study_report.h"

namespace w2s::bench {
namespace {

namespace fs = std::filesystem;

struct StudyBenchOptions {
  StudyPrograms programs;
  int rounds = 3;
  bool quick = false;
  bool json = false;
};

constexpr const char* kOne = "study, one worker";
constexpr const char* kAll = "study, all cores";
constexpr const char* kCareful = "careful loop";
constexpr const char* kWide = "wide head";

class StudyBench {
 public:
  StudyBench(const StudyBenchOptions& options, fs::path scratch)
      : options_(options),
        scratch_(std::move(scratch)),
        cores_(static_cast<int>(std::max(1L, ::sysconf(_SC_NPROCESSORS_ONLN)))),
        weights_(options.quick ? std::vector<double>{0.0, 0.5}
                               : std::vector<double>{0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7}),
        temperatures_(options.quick ? std::vector<double>{1.0}
                                    : std::vector<double>{1.0, 1.5, 2.0, 4.0}) {
    for (const double weight : weights_) {
      for (const double temperature : temperatures_) {
        task_.cells.push_back({.confidence_weight = weight, .temperature = temperature});
      }
    }
    task_.seeds = options.quick ? 1 : 5;
    report_.machine = machineText();
    report_.runs = static_cast<int>(task_.cells.size()) * static_cast<int>(task_.seeds);
    report_.rounds = options.quick ? 1 : options.rounds;
    report_.study =
        fmt::format("fashion-demo, {} settings x {} seeds = {} runs; their features are cached",
                    task_.cells.size(), task_.seeds, report_.runs);
  }

  Result<StudyReport> run() {
    W2S_CHECK(warmUp());
    const bool has_peers = !options_.quick && !options_.programs.python.empty();
    if (has_peers) {
      W2S_CHECK(writeFolder());
    } else {
      report_.note = options_.quick ? "Quick: two settings, one seed, no peers."
                                    : "No Python with torch: no peers. Name one with --python.";
    }
    for (int round = 0; round < report_.rounds; ++round) {
      fmt::print(stderr, "round {} of {}\n", round + 1, report_.rounds);
      W2S_CHECK(measureOurs(1));
      if (cores_ > 1) {
        W2S_CHECK(measureOurs(cores_));
      }
      if (has_peers) {
        W2S_CHECK(measurePeers());
      }
    }
    judge();
    return report_;
  }

 private:
  [[nodiscard]] fs::path warm() const {
    return scratch_ / "warm";
  }

  // A workspace whose cache has the features of all seeds and nothing else that the study needs.
  Status warmUp() {
    const std::string text = fmt::format(
        "schema = 1\nname = \"bench\"\nbase = \"fashion-demo\"\nseeds = \"0-{}\"\n[grid]\n"
        "objective.confidence_weight = [{}]\nobjective.temperature = [{}]\n",
        task_.seeds - 1, fmt::join(weights_, ", "), fmt::join(temperatures_, ", "));
    W2S_CHECK(writeFileAtomically(scratch_ / "study.toml", text));
    W2S_TRY(const Finished finished,
            runProcess({options_.programs.w2s, "run", "fashion-demo", "--seeds",
                        fmt::format("0-{}", task_.seeds - 1), "--json", "--quiet", "--workspace",
                        warm().string(), "--set", "weak.head.min_leaf_rows=6", "--set",
                        "optimizer.learning_rate=0.0031", "--set", "optimizer.steps=20"}));
    std::error_code error;
    fs::remove_all(warm() / "runs", error);
    return {};
  }

  Status writeFolder() {
    W2S_TRY(const Problem problem, makeProblem({}));
    task_.evaluate_every = pipeline::evaluationInterval(
        problem.config.evaluation, problem.config.strong, problem.config.optimizer.steps);
    return writeStudyFolder(scratch_ / "peers", problem, task_);
  }

  Status measureOurs(int workers) {
    const fs::path workspace = scratch_ / "workspace";
    std::error_code error;
    fs::remove_all(workspace, error);
    fs::copy(warm(), workspace, fs::copy_options::recursive, error);
    if (error) {
      return systemError(sentence("copy"), warm(), error.value());
    }
    W2S_TRY(const Finished finished,
            runProcess({options_.programs.w2s, "study", "run", (scratch_ / "study.toml").string(),
                        "--json", "--quiet", "--workers", std::to_string(workers), "--workspace",
                        workspace.string()}));
    StudyTime& time = report_.time(workers == 1 ? kOne : kAll);
    time.what = fmt::format("w2s study run --workers {}: trains, evaluates, records", workers);
    time.cores = workers;
    time.take(finished.seconds, finished.cpu_seconds);
    W2S_CHECK(readAccuracies(finished.output, workspace));
    fs::remove_all(workspace, error);
    return {};
  }

  // Of the students of seed 0, in the order of the cells.
  Status readAccuracies(const std::string& printed, const fs::path& workspace) {
    const auto told = nlohmann::json::parse(printed, nullptr, /*allow_exceptions=*/false);
    accuracies_.clear();
    for (const auto& cell : told.value("cells", nlohmann::json::array())) {
      const std::string id = cell.at("runs").at(0).at("id").get<std::string>();
      W2S_TRY(const std::string text,
              readFile(workspace / "runs" / id / "summary.json", kMostRecordBytes));
      const auto summary = nlohmann::json::parse(text, nullptr, /*allow_exceptions=*/false);
      accuracies_.push_back(summary.at("student").at("accuracy").get<double>());
    }
    return accuracies_.size() == task_.cells.size()
               ? Status{}
               : fail(ErrorCode::BadFormat, "The study did not print all of its cells: " + printed);
  }

  Status measurePeers() {
    for (const int threads : {1, cores_}) {
      if (threads == 1 || cores_ > 1) {
        W2S_CHECK(measureCareful(threads));
        W2S_CHECK(measureWide(threads));
      }
    }
    return {};
  }

  Result<nlohmann::json> peer(const char* script, int threads) {
    return runPeer(options_.programs.python, fs::path(options_.programs.peers) / script,
                   {(scratch_ / "peers").string(), "--threads", std::to_string(threads)});
  }

  static std::string named(const char* name, int threads) {
    return fmt::format("{}, {} threads", name, threads);
  }

  Status measureCareful(int threads) {
    W2S_TRY(const auto told, peer("careful_study.py", threads));
    StudyTime& time = report_.time(named(kCareful, threads));
    const double share = static_cast<double>(report_.runs) / task_.careful_cells;
    time.what = fmt::format("careful PyTorch loop one after another ({} runs x {:.0f})",
                            task_.careful_cells, share);
    time.cores = threads;
    time.take(share * told.at("seconds").get<double>(),
              share * told.at("cpu_seconds").get<double>());
    compare(told.at("cells"), told.at("accuracies"));
    return {};
  }

  Status measureWide(int threads) {
    W2S_TRY(const auto told, peer("wide_heads.py", threads));
    StudyTime& time = report_.time(named(kWide, threads));
    time.what = fmt::format("{} heads in one pass, one batch order", report_.runs);
    time.cores = threads;
    time.take(told.at("seconds").get<double>(), told.at("cpu_seconds").get<double>());
    compare(told.at("cells"), told.at("accuracies"));
    return {};
  }

  void compare(const nlohmann::json& cells, const nlohmann::json& accuracies) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const auto ours = std::ranges::find_if(task_.cells, [&](const StudyCell& cell) {
        return cell.confidence_weight == cells[i].at("confidence_weight").get<double>() &&
               cell.temperature == cells[i].at("temperature").get<double>();
      });
      const auto index = static_cast<std::size_t>(ours - task_.cells.begin());
      report_.largest_difference = std::max(
          report_.largest_difference, std::abs(accuracies_[index] - accuracies[i].get<double>()));
    }
  }

  // The better of a peer's thread counts.
  const StudyTime* bestOf(const char* name) {
    const StudyTime* best = nullptr;
    for (const StudyTime& time : report_.times) {
      if (time.name.starts_with(name) && (best == nullptr || time.seconds < best->seconds)) {
        best = &time;
      }
    }
    return best;
  }

  void judge() {
    const StudyTime one = report_.time(kOne);
    const StudyTime all = cores_ > 1 ? report_.time(kAll) : one;
    if (cores_ > 1) {
      report_.goals.push_back({.name = fmt::format("{} cores against one", cores_),
                               .ratio = one.seconds / all.seconds,
                               .goal = 0.9 * cores_});
    }
    for (const auto& [name, text, goal] :
         {std::tuple{kCareful, "against the careful loop one after another", 8.0},
          std::tuple{kWide, "against all heads in one pass", 1.0}}) {
      if (const StudyTime* const best = bestOf(name)) {
        report_.goals.push_back({.name = text,
                                 .ratio = best->seconds / all.seconds,
                                 .ratio_of_cpu = best->cpu_seconds / one.cpu_seconds,
                                 .goal = goal});
      }
    }
  }

  const StudyBenchOptions& options_;
  fs::path scratch_;
  int cores_;
  std::vector<double> weights_;
  std::vector<double> temperatures_;
  StudyTask task_;
  std::vector<double> accuracies_;
  StudyReport report_;
};

Result<StudyReport> measureStudy(const StudyBenchOptions& options) {
  W2S_TRY(const Scratch scratch, Scratch::make());
  return StudyBench(options, scratch.path()).run();
}

}  // namespace

int studyBench(int argc, char** argv, StudyPrograms programs) {
  StudyBenchOptions options{.programs = std::move(programs)};
  CLI::App app{"W2S Lab: a study of 160 runs against Python peers that train the same students"};
  app.name("w2s-bench --study");
  app.add_option("--rounds", options.rounds,
                 "Repetitions in turns; the least time of each is printed")
      ->check(CLI::Range(1, 100));
  app.add_option("--python", options.programs.python,
                 "A Python with torch (default: the one beside LibTorch)");
  app.add_option("--w2s", options.programs.w2s,
                 "The program that is timed (default: beside this one)");
  app.add_option("--peers", options.programs.peers, "The folder of the peers' scripts");
  app.add_flag("--quick", options.quick, "Does the bench work? Two runs, no peers");
  app.add_flag("--json", options.json, "Print one JSON object on standard output");
  CLI11_PARSE(app, argc, argv);
  const auto report = measureStudy(options);
  if (!report) {
    fmt::print(stderr, "w2s-bench: {}\n", report.error().message);
    return 1;
  }
  fmt::print("{}\n", options.json ? jsonOf(*report) : textOf(*report));
  return 0;
}

}  // namespace w2s::bench
