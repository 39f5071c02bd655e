// How the settings stand in the form: sections in the order of the pipeline's questions, parts of a
// choice or of a schedule below what they belong to, and what is folded away. Free of Qt; no widget
// is named here.
#pragma once

#include <string>
#include <vector>

#include "core/config/form.h"
#include "ui/bridge/setting_fields.h"

namespace w2s::ui {

enum class Fold {
  Open,         // always in sight
  WithSection,  // behind the section's "more"
  WithOwner,    // shape and warm-up of a schedule: behind the line beside its base value
};

struct FormRow {
  config::FormField field;
  std::string owner;  // key of the row it stands indented under; empty: of none
  int depth = 0;      // of the indentation
  Fold fold = Fold::Open;
};

struct FormSection {
  std::string id;  // that of the configuration: "objective"; "experiment" for its own fields
  std::vector<FormRow> rows;
};

// Every setting that has more than one allowed value, once. Sections without any are left out.
[[nodiscard]] std::vector<FormSection> layoutOf(const config::ExperimentConfig& config);

// Whether a slider is of use: its ends are finite, and it can reach what the number box shows.
// Logarithmic scales always can; on a linear one at most 20,000 values lie between the ends.
[[nodiscard]] bool hasSlider(const config::FormField& field);

// valueText(), with seeds as seedsText() writes them.
[[nodiscard]] std::string editText(const config::FormField& field);

}  // namespace w2s::ui
