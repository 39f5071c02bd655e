#include "core/study/effects.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

namespace w2s::study {

std::optional<double> numberOf(const std::string& value) {
  double number = 0.0;
  const char* end = value.data() + value.size();
  const auto [stop, error] = std::from_chars(value.data(), end, number);
  return error == std::errc() && stop == end && std::isfinite(number) ? std::optional(number)
                                                                      : std::nullopt;
}

std::optional<std::string> valueOf(const Cell& cell, const std::string& key) {
  const auto found =
      std::ranges::find(cell.settings, key, &std::pair<std::string, std::string>::first);
  return found != cell.settings.end() ? std::optional(found->second) : std::nullopt;
}

std::vector<Axis> axesOf(const Study& study) {
  std::vector<Axis> axes;
  for (const std::string& key : study.keys) {
    Axis axis{.key = key, .values = {}, .is_numeric = true};
    std::set<std::string> known;
    for (const Cell& cell : study.cells) {
      const auto value = valueOf(cell, key);
      if (value && known.insert(*value).second) {
        axis.values.push_back(*value);
        axis.is_numeric = axis.is_numeric && numberOf(*value).has_value();
      }
    }
    if (axis.values.size() < 2) {
      continue;
    }
    if (axis.is_numeric) {
      std::ranges::stable_sort(axis.values, {},
                               [](const std::string& value) { return *numberOf(value); });
    }
    axes.push_back(std::move(axis));
  }
  return axes;
}

std::vector<std::size_t> cellsAlong(const Study& study, std::span<const std::string> keys,
                                    std::size_t reference) {
  const Cell& fixed = study.cells[reference];
  const auto is_along = [&](const Cell& cell) {
    return std::ranges::all_of(study.keys, [&](const std::string& key) {
      const bool is_free = std::ranges::find(keys, key) != keys.end();
      return is_free ? valueOf(cell, key).has_value() : valueOf(cell, key) == valueOf(fixed, key);
    });
  };
  std::vector<std::size_t> along;
  for (std::size_t i = 0; i < study.cells.size(); ++i) {
    if (i == reference || is_along(study.cells[i])) {
      along.push_back(i);
    }
  }
  return along;
}

std::optional<std::size_t> bestCell(const std::vector<CellState>& state, Measure measure) {
  const auto value = [measure](const CellState& cell) {
    return measure == Measure::Accuracy                       ? cell.student.mean
           : cell.pgr && metrics::isMeaningful(cell.pgr->pgr) ? *cell.pgr->pgr.signed_value
                                                              : metrics::kUndefined;
  };
  for (const bool only_complete : {true, false}) {
    std::optional<std::size_t> highest;
    for (std::size_t i = 0; i < state.size(); ++i) {
      const bool is_complete =
          state[i].finished() == static_cast<std::int64_t>(state[i].runs.size());
      const double now = value(state[i]);
      if ((is_complete || !only_complete) && std::isfinite(now) &&
          (!highest || now > value(state[*highest]))) {
        highest = i;
      }
    }
    if (highest) {
      return highest;
    }
  }
  return std::nullopt;
}

}  // namespace w2s::study
