// What the cells of a study say of its settings: the axes that can be drawn, the cells along them,
// and the cell that gives most.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/study/study.h"
#include "core/study/study_state.h"

namespace w2s::study {

enum class Measure {
  Pgr,       // of means, never a mean of PGRs
  Accuracy,  // of the student on test rows
};

// A setting with at least two values among the cells.
struct Axis {
  std::string key;
  std::vector<std::string> values;  // as they are written; numbers ascending, texts as they come
  bool is_numeric = false;          // every value is a number
};

[[nodiscard]] std::vector<Axis> axesOf(const Study& study);

// As the cell sets it; none where it leaves the base's value.
[[nodiscard]] std::optional<std::string> valueOf(const Cell& cell, const std::string& key);
[[nodiscard]] std::optional<double> numberOf(const std::string& value);

// The cells that differ from `reference` in these settings alone, the reference among them: they can
// be compared with each other; cells that differ in anything else are never averaged with them.
[[nodiscard]] std::vector<std::size_t> cellsAlong(const Study& study,
                                                  std::span<const std::string> keys,
                                                  std::size_t reference);

// The cell with the highest value among those whose runs are all finished; without any among all.
// Being the highest of many it is overestimated: a run with further seeds shows by how much.
[[nodiscard]] std::optional<std::size_t> bestCell(const std::vector<CellState>& state,
                                                  Measure measure);

}  // namespace w2s::study
