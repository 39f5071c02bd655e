#include "core/study/newcomers.h"

#include <utility>

#include "core/store/run_list.h"
#include "core/store/run_overview.h"
#include "core/store/workspace.h"
#include "core/study/study_state.h"

namespace w2s::study {
namespace {

bool isDoneOrUnderWay(const std::filesystem::path& run) {
  const store::RunListing listing = store::listingOf(run);
  return listing.problem.empty() &&
         (listing.state == store::RunState::Running || listing.state == store::RunState::Finished);
}

}  // namespace

Newcomers::Newcomers(std::filesystem::path workspace, std::string study)
    : workspace_(std::move(workspace)), study_(std::move(study)) {
  if (const auto folders = store::runFolders(workspace_)) {
    for (const auto& folder : *folders) {
      known_.insert(folder.filename().string());
    }
  }
}

bool Newcomers::have(const record::RunRequest& request) {
  if (!request.resume_id.empty() &&
      isDoneOrUnderWay(store::runsFolder(workspace_) / request.resume_id)) {
    return true;
  }
  const auto folders = store::runFolders(workspace_);
  if (!folders) {
    return false;  // the run itself will say why
  }
  for (const auto& folder : *folders) {
    if (known_.insert(folder.filename().string()).second) {
      const store::RunOverview run = store::overviewOf(folder);
      if (run.study == study_) {
        came_[keyOf(*run.config, run.listing.seed)] = folder;
      }
    }
  }
  const auto came = came_.find(keyOf(request.config, request.seed));
  return came != came_.end() && isDoneOrUnderWay(came->second);
}

}  // namespace w2s::study
