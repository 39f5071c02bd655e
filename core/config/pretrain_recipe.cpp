#include "core/config/pretrain_recipe.h"

#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/base/file_io.h"
#include "core/config/assign.h"
#include "core/config/problem.h"
#include "core/config/slot.h"
#include "core/config/toml_syntax.h"

namespace w2s::config {

namespace {

std::vector<Problem> assignToml(PretrainConfig& recipe, std::string_view toml) {
  std::vector<Problem> problems;
  const Table table = readTomlSyntax(toml, problems);
  if (problems.empty()) {
    const std::vector<Slot> slots = slotsOf(recipe);
    assignTable(slots, {}, table, allKeys(slots), problems);
  }
  if (problems.empty() && recipe.augment.min_erase > recipe.augment.max_erase) {
    problems.push_back(
        {.field = "augment.min_erase",
         .message = fmt::format("augment.min_erase is {}, above augment.max_erase, "
                                "which is {}.",
                                recipe.augment.min_erase, recipe.augment.max_erase)});
  }
  return problems;
}

nlohmann::ordered_json jsonOf(const std::vector<Slot>& slots) {
  auto object = nlohmann::ordered_json::object();
  for (const Slot& slot : slots) {
    auto& value = object[std::string(slot.field().name)];
    if (slot.kind() == SlotKind::Integer) {
      value = slot.as<std::int64_t>();
    } else if (slot.kind() == SlotKind::Real) {
      value = slot.as<double>();
    } else {
      value = jsonOf(slot.children());
    }
  }
  return object;
}

}  // namespace

Result<PretrainConfig> parsePretrainRecipe(std::string_view toml, std::string_view source_name) {
  PretrainConfig recipe;
  if (const auto problems = assignToml(recipe, toml); !problems.empty()) {
    return tl::unexpected<Error>(errorOf(problems, source_name));
  }
  return recipe;
}

Result<PretrainConfig> loadPretrainRecipe(const std::filesystem::path& path) {
  W2S_TRY(const std::string text, readFile(path, kMostSettingsBytes));
  return parsePretrainRecipe(text, path.string());
}

Status applyPretrainSettings(PretrainConfig& recipe, const std::vector<std::string>& assignments) {
  PretrainConfig changed = recipe;
  for (const std::string& assignment : assignments) {
    if (const auto problems = assignToml(changed, assignment); !problems.empty()) {
      return tl::unexpected<Error>(errorOf(problems, fmt::format("--set {}", assignment)));
    }
  }
  recipe = changed;
  return {};
}

std::string toJson(const PretrainConfig& recipe) {
  PretrainConfig copy = recipe;
  return jsonOf(slotsOf(copy)).dump();
}

}  // namespace w2s::config
