// A study: experiments that differ in chosen settings, each with the same seeds. Read from TOML:
//
//   schema = 1
//   name = "temperature"
//   base = "fashion-demo"                  a preset, or a configuration file (relative to this one)
//   seeds = "0-4"                          or [0, 1, 2]; as the base has them where it is left out
//   [grid]                                 every combination of these values
//   objective.temperature = [1, 2, 4]
//   "objective.confidence_weight" = [0.0, 0.5]
//   [random]                               `count` cells whose settings are drawn, the same for equal `seed`
//   count = 20
//   seed = 0
//   optimizer.learning_rate = { low = 1e-4, high = 1e-1, log = true }
//   objective.temperature = [1, 2, 4]      one of these
//   [[cell]]                               one cell with these settings
//   objective.temperature = 8
//
// Cells of the three kinds stand in this order; equal ones are one. Without any, the base is the one
// cell. A key is a setting's dotted key, in quotes or as tables; a value is what --set takes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/config/experiment_config.h"
#include "core/study/plan.h"

namespace w2s::study {

// One experiment of the study: the base with other settings.
struct Cell {
  Settings settings;
  config::ExperimentConfig config;  // with the study's name; its seeds are the study's
};

struct Study {
  Plan plan;  // what it was made from
  config::ExperimentConfig base;
  std::string name;
  std::vector<std::int64_t> seeds;
  std::vector<std::string> keys;  // that any cell sets, in the order of the file
  std::vector<Cell> cells;

  [[nodiscard]] std::size_t runs() const {
    return cells.size() * seeds.size();
  }
};

inline constexpr std::size_t kMostRuns = 100'000;  // cells times seeds

// What a file says, without its base.
[[nodiscard]] Result<Plan> loadPlan(const std::filesystem::path& file);
// Errors: BadFormat or InvalidArgument, with file, line where there is one, and cell.
[[nodiscard]] Result<Study> loadStudy(const std::filesystem::path& file);
// `folder`: where a base that is a file is looked for; `source`: the file's name in messages.
[[nodiscard]] Result<Study> parseStudy(std::string_view text, const std::filesystem::path& folder,
                                       std::string_view source);
// The plan's cells over a base that is known. Errors: a cell that no run can have.
[[nodiscard]] Result<Study> makeStudy(Plan plan, config::ExperimentConfig base,
                                      std::string_view source);

// What makes `other` of `base`, as a cell has it: all that can change a result, seeds apart; none where
// they are the same. Errors: they differ in what single settings do not say (other entries of a list).
[[nodiscard]] Result<Settings> settingsTowards(const config::ExperimentConfig& base,
                                               const config::ExperimentConfig& other);

// "temperature = 2, confidence_weight = 0.5": what tells a cell from its neighbours. The base: "as it
// is".
[[nodiscard]] std::string cellName(const Cell& cell);
// "temperature" of "objective.temperature".
[[nodiscard]] std::string_view shortKey(std::string_view key);

}  // namespace w2s::study
