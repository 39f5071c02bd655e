// The terms of the loss that a series has columns for, and how charts draw each: the built-in ones
// with names and inks of their own, any other one by the name of its column.
#pragma once

#include <string>
#include <vector>

#include "ui/bridge/run_series.h"
#include "ui/charts/chart_data.h"

namespace w2s::ui::charts {

struct LossTerm {
  std::string column;  // of its values
  std::string weight;  // the column of its weights
  std::string label;   // "truth"
  std::string name;    // "ground truth"
  std::string weight_name;
  Ink ink = Ink::Kd;
  Shape shape = Shape::Circle;
};

// In the order in which they are drawn and named: the last column first. `schema` may be null.
[[nodiscard]] std::vector<LossTerm> lossTerms(const record::SharedSchema& schema);

}  // namespace w2s::ui::charts
