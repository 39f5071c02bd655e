// The names inside a run folder. Private to this folder; everybody else asks RunWriter and loadRun.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/file_io.h"
#include "core/base/result.h"
#include "core/record/stage.h"
#include "core/store/manifest.h"

namespace w2s::store {

inline constexpr std::string_view kManifestFile = "manifest.json";
inline constexpr std::string_view kEventsFile = "events.jsonl";
inline constexpr std::string_view kSummaryFile = "summary.json";
inline constexpr std::string_view kLabelsFile = "labels.json";
inline constexpr std::string_view kSeriesFolder = "series";
inline constexpr std::string_view kCheckpointFolder = "checkpoint";

[[nodiscard]] inline std::filesystem::path predictionsFile(const std::filesystem::path& run,
                                                           const record::StageId& stage) {
  return run / kSeriesFolder / (stage + ".predictions.bin");
}

[[nodiscard]] inline std::filesystem::path seriesFile(const std::filesystem::path& run,
                                                      const record::StageId& stage) {
  return run / kSeriesFolder / (stage + ".csv");
}

[[nodiscard]] inline std::filesystem::path checkpointFile(const std::filesystem::path& run,
                                                          const record::StageId& stage) {
  return run / kCheckpointFolder / (stage + ".safetensors");
}

// Stages with a series or predictions in the run folder, in alphabetical order; names that cannot
// be a stage's are passed over.
[[nodiscard]] std::vector<record::StageId> stagesWithFiles(const std::filesystem::path& run);

// One visible path component: a person may type it, so "../x" must lead nowhere.
[[nodiscard]] inline bool isRunId(std::string_view id) {
  return !id.empty() && id.front() != '.' && id.find('/') == std::string_view::npos;
}

[[nodiscard]] inline Result<Manifest> readManifest(const std::filesystem::path& run) {
  const auto file = run / kManifestFile;
  W2S_TRY(const std::string text, readFile(file, kMostRecordBytes));
  return manifestFromJson(text, file);
}

}  // namespace w2s::store
