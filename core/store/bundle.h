// Runs as one file, NAME.w2s, for another workspace or another person: a zip archive of
//
//   bundle.json             {"format": "w2s-bundle", "schema": 1}
//   runs/<id>/...           the files of each run folder, byte for byte
//   studies/<name>/...      study.toml, base.toml and figures.json of the studies that came with them
//
// Such a file may come from anybody: nothing of it is believed. See readBundle() for what is refused.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/base/sentence.h"

namespace w2s::store {

inline constexpr const char* kBundleExtension = ".w2s";

struct BundleContents {
  std::vector<std::string> runs;     // ids
  std::vector<std::string> studies;  // names of their folders
  std::uint64_t bytes = 0;           // unpacked
};

// Folders of runs and of studies into a new file. Owners and what is being written stay out. Errors:
// the file exists; a run is being trained; the system's reason, and then no file is left.
[[nodiscard]] Status writeBundle(const std::vector<std::filesystem::path>& runs,
                                 const std::vector<std::filesystem::path>& studies,
                                 const std::filesystem::path& file);

// What a bundle says that it holds; unpacks nothing. Errors: BadFormat for what is no zip archive or a
// cut one, holds what is encrypted, links, a name twice, names that lead out of a folder or are none of
// the above, too many entries, or more bytes than a bundle of its size can have.
[[nodiscard]] Result<BundleContents> readBundle(const std::filesystem::path& file);

struct ImportedBundle {
  BundleContents contents;
  std::vector<std::string>
      kept_runs;  // of them: the workspace had them, and they stay as they were
  std::vector<std::string> kept_studies;  // the same
  std::vector<Sentence> faults;           // what of the new runs is not what was written into them
};

// Unpacks into a folder of its own, looks at every run, and then moves each into the workspace whole.
// After an error the workspace is as it was. Errors: as readBundle(); an entry that is not as long as
// the archive says, or damaged; a run without a sound manifest, or under another id; no space.
[[nodiscard]] Result<ImportedBundle> importBundle(const std::filesystem::path& file,
                                                  const std::filesystem::path& workspace);

}  // namespace w2s::store
