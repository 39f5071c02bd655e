// TOML, studies, the values of --set, configurations as JSON, the input of w2s loss.
#include <algorithm>

#include "core/config/json.h"
#include "core/config/pretrain_recipe.h"
#include "core/config/settings.h"
#include "core/config/toml.h"
#include "core/config/validate.h"
#include "core/objective/loss_probe_json.h"
#include "core/study/study.h"
#include "tests/fuzz/targets.h"

namespace w2s::fuzz {
namespace {

// What a configuration that was read promises: written and read again it is the same.
void survivesWriting(const config::ExperimentConfig& config) {
  const auto again = config::parseExperiment(config::toToml(config), "again");
  promise(again.has_value(), again ? "" : again.error().message);
  promise(*again == config, "a configuration changes when it is written as TOML");
  const auto json = config::experimentFromJson(config::toJson(config), "again");
  promise(json.has_value() && *json == config,
          "a configuration changes when it is written as JSON");
}

bool readToml(std::string_view input) {
  (void)config::parsePretrainRecipe(input, "recipe.toml");
  const auto config = config::parseExperiment(input, "demo.toml");
  if (config) {
    survivesWriting(*config);
  }
  return config.has_value();
}

bool readSetting(std::string_view input) {
  config::ExperimentConfig config;
  const Status set = config::applySettings(config, {std::string(input)});
  if (set && config::validate(config).empty()) {
    survivesWriting(config);
  }
  return set.has_value();
}

bool readConfigJson(std::string_view input) {
  (void)config::experimentFromJson(input, "manifest.json");
  return config::recordedConfigFromJson(input, "manifest.json").has_value();
}

// Without a folder: a base that is a file is not found, whatever its name becomes.
bool readStudy(std::string_view input) {
  return study::parseStudy(input, "/nonexistent", "study.toml").has_value();
}

bool readLossInput(std::string_view input) {
  return objective::probeInputFromJson(input, "batch.json").has_value();
}

const std::vector<std::string> kTomlWords{"[",
                                          "]",
                                          "[[",
                                          "]]",
                                          "{",
                                          "}",
                                          "=",
                                          ".",
                                          ",",
                                          "#",
                                          "\n",
                                          "\"",
                                          "'",
                                          "\"\"\"",
                                          "'''",
                                          "\\u00e9",
                                          "\\",
                                          "\xC3\xA9",
                                          "\xE2\x82\xAC",
                                          "\xF0\x9F\x98\x80",
                                          "\xEF\xBB\xBF",
                                          "\xFF",
                                          "a.",
                                          "a=1\n",
                                          "inf",
                                          "nan",
                                          "0x",
                                          "1979-05-27T07:32:00Z",
                                          "true",
                                          "objective.",
                                          "[objective]\n",
                                          "kind = ",
                                          "[[objective.term]]\nname = 'a'\n",
                                          "seeds = [0, 1]\n",
                                          "\r\n",
                                          "\t"};

const std::vector<std::string> kJsonWords{"{",         "}",
                                          "[",         "]",
                                          ":",         ",",
                                          "\"",        "{}",
                                          "[]",        "null",
                                          "true",      "\\",
                                          "\\ud800",   "[[",
                                          "{\"a\":",   "\"a\":1,",
                                          "\n",        "1e5,",
                                          "\xC3\xA9",  "\"logits\":",
                                          "\"weak\":", "\"targets\":",
                                          "\"kind\":"};

}  // namespace

std::vector<Target> configTargets() {
  return {{"toml", kTomlWords, readToml},
          {"setting", kTomlWords, readSetting},
          {"study", kTomlWords, readStudy},
          {"config_json", kJsonWords, readConfigJson},
          {"loss_json", kJsonWords, readLossInput}};
}

}  // namespace w2s::fuzz
