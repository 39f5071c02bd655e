// The runs of a workspace: list, find, delete, restore.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/store/recorded_run.h"
#include "core/store/run_folder.h"

namespace w2s::store {

// A line of a list: read from the manifest, the end of the log and the summary, not from the
// series.
struct RunListing {
  std::string id;  // folder name
  std::filesystem::path folder;
  std::string name;
  std::int64_t seed = 0;
  std::string created;  // ISO 8601, UTC
  RunState state = RunState::Interrupted;
  std::optional<record::RunSummary> summary;  // of a finished run
  // How long it was worked on, from the stamp of the log's last line; 0 = unknown. A run whose log
  // is read whole (core/store/recorded_run.h) has the largest stamp, which is the last line's too,
  // but in logs of earlier versions: their last line may be an intervention said again behind a
  // rewind, without a stamp, and their oldest have none at all.
  double seconds = 0.0;
  std::string problem;  // not empty: the folder is damaged, and why; the other fields may be blank
  Sentence said_problem;  // the same with its pattern
};

enum class RunPlace { Runs, Trash };

// The folders of all runs, in no order. A missing workspace has none.
[[nodiscard]] Result<std::vector<std::filesystem::path>> runFolders(
    const std::filesystem::path& workspace, RunPlace place = RunPlace::Runs);

// Of one run folder; what is wrong with it is in `problem`.
[[nodiscard]] RunListing listingOf(const std::filesystem::path& folder);

// Newest first. Damaged folders are listed with their problem. A missing workspace has no runs.
[[nodiscard]] Result<std::vector<RunListing>> listRuns(const std::filesystem::path& workspace,
                                                       RunPlace place = RunPlace::Runs);

// An id for a new run that no folder of the workspace has. Looks at the folder's name alone.
[[nodiscard]] std::string freeRunId(const std::filesystem::path& workspace, std::string_view name,
                                    std::int64_t seed);

// Whether there is a folder of that full id; lists nothing.
[[nodiscard]] bool isRun(const std::filesystem::path& workspace, std::string_view id,
                         RunPlace place = RunPlace::Runs);
// The full id of the run that is `text`, begins with it, or ends with "-" + it (the random part
// alone is enough). Lists the runs unless `text` is a full id. Errors: none does (names the nearest),
// or several do (names some of them).
[[nodiscard]] Result<std::string> findRun(const std::filesystem::path& workspace,
                                          std::string_view text, RunPlace place = RunPlace::Runs);

// Moves a run to the trash. Errors: no such run, it is running.
[[nodiscard]] Status deleteRun(const std::filesystem::path& workspace, const std::string& id);
// Moves it back. Errors: not in the trash, a run of that id exists.
[[nodiscard]] Status restoreRun(const std::filesystem::path& workspace, const std::string& id);
// Closes a run that its user does not want to keep and moves it to the trash, where restoreRun
// finds it. Write RunStopped{.kept = false} first.
[[nodiscard]] Status discardRun(RunWriter writer);

}  // namespace w2s::store
