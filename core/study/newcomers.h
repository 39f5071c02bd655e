// Several programs may train one study: windows, command lines, tasks on a cluster. Each reads how far
// the study is once, and asks here before it starts a run whether another has begun it meanwhile.
// Between the question and the new run's folder another may still begin the same run; then there are
// two with equal numbers, of which one counts.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>

#include "core/record/run_request.h"

namespace w2s::study {

class Newcomers {
 public:
  // Make it before stateOf(): runs that are there now are no newcomers.
  Newcomers(std::filesystem::path workspace, std::string study);

  // Whether a run that `request` asks for is being trained by another program, or is finished. Reads
  // the names of all run folders, and of those that came since the last question the manifest.
  [[nodiscard]] bool have(const record::RunRequest& request);

 private:
  std::filesystem::path workspace_;
  std::string study_;
  std::set<std::string> known_;                        // names of folders
  std::map<std::string, std::filesystem::path> came_;  // by the key of the run (study_state.h)
};

}  // namespace w2s::study
