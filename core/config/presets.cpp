#include "core/config/presets.h"

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <system_error>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/file_io.h"
#include "core/base/resources.h"
#include "core/config/suggest.h"
#include "core/config/toml.h"

namespace w2s::config {

namespace {

// Names in the order of lists.
Result<std::vector<std::string>> presetNames() {
  W2S_TRY(const std::filesystem::path folder, resourceFile("presets"));
  std::vector<std::string> names;
  std::error_code error;
  for (std::filesystem::directory_iterator file(folder, error), end; !error && file != end;
       file.increment(error)) {
    if (file->path().extension() == ".toml") {
      names.push_back(file->path().stem().string());
    }
  }
  if (error) {
    return fail(ErrorCode::Io,
                sentence("Cannot list \"{}\": {}.", folder.string(), error.message()));
  }
  std::ranges::sort(names);
  W2S_TRY(const std::string order, readFile(folder / "order.txt", kMostSettingsBytes));
  std::istringstream lines(order);
  auto place = names.begin();
  for (std::string name; std::getline(lines, name);) {
    const auto found = std::find(place, names.end(), name);
    if (found != names.end()) {
      std::rotate(place, found, found + 1);
      ++place;
    }
  }
  return names;
}

std::string titleOf(std::string_view text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  return line.starts_with("# ") ? std::string(line.substr(2)) : std::string();
}

std::filesystem::path relativePath(std::string_view name) {
  return std::filesystem::path("presets") / fmt::format("{}.toml", name);
}

}  // namespace

Result<std::vector<PresetInfo>> listPresets() {
  W2S_TRY(const std::vector<std::string> names, presetNames());
  std::vector<PresetInfo> presets;
  for (const std::string& name : names) {
    W2S_TRY(const std::filesystem::path path, resourceFile(relativePath(name)));
    W2S_TRY(const std::string text, readFile(path, kMostSettingsBytes));
    W2S_TRY(const ExperimentConfig config, parseExperiment(text, path.string()));
    presets.push_back({name, titleOf(text), config.description});
  }
  return presets;
}

Result<ExperimentConfig> loadPreset(std::string_view name) {
  W2S_TRY(const std::vector<std::string> names, presetNames());
  if (std::ranges::find(names, name) == names.end()) {
    const Sentence hint = didYouMean(name, names);
    return fail(ErrorCode::NotFound,
                sentence("There is no preset \"{}\"{} Presets: {}.", name,
                         hint.text.empty() ? Sentence{.text = "."} : hint, fmt::join(names, ", ")));
  }
  W2S_TRY(const std::filesystem::path path, resourceFile(relativePath(name)));
  return loadExperiment(path);
}

Result<ExperimentConfig> loadExperimentByNameOrPath(const std::string& name_or_path) {
  const bool is_path =
      name_or_path.find('/') != std::string::npos || name_or_path.ends_with(".toml");
  return is_path ? loadExperiment(name_or_path) : loadPreset(name_or_path);
}

}  // namespace w2s::config
