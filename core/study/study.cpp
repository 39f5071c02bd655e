#include "core/study/study.h"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/file_read.h"
#include "core/config/fingerprint.h"
#include "core/config/form.h"
#include "core/config/presets.h"
#include "core/config/settings.h"
#include "core/config/validate.h"

namespace w2s::study {
namespace {

namespace fs = std::filesystem;

Result<config::ExperimentConfig> baseOf(const Plan& plan, const fs::path& folder,
                                        std::string_view source) {
  const fs::path beside = folder / plan.base;
  std::error_code error;
  auto base = config::loadExperimentByNameOrPath(
      fs::is_regular_file(beside, error) ? beside.string() : plan.base);
  if (!base) {
    return fail(base.error().code, sentence("{}, base: {}", source, saidBy(base.error())));
  }
  return base;
}

// Some of its settings are enough to find a cell in a file.
std::string placeOf(const Cell& cell) {
  constexpr std::size_t kShown = 4;
  if (cell.settings.size() <= kShown) {
    return cellName(cell);
  }
  Cell begin{.settings = {cell.settings.begin(), cell.settings.begin() + kShown}, .config = {}};
  return fmt::format("{}, ... ({} settings)", cellName(begin), cell.settings.size());
}

// A cell is the base with other settings; what names or repeats an experiment is no part of it.
Result<Cell> makeCell(const config::ExperimentConfig& base, const Settings& settings,
                      const std::string& name, std::string_view source) {
  Cell cell{.settings = settings, .config = base};
  const auto bad = [&](const Sentence& why) {
    return fail(ErrorCode::InvalidArgument,
                sentence("{}: the cell {}: {}", source, placeOf(cell), why));
  };
  for (const auto& [key, value] : settings) {
    if (key == "seeds" || key == "name" || key == "description" || key == "schema") {
      return bad(
          sentence("{} is not varied from cell to cell; it stands at the top of the file.", key));
    }
    if (const Status set = config::applySetting(cell.config, key, value); !set) {
      return bad(saidBy(set.error()));
    }
  }
  cell.config.name = name;
  if (const Status valid = config::checkValid(cell.config); !valid) {
    return bad(saidBy(valid.error()));
  }
  return cell;
}

}  // namespace

Result<Study> makeStudy(Plan plan, config::ExperimentConfig base, std::string_view source) {
  Study study{.plan = std::move(plan), .base = std::move(base)};
  study.name = study.plan.name;
  study.seeds = study.plan.seeds.empty() ? study.base.seeds : study.plan.seeds;
  study.base.seeds = study.seeds;
  W2S_TRY(const std::vector<Settings> cells,
          settingsOfCells(study.plan, kMostRuns / study.seeds.size(), source));
  std::set<std::string> known;  // what cells are, however their values are written: 1 and 1.0
  for (const Settings& settings : cells) {
    W2S_TRY(Cell cell, makeCell(study.base, settings, study.name, source));
    if (!known.insert(config::canonicalText(cell.config)).second) {
      continue;
    }
    for (const auto& [key, value] : cell.settings) {
      if (std::ranges::find(study.keys, key) == study.keys.end()) {
        study.keys.push_back(key);
      }
    }
    study.cells.push_back(std::move(cell));
  }
  return study;
}

Result<Study> parseStudy(std::string_view text, const fs::path& folder, std::string_view source) {
  W2S_TRY(Plan plan, readPlan(text, source));
  W2S_TRY(config::ExperimentConfig base, baseOf(plan, folder, source));
  return makeStudy(std::move(plan), std::move(base), source);
}

Result<Plan> loadPlan(const fs::path& file) {
  W2S_TRY(const std::string text, readFile(file, kMostSettingsBytes));
  return readPlan(text, file.string());
}

Result<Study> loadStudy(const fs::path& file) {
  W2S_TRY(const std::string text, readFile(file, kMostSettingsBytes));
  return parseStudy(text, file.parent_path(), file.string());
}

Result<Settings> settingsTowards(const config::ExperimentConfig& base,
                                 const config::ExperimentConfig& other) {
  Settings settings;
  config::ExperimentConfig config = base;
  const auto differences = [&] {
    std::vector<config::Difference> all = config::diff(config, other);
    std::erase_if(all, [](const config::Difference& one) {
      return !one.affects_result || one.key == "seeds";
    });
    return all;
  };
  // What an alternative brings along is known once it is chosen: its settings follow it.
  constexpr int kDeepest = 4;
  std::vector<config::Difference> left = differences();
  for (int i = 0; i < kDeepest && !left.empty(); ++i) {
    for (const config::Difference& one : left) {
      if (!one.right.empty() && config::applySetting(config, one.key, one.right)) {
        const std::string key = wholeKey(one.key);
        std::erase_if(settings, [&key](const auto& known) { return known.first == key; });
        settings.emplace_back(key, one.right);
      }
    }
    left = differences();
  }
  if (!left.empty()) {
    return fail(ErrorCode::InvalidArgument,
                sentence("{} differs in what a cell of a study cannot say: {}.", other.name,
                         left.front().key));
  }
  return settings;
}

std::string_view shortKey(std::string_view key) {
  return key.substr(key.rfind('.') + 1);
}

std::string cellName(const Cell& cell) {
  std::vector<std::string> parts;
  for (const auto& [key, value] : cell.settings) {
    parts.push_back(fmt::format("{} = {}", shortKey(key), value));
  }
  return parts.empty() ? "as it is" : fmt::format("{}", fmt::join(parts, ", "));
}

}  // namespace w2s::study
