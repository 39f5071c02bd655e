// What a person has said about a run: labels.json beside its manifest. The manifest stays as it was
// written; labels may change at any time, also while the run goes on, and no result depends on
// them.
//
//   {"schema": 1, "name": "kd only", "note": "for the lecture", "color": 3, "pinned": true,
//    "kept_as_is": false, "tags": ["paper", "figure 1"], "starred": true, "archived": false}
//
// Files of earlier versions lack the last three keys.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace w2s::store {

struct RunLabels {
  static constexpr int kColors = 12;  // colours of the window's palette for runs

  std::string name;               // empty: the manifest's
  std::string note;               // any UTF-8, may have several lines
  std::optional<int> color;       // index into that palette, 0 ... kColors - 1; empty: none chosen
  bool pinned = false;            // kept on the charts as a ghost
  bool kept_as_is = false;        // interrupted, and not to be offered for resumption again
  std::vector<std::string> tags;  // as normalisedTags() leaves them
  bool starred = false;
  bool archived = false;  // left out of lists, unless they are asked for it
  friend bool operator==(const RunLabels&, const RunLabels&) = default;
};

// Each once, whatever its case, in the order of the alphabet; white space at its ends and doubled
// within, control characters and commas are gone, and so are tags without anything else. Two tags that
// differ in case alone are one: the first.
[[nodiscard]] std::vector<std::string> normalisedTags(std::vector<std::string> tags);

// Whatever their case.
[[nodiscard]] std::vector<std::string> withoutTags(std::vector<std::string> tags,
                                                   const std::vector<std::string>& gone);

// A run without the file has no labels. Errors: the file cannot be read or is damaged (BadFormat,
// names it); a caller that only shows runs may go on with empty labels.
[[nodiscard]] Result<RunLabels> readLabels(const std::filesystem::path& run_folder);

// Replaces the file whole; labels that say nothing remove it. Errors: no such run, the disk.
[[nodiscard]] Status writeLabels(const std::filesystem::path& run_folder, const RunLabels& labels);

}  // namespace w2s::store
