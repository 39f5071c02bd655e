// w2s-bench --ui: what the window costs, beside its budgets.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <set>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <QApplication>

#include "tests/bench/ui/loop_probe.h"
#include "tests/bench/ui/scenes.h"

namespace {

using namespace w2s;
using namespace w2s::bench;

struct Scene {
  std::string name;
  std::function<Result<std::vector<Measured>>(const SceneOptions&)> measure;
  bool only_by_name = false;  // takes minutes
};

const std::vector<Scene>& allScenes() {
  static const std::vector<Scene> scenes{
      {"start", measureStart},         {"memory", measureMemory},  // before holes are in the heap
      {"frames", measureFrames},       {"answers", measureAnswers},
      {"restyling", measureRestyling}, {"runs", measureRuns, true}};
  return scenes;
}

// Of the scenes of these names; where there are none, of all that do not take minutes.
Result<std::vector<Measured>> measure(const std::vector<std::string>& names,
                                      const SceneOptions& options) {
  std::vector<Measured> all;
  for (const Scene& scene : allScenes()) {
    if ((names.empty() && !scene.only_by_name) ||
        std::ranges::find(names, scene.name) != names.end()) {
      W2S_TRY(const auto more, scene.measure(options));
      all.insert(all.end(), more.begin(), more.end());
    }
  }
  return all;
}

void print(const std::vector<Measured>& all, bool json) {
  if (json) {
    auto list = nlohmann::ordered_json::array();
    for (const Measured& one : all) {
      list.push_back({{"name", one.name},
                      {"unit", one.unit},
                      {"value", one.value},
                      {"budget", one.budget},
                      {"met", one.isMet()}});
    }
    fmt::print("{}\n", nlohmann::ordered_json{{"ui", std::move(list)}}.dump(2));
    return;
  }
  fmt::print(
      "| window; threads of the workers' priority keep every core busy | measured | budget "
      "|\n|---|---|---|\n");
  for (const Measured& one : all) {
    const int digits = one.unit == "s" ? 2 : one.unit == "ms" || one.unit == "MB" ? 0 : 1;
    fmt::print("| {} | {:.{}f} {} | {:g} {}, {} |\n", one.name, one.value, digits, one.unit,
               one.budget, one.unit, one.isMet() ? "met" : "**missed**");
  }
}

}  // namespace

int main(int argc, char** argv) {
  setenv("OMP_WAIT_POLICY", "PASSIVE", 0);
  setenv("QT_QPA_PLATFORM", "offscreen", 0);
  SceneOptions options;
  options.w2slab =
      (std::filesystem::read_symlink("/proc/self/exe").parent_path() / "w2slab").string();
  bool json = false;
  std::vector<std::string> names;
  std::set<std::string> known;
  for (const Scene& scene : allScenes()) {
    known.insert(scene.name);
  }
  CLI::App app{"W2S Lab: what the window costs while every core is busy"};
  app.name("w2s-bench --ui");
  app.add_option("--w2slab", options.w2slab,
                 "The program whose start is timed (default: beside this one)");
  app.add_option("--data", options.data_folder, "Folder of the data set's files");
  app.add_option("--seconds", options.seconds, "How long the charts are watched")
      ->check(CLI::Range(1, 600));
  app.add_option("--steps", options.steps, "Steps of each run on the charts")
      ->check(CLI::Range(1000, 10'000'000));
  app.add_option("--memory-steps", options.memory_steps,
                 "Steps of the run whose memory is measured")
      ->check(CLI::Range(1000, 10'000'000));
  app.add_option("--runs", options.runs, "Numbers of run folders in the workspace, growing")
      ->delimiter(',')
      ->check(CLI::Range(1, 200'000));
  app.add_option("--scene", names, "Only this one; may be given several times")
      ->check(CLI::IsMember(known));
  app.add_flag("--json", json, "Print one JSON object on standard output");
  CLI11_PARSE(app, argc, argv);
  int qt_argc = 1;
  const ProbedApplication application(qt_argc, argv);
  const auto all = measure(names, options);
  if (!all) {
    fmt::print(stderr, "w2s-bench --ui: {}\n", all.error().message);
    return 1;
  }
  print(*all, json);
  return 0;
}
