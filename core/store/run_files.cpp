#include "core/store/run_files.h"

#include <set>
#include <system_error>

#include "core/store/json_seal.h"
#include "core/store/run_folder.h"

namespace w2s::store {

std::filesystem::path checkpointFile(const std::filesystem::path& run,
                                     const record::StageId& stage) {
  return run / kCheckpointFolder / (stage + ".safetensors");
}

std::filesystem::path previousCheckpointFile(const std::filesystem::path& run,
                                             const record::StageId& stage) {
  return checkpointFile(run, stage) += kPreviousExtension;
}

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

std::vector<std::filesystem::path> sealedFiles(const std::filesystem::path& run) {
  std::vector<std::filesystem::path> files{run / kRowsFile, run / kPredictionsFile};
  for (const record::StageId& stage : stagesWithFiles(run)) {
    files.push_back(seriesFile(run, stage));
    files.push_back(predictionsFile(run, stage));
  }
  std::erase_if(files, [](const std::filesystem::path& file) {
    std::error_code ignored;
    return !std::filesystem::is_regular_file(file, ignored);
  });
  return files;
}

std::string manifestFileText(const Manifest& manifest) {
  return sealedJson(Json::parse(manifestToJson(manifest)), manifest.id);
}

Result<Manifest> readManifest(const std::filesystem::path& run) {
  const auto file = run / kManifestFile;
  W2S_TRY(const std::string text, readFile(file, kMostRecordBytes));
  return manifestFromJson(text, file);
}

}  // namespace w2s::store
