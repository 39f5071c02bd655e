// The columns of the table of runs: how they are called, by people and in filters and settings, what
// they measure, and where their text stands.
#pragma once

#include <optional>

#include <QString>
#include <Qt>

#include "ui/models/runs_model.h"

namespace w2s::ui {

// Of a column with a number, what the number is.
enum class RunValue { Text, Count, Share, Pgr, Loss, Seconds };

struct RunColumn {
  RunsModel::Column column;
  const char* key;  // "student": in filters, and where chosen columns are kept; empty: not chosen
  const char* title;
  const char* help;
  RunValue value = RunValue::Text;
};

// In the order of RunsModel::Column.
[[nodiscard]] const RunColumn& runColumn(int column);

// The number that the column sorts by and a filter compares with; empty: the run has none. Shares
// are 0 ... 1. PGR that may not be read as a number counts as none.
[[nodiscard]] std::optional<double> numberIn(const RunRecord& run, int column);
// "figure 1, paper"
[[nodiscard]] QString tagsText(const RunRecord& run);
// As it is read; empty without one.
[[nodiscard]] QString measureText(double number, RunValue value);

}  // namespace w2s::ui
