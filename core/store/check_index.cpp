#include "core/store/check_index.h"

#include <system_error>

#include "core/base/hash.h"
#include "core/config/json.h"
#include "core/store/index_file.h"
#include "core/store/run_files.h"
#include "core/store/run_index_json.h"
#include "core/store/run_list.h"
#include "core/store/run_stamp.h"
#include "core/store/workspace.h"

namespace w2s::store {
namespace {

namespace fs = std::filesystem;

// Whether the row says what the folder does; an outdated one is never used.
bool isRight(const IndexRow& row, const fs::path& folder) {
  if (RunStamp::of(folder).text() != row.stamp) {
    return true;
  }
  const RunOverview run = overviewOf(folder);
  return overviewToJson(run) == row.overview &&
         hashOf(config::toJson(*run.config, -1)) == row.config;
}

}  // namespace

void checkIndex(const fs::path& workspace, WorkspaceCheck& check) {
  const fs::path file = workspace / kIndexFile;
  IndexFile index(workspace);
  const IndexFile::Finding found = index.look();
  if (!found.is_there) {
    return;
  }
  if (found.is_unsound) {
    check.faults.push_back(
        {file,
         sentence("{} is damaged ({}). It is made anew from the runs.", file.string(), found.why),
         /*can_be_removed=*/true});
    return;
  }
  if (!found.why.empty()) {
    check.notes.push_back({file, sentence("{} is not used: {}.", file.string(), found.why)});
    return;
  }
  for (const RunPlace place : {RunPlace::Runs, RunPlace::Trash}) {
    const fs::path parent =
        place == RunPlace::Runs ? runsFolder(workspace) : trashFolder(workspace);
    for (const IndexRow& row : index.rows(static_cast<int>(place))) {
      ++check.indexed;
      std::error_code ignored;
      if (isRunId(row.id) && fs::is_directory(parent / row.id, ignored) &&
          !isRight(row, parent / row.id)) {
        check.faults.push_back(
            {file,
             sentence("{} says of the run {} what its folder does not.", file.string(), row.id),
             /*can_be_removed=*/true});
        return;
      }
    }
  }
}

}  // namespace w2s::store
