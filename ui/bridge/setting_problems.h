// What is wrong with the settings, and changes that mend it. Free of Qt.
//
// Beside config::validate(): the data set must be known, and its splits must fit into its rows. A
// fix is never guessed: each candidate (the nearest allowed number, the default, another choice of
// a setting the sentence is about) is tried on a copy, and kept only when its problem is gone and
// no new one has come.
#pragma once

#include <string>
#include <vector>

#include "core/config/experiment_config.h"

namespace w2s::ui {

struct SettingFix {
  std::string key;          // for config::applySetting
  std::string value;        // as it takes it
  std::string section;      // "strong"
  std::string label;        // of the setting: "Trained part"
  std::string value_label;  // "Head only", "5,000"
  friend bool operator==(const SettingFix&, const SettingFix&) = default;
};

struct SettingProblem {
  std::string key;      // of the setting below which it is shown
  std::string message;  // a sentence
  std::vector<std::string> related = {};
  std::vector<SettingFix> fixes = {};  // best first, at most three
  friend bool operator==(const SettingProblem&, const SettingProblem&) = default;
};

// Empty: a run can start as far as the settings can tell.
[[nodiscard]] std::vector<SettingProblem> problemsOf(const config::ExperimentConfig& config);

}  // namespace w2s::ui
