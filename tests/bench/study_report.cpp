#include "tests/bench/study_report.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace w2s::bench {

void StudyTime::take(double wall, double cpu) {
  seconds = turns == 0 ? wall : std::min(seconds, wall);
  cpu_seconds = turns == 0 ? cpu : std::min(cpu_seconds, cpu);
  ++turns;
}

StudyTime& StudyReport::time(const std::string& name) {
  const auto found = std::ranges::find(times, name, &StudyTime::name);
  return found != times.end() ? *found : times.emplace_back(StudyTime{.name = name, .what = {}});
}

std::string textOf(const StudyReport& report) {
  std::string text = fmt::format(
      "{}\n{}\n{} rounds in turns, the least of each\n\n{:<58} {:>5} {:>8} {:>8} {:>8}\n",
      report.machine, report.study, report.rounds, "", "cores", "wall s", "CPU s", "runs/s");
  for (const StudyTime& time : report.times) {
    text += fmt::format("{:<58} {:>5} {:>8.2f} {:>8.2f} {:>8.1f}\n", time.what, time.cores,
                        time.seconds, time.cpu_seconds, report.runs / time.seconds);
  }
  if (!report.goals.empty()) {
    text += fmt::format("\n{:<58} {:>8} {:>8} {:>8}\n", "", "ratio", "of CPU", "goal");
  }
  for (const StudyGoal& goal : report.goals) {
    const std::string of_cpu =
        goal.ratio_of_cpu > 0.0 ? fmt::format("{:.2f}x", goal.ratio_of_cpu) : "";
    text += fmt::format(
        "{:<58} {:>7.2f}x {:>8} {:>7.1f}x  {}\n", goal.name, goal.ratio, of_cpu, goal.goal,
        goal.isMet() ? "met"
                     : fmt::format("missed by {:.0f} %", 100.0 * (1 - goal.ratio / goal.goal)));
  }
  if (report.largest_difference > 0.0) {
    text += fmt::format("\nTest accuracies of the students of seed 0 differ by at most {:.4f}.\n",
                        report.largest_difference);
  }
  if (!report.note.empty()) {
    text += fmt::format("\n{}\n", report.note);
  }
  return text;
}

std::string jsonOf(const StudyReport& report) {
  using nlohmann::json;
  json times = json::array();
  for (const StudyTime& time : report.times) {
    times.push_back({{"name", time.name},
                     {"what", time.what},
                     {"cores", time.cores},
                     {"seconds", time.seconds},
                     {"cpu_seconds", time.cpu_seconds},
                     {"runs_per_second", report.runs / time.seconds}});
  }
  json goals = json::array();
  for (const StudyGoal& goal : report.goals) {
    goals.push_back({{"name", goal.name},
                     {"ratio", goal.ratio},
                     {"ratio_of_cpu", goal.ratio_of_cpu > 0.0 ? json(goal.ratio_of_cpu) : json()},
                     {"goal", goal.goal},
                     {"met", goal.isMet()}});
  }
  return json{{"machine", report.machine},
              {"study", report.study},
              {"rounds", report.rounds},
              {"runs", report.runs},
              {"times", times},
              {"goals", goals},
              {"largest_difference", report.largest_difference},
              {"note", report.note}}
      .dump(2);
}

}  // namespace w2s::bench
