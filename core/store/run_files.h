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
inline constexpr std::string_view kRowsFile = "rows.json";
inline constexpr std::string_view kPredictionsFile = "predictions.safetensors";
inline constexpr std::string_view kSeriesFolder = "series";
inline constexpr std::string_view kCheckpointFolder = "checkpoint";

// "series/student.csv"
[[nodiscard]] inline std::string nameInRun(const std::filesystem::path& file,
                                           const std::filesystem::path& run) {
  return file.lexically_relative(run).generic_string();
}

[[nodiscard]] inline std::filesystem::path predictionsFile(const std::filesystem::path& run,
                                                           const record::StageId& stage) {
  return run / kSeriesFolder / (stage + ".predictions.bin");
}

[[nodiscard]] inline std::filesystem::path seriesFile(const std::filesystem::path& run,
                                                      const record::StageId& stage) {
  return run / kSeriesFolder / (stage + ".csv");
}

// Stages with a series or predictions in the run folder, in alphabetical order; names that cannot
// be a stage's are passed over.
[[nodiscard]] std::vector<record::StageId> stagesWithFiles(const std::filesystem::path& run);

// The files of a run that its log seals when it ends, as far as they are there: its rows, series and
// predictions. (Manifest and summary hold a checksum themselves.)
[[nodiscard]] std::vector<std::filesystem::path> sealedFiles(const std::filesystem::path& run);

// One visible path component: a person may type it, so "../x" must lead nowhere.
[[nodiscard]] inline bool isRunId(std::string_view id) {
  return !id.empty() && id.front() != '.' && id.find('/') == std::string_view::npos;
}

// The manifest with its checksum, as it stands in the file.
[[nodiscard]] std::string manifestFileText(const Manifest& manifest);
[[nodiscard]] Result<Manifest> readManifest(const std::filesystem::path& run);

}  // namespace w2s::store
