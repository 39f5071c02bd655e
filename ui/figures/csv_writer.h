// The numbers behind charts, or of runs, as CSV with a commented header that says where they come
// from (pandas: read_csv(file, comment="#")). Curves in full, not decimated; numbers in the
// shortest form that reads back to the same value; an undefined one is an empty cell. Texts that a
// spreadsheet would take for a formula begin with an apostrophe (core/base/csv_text.h).
//
//   wide  one row a step, one column a curve:   step,student [test accuracy],ceiling [test accuracy]
//   tidy  one row a value:                      chart,series,kind,x,y,note
//
// A band is two more columns, student_low and student_high, and a comment that says what it is; in
// the tidy form rows of the kinds band_low and band_high with that as their note.
#pragma once

#include <span>
#include <string>

#include "core/base/result.h"
#include "ui/charts/chart_data.h"
#include "ui/figures/figure_options.h"
#include "ui/figures/provenance.h"
#include "ui/figures/runs_table.h"

namespace w2s::ui::figures {

// Wide needs one x axis: an InvalidArgument error names the two charts that differ.
[[nodiscard]] Result<std::string> writeCsv(std::span<const charts::ChartData> charts,
                                           CsvLayout layout, const Provenance& provenance);
// Wide: one row a run. Tidy: run,quantity,value.
[[nodiscard]] std::string writeCsv(const RunsTable& table, CsvLayout layout,
                                   const Provenance& provenance);

}  // namespace w2s::ui::figures
