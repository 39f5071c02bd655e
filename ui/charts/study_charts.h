// The charts of a study: what its cells give, over the settings that differ. Window and figures draw
// the same data.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "core/study/effects.h"
#include "core/study/study.h"
#include "core/study/study_state.h"
#include "ui/charts/chart_data.h"

namespace w2s::ui::charts {

using StudyMeasure = study::Measure;

struct StudyView {
  const study::Study* study = nullptr;
  const std::vector<study::CellState>* state = nullptr;
  StudyMeasure measure = StudyMeasure::Pgr;
  std::size_t reference = 0;  // the cell whose other settings the drawn cells share
};

// "Confidence weight": as the form calls the setting, in the window's language.
[[nodiscard]] std::string settingName(const study::Study& study, const std::string& key);
// A value of a setting in the window's language, a long number with four significant digits; a text as
// it is.
[[nodiscard]] std::string settingValue(const std::string& value);
// The settings that differ with their names; found once for all cells of a study.
struct NamedAxis {
  study::Axis axis;
  std::string name;
};
[[nodiscard]] std::vector<NamedAxis> namedAxes(const study::Study& study);
// "Temperature 2, Confidence weight 0.5"
[[nodiscard]] std::string cellTitle(const std::vector<NamedAxis>& axes, const study::Cell& cell);

// Which of the tiles of a map is which cell: as many as tiles.
struct StudyMap {
  ChartData chart;
  std::vector<std::size_t> cells;
};
// A tile a pair of values, coloured by the measure; hatched where the interval of the PGR covers 0
// (of the accuracy: where it covers the weak floor), framed where it is the highest. `y_key` may be
// empty: one row. The other settings are those of the reference cell.
[[nodiscard]] StudyMap studyMap(const StudyView& view, const std::string& x_key,
                                const std::string& y_key);

// The measure over the values of one setting with the 95 % interval over seeds as error bars; the
// accuracy with floor and ceiling as bands. A curve for each value of `by_key`, which may be empty.
[[nodiscard]] ChartData studyLine(const StudyView& view, const std::string& x_key,
                                  const std::string& by_key = {});

// Every finished run as a line over the settings that differ and its numbers, each axis from its
// smallest to its largest value; for many settings at once. `chosen` runs are drawn strong, all
// others pale; empty: all are chosen. Of very many runs every k-th is drawn.
struct StudyAxis {
  std::string title;
  double low = 0.0;  // a logarithmic axis: of the logarithm
  double high = 1.0;
  bool is_log = false;
  std::vector<std::string> names;  // of an axis of texts: of 0, 1, ...
  int decimals = 2;                // of its ends; < 0: three significant digits
};
struct StudyRun {
  std::size_t cell = 0;
  std::size_t run = 0;         // in the cell
  std::vector<double> shares;  // of each axis, 0 to 1; NaN: has no value
};
struct StudyRuns {
  std::vector<StudyAxis> axes;
  std::vector<StudyRun> runs;
};
[[nodiscard]] StudyRuns studyRuns(const StudyView& view);
[[nodiscard]] ChartData studyRunsChart(const StudyRuns& runs, std::span<const bool> chosen);

}  // namespace w2s::ui::charts
