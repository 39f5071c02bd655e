// What w2s-bench --study has measured, as a table for people and as JSON.
#pragma once

#include <string>
#include <vector>

namespace w2s::bench {

// One way to make the study's students. The least of all turns: other work on the machine only adds.
struct StudyTime {
  std::string name;
  std::string what;  // in words, for people
  int cores = 1;
  double seconds = 0.0;      // wall time of all students
  double cpu_seconds = 0.0;  // of all students
  int turns = 0;

  void take(double wall, double cpu);
};

struct StudyGoal {
  std::string name;
  double ratio = 0.0;
  double ratio_of_cpu = 0.0;  // of processor time; 0: says nothing here
  double goal = 0.0;

  [[nodiscard]] bool isMet() const {
    return ratio >= goal;
  }
};

struct StudyReport {
  std::string machine;
  std::string study;  // what was trained, in words
  int rounds = 0;
  int runs = 0;
  std::vector<StudyTime> times;
  std::vector<StudyGoal> goals;
  double largest_difference = 0.0;  // of test accuracies between both sides, seed 0
  std::string note;                 // what was left out, and why

  [[nodiscard]] StudyTime& time(const std::string& name);
};

[[nodiscard]] std::string textOf(const StudyReport& report);
[[nodiscard]] std::string jsonOf(const StudyReport& report);

}  // namespace w2s::bench
