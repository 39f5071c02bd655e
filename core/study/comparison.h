// A comparison of sets of runs: the settings in which they differ, their paired differences with
// interval and test (metrics/paired.h), and how their students agree row by row.
//
// Two sets are paired over the seeds that both have. With several of them the difference is one over
// seeds: t interval, sign-flip test. With one seed each it is one over test rows: McNemar's test,
// which speaks of these two models alone. All p of one measure are corrected together (Holm).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/metrics/paired.h"
#include "core/study/compared.h"
#include "core/study/reference_results.h"

namespace w2s::study {

inline constexpr std::size_t kMostCompared = 26;  // sets: a letter each

// A setting that is not the same in all sets.
struct DifferingSetting {
  std::string key;
  std::string label;
  std::vector<std::string> values;  // one a set; empty where it has no such setting
};

// Of names and what else changes no result nothing is said.
[[nodiscard]] std::vector<DifferingSetting> differingSettings(const std::vector<ComparedSet>& sets);

struct PairedSets {
  std::size_t first = 0;  // differences are the first's less the second's
  std::size_t second = 0;
  Sentence refusal;  // why they are not paired; then there is nothing else

  enum class Over { Seeds, Rows };
  Over over = Over::Seeds;
  std::vector<std::pair<std::string, std::string>> runs;  // ids of the paired ones
  metrics::PairedDifference accuracy;                     // of the students, as a fraction
  metrics::PgrDifference pgr;  // against each run's own ceiling; over rows: without interval
  double accuracy_holm = metrics::kUndefined;
  double pgr_holm = metrics::kUndefined;
  // Of the students on the test rows, over all pairs of runs; no rows where they are not recorded.
  metrics::MatchedRows rows;
  double agreement = metrics::kUndefined;  // share of rows with the same class, mean over pairs
};

struct Comparison {
  std::vector<ComparedSet> sets;
  std::vector<DifferingSetting> settings;
  std::vector<PairedSets> pairs;  // each two sets once, the first one before the second
  // Of the students of two seeds of one set, mean over all two of them; undefined for one seed.
  std::vector<double> own_agreement;
  std::vector<Sentence> notes;  // what was left out, and what cannot be concluded
  // Made elsewhere, shown beside the sets and never paired with them; the caller's.
  std::vector<ReferenceResult> references;

  [[nodiscard]] const PairedSets& pair(std::size_t first, std::size_t second) const;
  // Symmetric; own_agreement on the diagonal.
  [[nodiscard]] double agreement(std::size_t first, std::size_t second) const;
};

// "A" ... "Z": what a set is called beside its name.
[[nodiscard]] std::string letterOf(std::size_t set);
// What findSets() takes to make it again.
[[nodiscard]] std::vector<std::string> namesInCommand(const Comparison& comparison);
// "sign-flip over seeds", "McNemar over test rows"
[[nodiscard]] Sentence testOf(const PairedSets& pair);

// Reads the answers of every run, so that it takes a moment. Errors: fewer sets than `fewest`, or more
// than kMostCompared. Answers that cannot be read are said in the notes.
[[nodiscard]] Result<Comparison> compare(std::vector<ComparedSet> sets, std::size_t fewest = 2);

// Test rows, of the data set's test source, that the first run has right and the second wrong. Errors:
// as readStoredAnswers; other rows.
[[nodiscard]] Result<std::vector<std::int64_t>> rowsRightAlone(const std::filesystem::path& first,
                                                               const std::filesystem::path& second);

}  // namespace w2s::study
