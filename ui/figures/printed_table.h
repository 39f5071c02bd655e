// The table of runs as it stands in a paper: few columns, numbers in print, and, where the runs are
// seeds of one configuration, their mean and standard deviation below. The CSV has everything in
// full.
#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "ui/draw/scene.h"
#include "ui/figures/figure_layout.h"
#include "ui/figures/figure_run.h"
#include "ui/figures/provenance.h"

namespace w2s::ui::figures {

struct PrintedTable {
  std::vector<std::string> head;
  std::vector<std::vector<std::string>> rows;  // as many cells as the head; the first is the name
  std::vector<std::string> marks;              // one a row, behind its name; may be empty
  std::vector<std::vector<std::string>> summary;  // below a rule; may be empty
  // Below the last rule: a mark and what it says of its rows.
  std::vector<std::pair<std::string, std::string>> notes;
};

// A run that did not finish is marked with a dagger, one with live changes with a double dagger.
// Mean and SD are over the finished runs without live changes, each seed once: "n = 2 of 3" where
// that is not every row. Of runs of several configurations there is none. Their PGR is that of the
// mean accuracies with its interval over seeds (metrics::pgrOfMeans), a dash where it says nothing.
[[nodiscard]] PrintedTable printedTableOf(std::span<const FigureRun> runs);

// Three rules, no lines between columns; names left, numbers right. As wide as the options say, as
// high as its rows, or as the options say. Where that is too narrow names are cut, then the letters
// get smaller.
[[nodiscard]] Scene layOutTable(const PrintedTable& table, const FigureOptions& options,
                                const Palette& palette, const TextWidth& text_width);

// For LaTeX, with the rules of booktabs.
[[nodiscard]] std::string writeTexTable(const PrintedTable& table, const Provenance& provenance);

}  // namespace w2s::ui::figures
