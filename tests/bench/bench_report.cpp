#include "tests/bench/bench_report.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace w2s::bench {
namespace {

std::string verdictOf(bool is_met, double share) {
  return is_met ? "met" : fmt::format("missed by {:.0f} %", 100.0 * share);
}

}  // namespace

double medianOf(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2.0;
}

double RateResult::ratio() const {
  std::vector<double> ratios;
  for (std::size_t i = 0; i < ours.size(); ++i) {
    ratios.push_back(ours[i] / theirs[i]);
  }
  return medianOf(std::move(ratios));
}

bool TimeResult::isMet() const {
  return goal == 0.0 || medianOf(seconds) <= goal;
}

std::string textOf(const BenchReport& report) {
  std::string text = fmt::format("{}\n{} rounds, medians\n", report.machine, report.rounds);
  if (!report.rates.empty()) {
    text += fmt::format("\n{:<24} {:<18} {:>10} {:>10} {:>7} {:>7}  {:<14} {}\n", "", "peer",
                        "ours", "peer's", "ratio", "goal", "", "largest difference");
  }
  for (const RateResult& rate : report.rates) {
    text +=
        fmt::format("{:<24} {:<18} {:>10.1f} {:>10.1f} {:>6.2f}x {:>6.2f}x  {:<14} {:.1e} of {}\n",
                    fmt::format("{}, {}", rate.name, rate.unit), rate.peer, medianOf(rate.ours),
                    medianOf(rate.theirs), rate.ratio(), rate.goal,
                    verdictOf(rate.isMet(), 1.0 - rate.ratio() / rate.goal),
                    rate.largest_difference, rate.difference_of);
  }
  if (!report.times.empty()) {
    text += fmt::format("\n{:<43} {:>10} {:>10}\n", "w2s run fashion-demo", "seconds", "goal");
  }
  for (const TimeResult& time : report.times) {
    if (time.goal == 0.0) {
      text += fmt::format("{:<43} {:>10.2f}\n", time.name, medianOf(time.seconds));
      continue;
    }
    text +=
        fmt::format("{:<43} {:>10.2f} {:>10.1f}  {}\n", time.name, medianOf(time.seconds),
                    time.goal, verdictOf(time.isMet(), medianOf(time.seconds) / time.goal - 1.0));
  }
  if (!report.objective.empty()) {
    text += fmt::format("\n{:<43} {:>10}\n", "objective with gradient, 128 x 10", "us a call");
  }
  for (const ObjectiveTime& time : report.objective) {
    text += fmt::format("{:<43} {:>10.1f}\n", time.name, time.microseconds);
  }
  if (!report.note.empty()) {
    text += fmt::format("\n{}\n", report.note);
  }
  return text;
}

std::string jsonOf(const BenchReport& report) {
  using nlohmann::json;
  json rates = json::array();
  for (const RateResult& rate : report.rates) {
    rates.push_back({{"name", rate.name},
                     {"peer", rate.peer},
                     {"unit", rate.unit},
                     {"ours", medianOf(rate.ours)},
                     {"peers", medianOf(rate.theirs)},
                     {"all_ours", rate.ours},
                     {"all_peers", rate.theirs},
                     {"ratio", rate.ratio()},
                     {"goal", rate.goal},
                     {"met", rate.isMet()},
                     {"largest_difference", rate.largest_difference},
                     {"difference_of", rate.difference_of}});
  }
  json times = json::array();
  for (const TimeResult& time : report.times) {
    times.push_back({{"name", time.name},
                     {"seconds", medianOf(time.seconds)},
                     {"all_seconds", time.seconds},
                     {"goal", time.goal == 0.0 ? json() : json(time.goal)},
                     {"met", time.isMet()}});
  }
  json objective = json::array();
  for (const ObjectiveTime& time : report.objective) {
    objective.push_back({{"name", time.name}, {"microseconds", time.microseconds}});
  }
  return json{
      {"machine", report.machine}, {"rounds", report.rounds}, {"rates", rates}, {"times", times},
      {"objective", objective},    {"note", report.note}}
      .dump(2);
}

}  // namespace w2s::bench
