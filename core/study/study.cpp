#include "core/study/study.h"

#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/file_read.h"
#include "core/config/presets.h"
#include "core/config/settings.h"
#include "core/config/suggest.h"
#include "core/config/toml_syntax.h"
#include "core/config/validate.h"
#include "core/study/study_cells.h"

namespace w2s::study {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kSchema = 1;
const std::vector<std::string> kParts{"schema", "name", "base", "seeds", "grid", "random", "cell"};

template <class Content>
const Content* contentOf(const config::Table& table, std::string_view key) {
  const config::Entry* entry = config::findEntry(table, key);
  return entry != nullptr ? std::get_if<Content>(&entry->value.content) : nullptr;
}

Error badFile(std::string_view source, const Sentence& said) {
  return fail(ErrorCode::BadFormat, sentence("{}: {}", source, said)).value();
}

Status checkParts(const config::Table& file, std::string_view source) {
  for (const config::Entry& entry : file) {
    if (std::ranges::find(kParts, entry.key) == kParts.end()) {
      const Sentence meant = config::didYouMean(entry.key, kParts);
      return fail(
          ErrorCode::BadFormat,
          sentence("{}, line {}: a study has no part \"{}\"{} Its parts are {}.", source,
                   entry.line, entry.key, meant.text.empty() ? Sentence{.text = "."} : meant,
                   fmt::join(kParts, ", ")));
    }
  }
  const auto* schema = contentOf<std::int64_t>(file, "schema");
  if (schema == nullptr || *schema != kSchema) {
    return tl::unexpected(badFile(source, sentence("a study begins with schema = {}.", kSchema)));
  }
  return {};
}

Result<std::string> nameOf(const config::Table& file, std::string_view source) {
  const auto* name = contentOf<std::string>(file, "name");
  if (name == nullptr || name->empty()) {
    return tl::unexpected(
        badFile(source, sentence("a study needs a name, by which its runs are found again.")));
  }
  return *name;
}

Result<config::ExperimentConfig> baseOf(const config::Table& file, const fs::path& folder,
                                        std::string_view source) {
  const auto* base = contentOf<std::string>(file, "base");
  if (base == nullptr || base->empty()) {
    return tl::unexpected(
        badFile(source, sentence("base names a preset or a configuration file.")));
  }
  const fs::path beside = folder / *base;
  std::error_code error;
  return fs::is_regular_file(beside, error) ? config::loadExperimentByNameOrPath(beside.string())
                                            : config::loadExperimentByNameOrPath(*base);
}

Result<std::vector<std::int64_t>> seedsOf(const config::Table& file,
                                          const config::ExperimentConfig& base,
                                          std::string_view source) {
  const config::Entry* entry = config::findEntry(file, "seeds");
  if (entry == nullptr) {
    return base.seeds;
  }
  std::string text;
  if (const auto* written = std::get_if<std::string>(&entry->value.content)) {
    text = *written;
  } else if (const auto* list = std::get_if<std::vector<config::Value>>(&entry->value.content)) {
    std::vector<std::string> parts;
    for (const config::Value& value : *list) {
      const auto* whole = std::get_if<std::int64_t>(&value.content);
      parts.push_back(whole != nullptr ? std::to_string(*whole)
                                       : config::describeValue(value).text);
    }
    text = fmt::format("{}", fmt::join(parts, ","));
  }
  auto seeds = config::parseSeeds(text);
  if (!seeds) {
    return fail(ErrorCode::BadFormat,
                sentence("{}, line {}: {}", source, entry->line, saidBy(seeds.error())));
  }
  return seeds;
}

// A cell is the base with other settings; what names or repeats an experiment is no part of it.
Result<Cell> makeCell(const config::ExperimentConfig& base, const Settings& settings,
                      const std::string& name, std::string_view source) {
  Cell cell{.settings = settings, .config = base};
  const auto bad = [&](const Sentence& why) {
    return fail(ErrorCode::InvalidArgument,
                sentence("{}: the cell {}: {}", source, cellName(cell), why));
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

Result<Study> parseStudy(std::string_view text, const fs::path& folder, std::string_view source) {
  std::vector<config::Problem> problems;
  const config::Table file = config::readTomlSyntax(text, problems);
  if (!problems.empty()) {
    return tl::unexpected<Error>(config::errorOf(problems, source));
  }
  W2S_CHECK(checkParts(file, source));
  Study study;
  W2S_TRY(study.name, nameOf(file, source));
  W2S_TRY(config::ExperimentConfig base, baseOf(file, folder, source));
  W2S_TRY(study.seeds, seedsOf(file, base, source));
  base.seeds = study.seeds;
  W2S_TRY(const std::vector<Settings> cells,
          settingsOfCells(file, kMostRuns / study.seeds.size(), source));
  std::set<Settings> known;
  for (const Settings& settings : cells) {
    Settings in_order = settings;
    std::ranges::sort(in_order);
    if (!known.insert(std::move(in_order)).second) {
      continue;
    }
    W2S_TRY(Cell cell, makeCell(base, settings, study.name, source));
    for (const auto& [key, value] : cell.settings) {
      if (std::ranges::find(study.keys, key) == study.keys.end()) {
        study.keys.push_back(key);
      }
    }
    study.cells.push_back(std::move(cell));
  }
  return study;
}

Result<Study> loadStudy(const fs::path& file) {
  W2S_TRY(const std::string text, readFile(file, kMostSettingsBytes));
  return parseStudy(text, file.parent_path(), file.string());
}

std::string cellName(const Cell& cell) {
  std::vector<std::string> parts;
  for (const auto& [key, value] : cell.settings) {
    std::string_view name = key;
    if (name.ends_with(".base")) {
      name.remove_suffix(5);
    }
    parts.push_back(fmt::format("{} = {}", name.substr(name.rfind('.') + 1), value));
  }
  return parts.empty() ? "as it is" : fmt::format("{}", fmt::join(parts, ", "));
}

}  // namespace w2s::study
