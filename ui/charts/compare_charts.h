// The charts of a comparison (core/study/comparison.h): differences with their intervals around zero,
// and how students agree. Window and figures draw the same data.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "core/study/comparison.h"
#include "core/study/effects.h"
#include "ui/charts/chart_data.h"

namespace w2s::ui::charts {

// "T = 2, a = 0.5": each set by what tells it from the others (core/study/run_names.h), in the window's
// language.
[[nodiscard]] std::vector<std::string> setNames(const study::Comparison& comparison);
// "A: T = 2, a = 0.5"
[[nodiscard]] std::string lettered(std::size_t set, const std::string& name);
// What the set has for each of comparison.settings, as the form writes it: "2", "Forward KL"; a dash
// where it has no such setting.
[[nodiscard]] std::vector<std::string> settingTexts(const study::Comparison& comparison,
                                                    std::size_t set);
// "A - B"
[[nodiscard]] std::string pairName(const study::PairedSets& pair);

// A point a pair with its 95 % interval: of the students' accuracy in points, or of the PGR. Pairs
// that are refused have a place and no point. Of more than kMostPairs pairs those with the first set
// alone, which the subtitle says.
inline constexpr std::size_t kMostPairs = 15;
[[nodiscard]] ChartData differenceChart(const study::Comparison& comparison,
                                        study::Measure measure);

// A tile two sets: the share of test rows to which their students give the same class. `sets` says
// which two a tile is of.
struct AgreementMap {
  ChartData chart;
  std::vector<std::pair<std::size_t, std::size_t>> sets;
};
[[nodiscard]] AgreementMap agreementMap(const study::Comparison& comparison);

}  // namespace w2s::ui::charts
