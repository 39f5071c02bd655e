// The settings of a run as a flat list, each value in one canonical text: what runs are compared by,
// named by and filtered by. Of thousands of runs most are alike: SettingsPool keeps equal ones once.
#pragma once

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/config/experiment_config.h"
#include "core/config/slot.h"

namespace w2s::study {

// What a setting is called. Labels are the form's, in English, and live as long as the program.
struct Setting {
  std::string key;         // dotted, as --set takes it; of a schedule's base its own
  std::string_view label;  // "Temperature T"
  std::string_view owner;  // "Objective": its section, or its schedule
  std::string entry = {};  // of a list of settings: which
  std::span<const config::Option> choices = {};  // what it may be, where that is a list
  config::SlotKind kind = config::SlotKind::Text;
  bool is_shared = false;  // another setting of the configuration has the same label

  // "T" of "Temperature T"; empty: it has none.
  [[nodiscard]] std::string_view symbol() const;
};

// All that can change a result, seeds apart, in the order of the configuration.
class RunSettings {
 public:
  using Described = std::vector<Setting>;

  RunSettings(std::shared_ptr<const Described> described, std::vector<std::string> values)
      : described_(std::move(described)), values_(std::move(values)) {}

  [[nodiscard]] const std::shared_ptr<const Described>& described() const {
    return described_;
  }
  [[nodiscard]] const std::vector<std::string>& values() const {
    return values_;
  }
  // Null: there is no such setting, because another alternative is chosen.
  [[nodiscard]] const std::string* find(std::string_view key) const;

  friend bool operator==(const RunSettings& a, const RunSettings& b) {
    return a.values_ == b.values_ && a.isDescribedLike(b);
  }
  // Whether both have the same settings, whatever their values.
  [[nodiscard]] bool isDescribedLike(const RunSettings& other) const;

 private:
  std::shared_ptr<const Described> described_;
  std::vector<std::string> values_;
};

// Threads: one at a time; what it gave may be read by any.
class SettingsPool {
 public:
  [[nodiscard]] std::shared_ptr<const RunSettings> of(const config::ExperimentConfig& config);
  // The same, asked again for one object without looking into it: runs of one configuration share it.
  [[nodiscard]] std::shared_ptr<const RunSettings> of(
      const std::shared_ptr<const config::ExperimentConfig>& config);

 private:
  struct Asked {
    std::weak_ptr<const config::ExperimentConfig> config;  // another one may come to stand there
    std::weak_ptr<const RunSettings> settings;
  };
  std::map<const config::ExperimentConfig*, Asked> asked_;
  std::map<std::string, std::shared_ptr<const RunSettings::Described>> described_;
  std::map<std::string, std::weak_ptr<const RunSettings>> settings_;
};

}  // namespace w2s::study
