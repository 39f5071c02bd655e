// Results that were made elsewhere, to lay beside one's own: published ones, which come with the
// program, and those that a person imported (openai_results.h).
//
//   resources/references/published.csv         one result a line
//   <workspace>/references/<name>.csv          the same columns; its results are called <name>/<result>
//
// Columns: name, title, by, task, method, weak, student, ceiling, pgr, seeds, note, source. Accuracies
// are fractions of test rows, means over the seeds; what is unknown is empty. They were measured on
// other rows than one's own runs: they are neither averaged nor paired with them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace w2s::study {

struct ReferenceResult {
  std::string name;   // small letters, digits, - . _ /
  std::string title;  // "AlexNet to DINO ViT-B/8"
  std::string by;     // whose, in a word or two: beside the title in charts
  std::string task;
  std::string method;
  std::optional<double> weak = {};
  std::optional<double> student = {};
  std::optional<double> ceiling = {};
  std::optional<double> published_pgr = {};
  std::int64_t seeds = 0;  // 0: unknown
  std::string note = {};
  std::string source;  // where it can be looked up

  // Signed. The published one, else of the three accuracies; empty where one of them is unknown or
  // the gap is below one point.
  [[nodiscard]] std::optional<double> pgr() const;
  friend bool operator==(const ReferenceResult&, const ReferenceResult&) = default;
};

struct ReferenceList {
  std::vector<ReferenceResult> results;  // the published ones first
  std::vector<Sentence> problems;        // of files that were left out, each with its file
};

[[nodiscard]] std::filesystem::path referencesFolder(const std::filesystem::path& workspace);

// One file. Errors: those of reading; a line with another number of fields, a name that is double or
// has other letters, a field that is empty or no number within its range: with file, line and column.
[[nodiscard]] Result<std::vector<ReferenceResult>> readReferences(
    const std::filesystem::path& file);
// Such a file, as text.
[[nodiscard]] std::string referencesText(std::span<const ReferenceResult> results);

// All that a workspace can show. Never fails: what cannot be read is a problem.
[[nodiscard]] ReferenceList referencesIn(const std::filesystem::path& workspace);
// Those of these names, in that order. Errors: no such result.
[[nodiscard]] Result<std::vector<ReferenceResult>> findReferences(
    const std::filesystem::path& workspace, std::span<const std::string> names);

}  // namespace w2s::study
