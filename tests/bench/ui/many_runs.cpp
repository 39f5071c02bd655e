#include "tests/bench/ui/many_runs.h"

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <system_error>

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/base/file_io.h"
#include "core/base/file_read.h"
#include "core/store/run_list.h"
#include "core/store/workspace.h"
#include "tests/bench/process.h"

namespace w2s::bench {
namespace {

namespace fs = std::filesystem;

}  // namespace

Result<ManyRuns> ManyRuns::make(const std::string& w2s, const std::string& data_folder,
                                const fs::path& workspace) {
  std::vector<std::string> call{
      w2s,       "run",         "fashion-demo",    "--set", "optimizer.steps=200",
      "--quiet", "--workspace", workspace.string()};
  if (!data_folder.empty()) {
    call.insert(call.end(), {"--data", data_folder});
  }
  W2S_TRY(const Finished finished, runProcess(call));
  ManyRuns made;
  made.runs_ = store::runsFolder(workspace);
  W2S_TRY(const auto folders, store::runFolders(workspace));
  if (folders.size() != 1) {
    return fail(ErrorCode::Internal, "The bench's run left no folder.");
  }
  made.original_ = folders.front();
  W2S_TRY(made.manifest_, readFile(made.original_ / "manifest.json", kMostRecordBytes));
  return made;
}

Status ManyRuns::fillTo(int count) {
  auto manifest = nlohmann::ordered_json::parse(manifest_);
  for (; count_ < count; ++count_) {
    // One run a minute, the newest first; ids as the store makes them.
    const auto time =
        std::chrono::sys_days(std::chrono::year(2024) / 1 / 1) + std::chrono::minutes(count_);
    const std::time_t seconds = std::chrono::system_clock::to_time_t(time);
    const std::string id = fmt::format("{:%Y%m%d-%H%M%S}-fashion-demo-s{}-{:04x}",
                                       fmt::gmtime(seconds), count_, count_ & 0xffff);
    const fs::path folder = runs_ / id;
    std::error_code error;
    fs::create_directories(folder / "series", error);
    for (fs::recursive_directory_iterator entry(original_, error), end; !error && entry != end;
         entry.increment(error)) {
      const fs::path name = entry->path().lexically_relative(original_);
      if (entry->is_directory()) {
        fs::create_directories(folder / name, error);
      } else if (name != "manifest.json" && name.extension() != ".lock") {
        fs::create_hard_link(entry->path(), folder / name, error);
      }
    }
    if (error) {
      return systemError(sentence("copy a run to"), folder, error.value());
    }
    manifest["id"] = id;
    // A thousand runs a name, of two settings that differ, each with five seeds.
    manifest["name"] = fmt::format("run {}", count_ / 1000);
    manifest["seed"] = count_ % 5;
    auto& objective = manifest["config"]["objective"];
    objective["temperature"] = 1.0 + 0.25 * (count_ / 5 % 10);
    objective["confidence_weight"]["base"] = 0.01 * (count_ / 50 % 20);
    manifest["created"] = fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(seconds));
    // Not synced: these folders need not outlive a power cut.
    std::FILE* file = std::fopen((folder / "manifest.json").c_str(), "w");
    if (file == nullptr) {
      return systemError(sentence("write"), folder / "manifest.json", errno);
    }
    fmt::print(file, "{}", manifest.dump(2));
    std::fclose(file);
  }
  return {};
}

}  // namespace w2s::bench
