// What is varied in a study, as its file or a form says it (study.h has the file's parts): the cells
// follow from it. It can be changed, extended and written again.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"

namespace w2s::study {

// Settings of one cell: dotted key, and a value as --set takes it. A schedule is called by
// its own key, without ".base".
using Settings = std::vector<std::pair<std::string, std::string>>;

// Uniform between low and high, or uniform in the logarithm: of a random study draws, of a grid `count`
// values with equal distances (of the logarithms), both ends among them.
struct Draw {
  double low = 0.0;
  double high = 1.0;
  bool is_log = false;
  bool is_whole = false;   // whole numbers, both ends included; with a count: those that are
  std::int64_t count = 0;  // 0: of a random study
  friend bool operator==(const Draw&, const Draw&) = default;
};

// One setting that differs from cell to cell.
struct Varied {
  std::string key;
  std::vector<std::string> values;  // empty with a `draw` without count
  std::optional<Draw> draw = {};    // the range that the values were written as
  int line = 0;                     // in its file; 0: none
};

struct Random {
  std::int64_t count = 0;
  std::uint64_t seed = 0;
  std::vector<Varied> settings;
};

struct Plan {
  std::string name;
  std::string base;                 // a preset, or a configuration file
  std::vector<std::int64_t> seeds;  // empty: those of the base
  std::vector<Varied> grid;         // every combination
  std::optional<Random> random;
  std::vector<Settings> cells;  // single ones
};

// Errors: BadFormat with file, line and key.
[[nodiscard]] Result<Plan> readPlan(std::string_view text, std::string_view source);
// The plan as its file: readPlan() of it is the same plan.
[[nodiscard]] std::string planText(const Plan& plan);

// More values for a setting of the grid; those that are there count once, so that every cell stays.
// Errors: the grid does not have it, it is a range.
[[nodiscard]] Status extend(Plan& plan, const Varied& more);

// `text` as a person types the values of a setting: "1, 2, 4"; "1e-4 .. 1e-1" and "1e-4 .. 1e-1 log"
// for draws; "0 .. 1 in 5" and "1e-4 .. 1e-1 log in 4" for so many values of a grid. Whole numbers
// where both ends are written so. Errors: a sentence without the key.
[[nodiscard]] Result<Varied> readVaried(std::string_view key, std::string_view text);
// The same way round: what readVaried() takes.
[[nodiscard]] std::string variedText(const Varied& varied);

// The values of a range with a count, rising, each once; those between its ends with six digits.
[[nodiscard]] std::vector<std::string> valuesOf(const Draw& range);
inline constexpr std::int64_t kMostInRange = 10'000;
// Whether it can be one: its ends rise, are finite, and above 0 with a logarithm; count up to
// kMostInRange.
[[nodiscard]] bool isRange(const Draw& draw);

// The key without ".base" at its end.
[[nodiscard]] std::string wholeKey(std::string_view key);

// The settings of all cells in the order grid, random, single ones; without any, one cell without
// settings. `most`: cells at most. `source`: the file's name in messages. Errors:
// too many, one setting twice.
[[nodiscard]] Result<std::vector<Settings>> settingsOfCells(const Plan& plan, std::size_t most,
                                                            std::string_view source);

}  // namespace w2s::study
