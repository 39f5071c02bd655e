// What the bench has measured, as a table for people and as JSON.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tests/bench/our_side.h"

namespace w2s::bench {

// A rate against a peer's: higher is better, goal = smallest ratio.
struct RateResult {
  std::string name;
  std::string peer;
  std::string unit;
  double goal = 0.0;
  // One a round. Medians are reported; a round's ratio pairs numbers measured one right after the
  // other.
  std::vector<double> ours = {};
  std::vector<double> theirs = {};
  double largest_difference = 0.0;  // |ours - theirs| of losses, or of features
  std::string difference_of = {};   // "losses"

  [[nodiscard]] double ratio() const;  // median of the rounds' ratios
  [[nodiscard]] bool isMet() const {
    return ratio() >= goal;
  }
};

// Wall time of whole programs: lower is better, goal = largest time.
struct TimeResult {
  std::string name;
  double goal = 0.0;  // s; 0: none, for orientation
  std::vector<double> seconds;

  [[nodiscard]] bool isMet() const;
};

struct BenchReport {
  std::string machine;
  int rounds = 0;
  std::vector<RateResult> rates;
  std::vector<TimeResult> times;
  std::vector<ObjectiveTime> objective;
  std::string note;  // what was left out, and why
};

[[nodiscard]] double medianOf(std::vector<double> values);
[[nodiscard]] std::string textOf(const BenchReport& report);
[[nodiscard]] std::string jsonOf(const BenchReport& report);

}  // namespace w2s::bench
