// What is compared: a run, an experiment with all its seeds, or a cell of a study; of each the
// finished runs, one a seed.
#pragma once

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/config/experiment_config.h"
#include "core/study/study_state.h"

namespace w2s::study {

struct ComparedSet {
  std::string name;   // id of the run or experiment, or "study: cell"
  std::string asked;  // as findSets() takes it
  std::string title;  // what a person called its run, else the name in its settings
  config::ExperimentConfig config;
  CellState state;                                       // finished runs alone, by rising seed
  std::map<std::string, std::filesystem::path> folders;  // by id of the run
  // What its numbers were measured on: those of two sets can be compared where all three are equal.
  std::string data_set;
  std::string data;             // fingerprint; empty in runs of earlier versions
  std::string test_rows;        // hash of their numbers
  std::vector<Sentence> notes;  // of runs that are left out, and of what is doubtful

  [[nodiscard]] std::vector<std::int64_t> seeds() const;
  [[nodiscard]] const CellRun* runOf(std::int64_t seed) const;  // null: none
  // Of means, with its interval over seeds; of one run its own, whose interval is over test rows.
  [[nodiscard]] const metrics::Pgr& pgr() const;
};

// Why numbers of the two are neither averaged nor paired; empty: they can be.
[[nodiscard]] Sentence whyNotComparable(const ComparedSet& first, const ComparedSet& second);

// Of what a person names, in that order: a run (its id, the beginning or the last part), an
// experiment (its id or the beginning), some runs of one experiment ("RUN+RUN"), or "STUDY:CELL" with
// the number of the cell from 1 or its settings ("temperature=2, confidence_weight=0.5"). Errors: no
// such thing, several, or none of its runs is finished.
[[nodiscard]] Result<std::vector<ComparedSet>> findSets(const std::filesystem::path& workspace,
                                                        std::span<const std::string> names);

// Of these runs, those of one experiment together, in the order of their first ones. All of one
// experiment: each run for itself.
[[nodiscard]] Result<std::vector<ComparedSet>> setsOfRuns(const std::filesystem::path& workspace,
                                                          std::span<const std::string> ids);

}  // namespace w2s::study
