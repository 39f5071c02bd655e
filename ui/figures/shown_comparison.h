// A comparison as the window and its figures show it: with the course of each set's student.
#pragma once

#include <vector>

#include "core/base/result.h"
#include "core/study/comparison.h"
#include "core/study/effects.h"
#include "ui/charts/chart_data.h"

namespace w2s::ui::figures {

struct ShownComparison {
  study::Comparison comparison;
  // Over the steps, a curve a set: the student's test accuracy and its PGR; of several seeds the mean
  // and the PGR of means with their intervals.
  charts::ChartData course_accuracy;
  charts::ChartData course_pgr;

  [[nodiscard]] const charts::ChartData& course(study::Measure measure) const {
    return measure == study::Measure::Pgr ? course_pgr : course_accuracy;
  }
};

// study::compare() with the series of every run, which takes a moment. Runs whose series cannot be
// read are said in the notes and have no part in the curves. Any thread.
[[nodiscard]] Result<ShownComparison> compareForWindow(std::vector<study::ComparedSet> sets,
                                                       std::size_t fewest = 2);

}  // namespace w2s::ui::figures
