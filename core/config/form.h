// A configuration as a flat list of editable fields: what a generated form, its tooltips and a diff
// view need. No Qt.
//
// Order is that of the settings. An alternative is a Choice, followed by the fields of the chosen
// one; a schedule is its base, shape and warm-up. An entry of a list is a section of its own. Edits
// go back through applySetting(config, key, text), then describe() again: choosing another
// alternative changes which fields there are.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "core/config/experiment_config.h"
#include "core/config/field.h"

namespace w2s::config {

enum class FieldKind { Boolean, Integer, Real, Text, Choice, Seeds };

struct FormChoice {
  std::string name;  // the value
  std::string label;
  std::string help;
};

struct FormField {
  std::string key;            // "objective.kd_weight.base"
  std::string section;        // "objective"; empty for the experiment's own fields
  std::string section_label;  // "Objective"
  std::string entry;          // name of the list's entry that it belongs to: "sharp"; else empty
  std::string parent;         // key of the alternative or schedule it is a part of, else empty
  std::string label;
  std::string help;
  std::string formula;
  std::string source;
  std::string unit;
  FieldKind kind = FieldKind::Text;
  // By kind: bool, std::int64_t, double, std::string (Text, and Choice: the name), seeds.
  std::variant<bool, std::int64_t, double, std::string, std::vector<std::int64_t>> value;
  std::vector<FormChoice> choices;  // Choice only
  // Numbers: allowed range (infinite where there is none), and the part a slider offers, which is
  // never wider.
  double min = 0.0;
  double max = 0.0;
  double slider_min = 0.0;
  double slider_max = 0.0;
  Scale scale = Scale::Linear;
  int decimals = 0;
  bool live = false;      // may change while a run goes on
  bool advanced = false;  // folded away
  bool affects_result = true;
};

[[nodiscard]] std::vector<FormField> describe(const ExperimentConfig& config);

// The value as applySetting takes it and as a diff shows it: "0.5", "threshold", "0, 1, 2".
[[nodiscard]] std::string valueText(const FormField& field);

// A setting in which two configurations differ. A text is empty where its configuration has no such
// setting, because another alternative is chosen there.
struct Difference {
  std::string key;
  std::string label;
  std::string left;
  std::string right;
  bool affects_result = true;
  friend bool operator==(const Difference&, const Difference&) = default;
};
[[nodiscard]] std::vector<Difference> diff(const ExperimentConfig& left,
                                           const ExperimentConfig& right);

}  // namespace w2s::config
