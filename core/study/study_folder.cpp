#include "core/study/study_folder.h"

#include <algorithm>
#include <array>
#include <set>
#include <system_error>

#include "core/base/file_io.h"
#include "core/base/hash.h"
#include "core/config/fingerprint.h"
#include "core/config/suggest.h"
#include "core/config/toml.h"
#include "core/config/toml_syntax.h"

namespace w2s::study {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostOfName = 60;

// Letters, digits, "-" and "_" of the name; what is lost comes back as a part of its hash.
std::string folderName(const std::string& name) {
  std::string folder;
  for (const char letter : name) {
    const bool is_plain = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                          (letter >= '0' && letter <= '9') || letter == '_' || letter == '-';
    folder += is_plain ? letter : '-';
  }
  if (folder != name || folder.size() > kMostOfName) {
    folder = folder.substr(0, kMostOfName) + "-" + Hasher().add(name).hex().substr(0, 8);
  }
  return folder;
}

Status writeIfOther(const fs::path& file, const std::string& text) {
  if (const auto there = readFile(file, kMostSettingsBytes); there && *there == text) {
    return {};
  }
  return writeFileAtomically(file, text);
}

// Names and seeds apart.
bool isSameBase(config::ExperimentConfig one, config::ExperimentConfig other) {
  one.seeds = other.seeds = {0};
  return config::canonicalText(one) == config::canonicalText(other);
}

bool hasAllOf(const Study& kept, const Study& study) {
  std::set<std::string> cells;
  for (const Cell& cell : kept.cells) {
    config::ExperimentConfig config = cell.config;
    config.seeds = study.seeds;
    cells.insert(config::canonicalText(config));
  }
  return std::ranges::all_of(study.seeds,
                             [&kept](std::int64_t seed) {
                               return std::ranges::find(kept.seeds, seed) != kept.seeds.end();
                             }) &&
         std::ranges::all_of(study.cells, [&cells](const Cell& cell) {
           return cells.contains(config::canonicalText(cell.config));
         });
}

}  // namespace

fs::path studyFile(const fs::path& workspace, const std::string& name) {
  return workspace / "studies" / folderName(name) / "study.toml";
}

Result<fs::path> keepStudy(const fs::path& workspace, const Study& study) {
  const fs::path file = studyFile(workspace, study.name);
  std::error_code error;
  if (fs::is_regular_file(file, error)) {
    W2S_TRY(const Study kept, loadStudy(file));
    if (!isSameBase(kept.base, study.base)) {
      return fail(ErrorCode::InvalidArgument,
                  sentence("This workspace has a study {} around other settings, in {}. Give this "
                           "one another name.",
                           study.name, file.parent_path().string()));
    }
    if (hasAllOf(kept, study)) {
      return file;
    }
  }
  Plan plan = study.plan;
  plan.base = "base.toml";
  plan.seeds = study.seeds;
  W2S_CHECK(makeFolders(file.parent_path()));
  W2S_CHECK(writeIfOther(file.parent_path() / plan.base, config::toToml(study.base)));
  W2S_CHECK(writeIfOther(file, planText(plan)));
  return file;
}

Result<Study> findStudy(const fs::path& workspace, const std::string& file_or_name) {
  std::error_code error;
  if (fs::exists(file_or_name, error)) {
    return loadStudy(file_or_name);
  }
  const fs::path kept = studyFile(workspace, file_or_name);
  if (fs::exists(kept, error)) {
    return loadStudy(kept);
  }
  std::vector<std::string> names;
  for (const fs::path& file : keptStudies(workspace)) {
    if (const auto plan = loadPlan(file)) {
      names.push_back(plan->name);
    }
  }
  const Sentence meant = config::didYouMean(file_or_name, names);
  return fail(ErrorCode::NotFound,
              sentence("There is no file {}, and the workspace {} has no study of that name{}",
                       file_or_name, workspace.string(),
                       meant.text.empty() ? Sentence{.text = "."} : meant));
}

std::vector<fs::path> keptStudies(const fs::path& workspace) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::directory_iterator entry(workspace / "studies", error), end; !error && entry != end;
       entry.increment(error)) {
    const fs::path file = entry->path() / "study.toml";
    std::error_code unreadable;
    if (fs::is_regular_file(file, unreadable)) {
      files.push_back(file);
    }
  }
  std::ranges::sort(files);
  return files;
}

bool looksLikeStudy(std::string_view text) {
  std::vector<config::Problem> problems;
  const config::Table table = config::readTomlSyntax(text, problems);
  return std::ranges::any_of(std::array{"base", "grid", "random", "cell"}, [&](const char* key) {
    return config::findEntry(table, key) != nullptr;
  });
}

}  // namespace w2s::study
