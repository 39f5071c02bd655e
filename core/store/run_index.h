// Overviews of the runs of a workspace, without reading each folder: index.sqlite in the workspace
// remembers those of finished runs. It is a cache of the folders and never trusted over them: a run is
// taken from it only while time, size and inode of the run's files are those that were read
// (core/store/run_stamp.h); all other runs are read, and remembered for the next time. What becomes of an
// index that is missing, old, damaged, locked or somebody else's: core/store/index_file.h.
//
// Runs that are not finished, damaged or changed within the last seconds are read from their folders
// every time.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/store/run_list.h"
#include "core/store/run_overview.h"
#include "core/store/run_stamp.h"

namespace w2s::store {

class IndexFile;

// One thread at a time; several may have one of their own.
class RunIndex {
 public:
  explicit RunIndex(std::filesystem::path workspace, RunPlace place = RunPlace::Runs);
  ~RunIndex();  // writes what was read, as far as that can be done
  RunIndex(const RunIndex&) = delete;
  RunIndex& operator=(const RunIndex&) = delete;

  // As store::overviewOf(folder), of a run in the place.
  [[nodiscard]] RunOverview overviewOf(const std::filesystem::path& folder);
  // As overviewOf; `stamp` was taken just before.
  [[nodiscard]] RunOverview overviewOf(const std::filesystem::path& folder, const RunStamp& stamp);
  // These are all runs that there are: others are forgotten.
  void keepOnly(std::span<const std::filesystem::path> folders);

 private:
  struct Config {
    std::shared_ptr<const config::ExperimentConfig> config;
    std::string text;  // empty: what is read back would differ, so that the index cannot hold it
  };
  struct Pending;

  [[nodiscard]] bool take(const std::string& id, const RunStamp& stamp, RunOverview& overview);
  void remember(const std::string& id, const RunStamp& stamp, RunOverview& overview);
  void write();

  RunPlace place_;
  std::unique_ptr<IndexFile> file_;
  std::map<std::string, Config> configs_;  // by the hash of their text
  std::unique_ptr<Pending> pending_;
};

// From now on this program reads an index where there is a sound one, and makes, changes and removes
// none: for calls that promise to write nothing.
void leaveIndexesAsTheyAre();

// Of all runs there, newest first. Errors: the folder of runs cannot be read.
[[nodiscard]] Result<std::vector<RunOverview>> overviewsIn(const std::filesystem::path& workspace,
                                                           RunPlace place = RunPlace::Runs);

}  // namespace w2s::store
