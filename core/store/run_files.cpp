#include "core/store/run_files.h"

#include <set>
#include <system_error>

namespace w2s::store {

std::vector<record::StageId> stagesWithFiles(const std::filesystem::path& run) {
  std::set<record::StageId> stages;
  std::error_code error;
  for (std::filesystem::directory_iterator at(run / kSeriesFolder, error), end; !error && at != end;
       at.increment(error)) {
    const std::string name = at->path().filename().string();
    for (const std::string_view ending : {".csv", ".predictions.bin"}) {
      if (name.ends_with(ending)) {
        const std::string stage = name.substr(0, name.size() - ending.size());
        if (record::isStageId(stage)) {
          stages.insert(stage);
        }
      }
    }
  }
  return {stages.begin(), stages.end()};
}

}  // namespace w2s::store
