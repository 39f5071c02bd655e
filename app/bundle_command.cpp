// w2s bundle and w2s import: runs as one file, for another workspace or another person.
#include <algorithm>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <system_error>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "app/command.h"
#include "app/options.h"
#include "app/output.h"
#include "core/store/bundle.h"
#include "core/store/run_index.h"
#include "core/store/run_list.h"
#include "core/store/workspace.h"
#include "core/study/openai_results.h"
#include "core/study/study_folder.h"

namespace w2s::app {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

struct BundleCall {
  std::vector<std::string> names;
  std::string file;
  std::string workspace;
  bool list = false;
  bool json = false;

  [[nodiscard]] fs::path folder() const {
    return workspace.empty() ? store::defaultWorkspace() : fs::path(workspace);
  }
};

// What is put into a bundle.
struct Chosen {
  std::set<fs::path> runs;
  std::set<fs::path> studies;
};

std::string runsText(std::size_t runs) {
  return fmt::format("{} {}", runs, runs == 1 ? "run" : "runs");
}

// A study by its name with all its runs, a run as every verb takes it, an experiment by its id.
Status choose(const std::string& name, const fs::path& workspace, Chosen& chosen) {
  std::error_code error;
  const fs::path study = study::studyFile(workspace, name);
  const bool is_study = fs::is_regular_file(study, error);
  if (is_study) {
    chosen.studies.insert(study.parent_path());
  }
  const auto run_id = store::findRun(workspace, name);
  if (!is_study && run_id) {
    chosen.runs.insert(store::runsFolder(workspace) / *run_id);
    return {};
  }
  W2S_TRY(const auto runs, store::overviewsIn(workspace));
  const std::size_t before = chosen.runs.size();
  for (const store::RunOverview& run : runs) {
    if (is_study ? run.study == name : run.experiment == name) {
      chosen.runs.insert(run.listing.folder);
    }
  }
  return is_study || chosen.runs.size() > before ? Status() : tl::unexpected(run_id.error());
}

Result<int> bundle(const BundleCall& call) {
  Chosen chosen;
  for (const std::string& name : call.names) {
    W2S_CHECK(choose(name, call.folder(), chosen));
  }
  if (chosen.runs.empty()) {
    return fail(ErrorCode::NotFound, "The study has no runs yet: there is nothing to bundle.");
  }
  fs::path file = call.file;
  std::error_code unknown;
  if (file == "-" || (fs::exists(file, unknown) && !fs::is_regular_file(file, unknown))) {
    return fail(
        ErrorCode::InvalidArgument,
        sentence("{}: a bundle is written into a file of its own; name one that ends in {}.",
                 file.string(), store::kBundleExtension));
  }
  if (file.extension() != store::kBundleExtension) {
    file += store::kBundleExtension;
  }
  W2S_CHECK(store::writeBundle({chosen.runs.begin(), chosen.runs.end()},
                               {chosen.studies.begin(), chosen.studies.end()}, file));
  std::error_code error;
  const auto bytes = fs::file_size(file, error);
  if (call.json) {
    putJson(Json{{"file", file.string()}, {"runs", chosen.runs.size()}, {"bytes", bytes}});
  } else {
    put("{}: {}, {:.1f} MB.\n", file.string(), runsText(chosen.runs.size()),
        static_cast<double>(bytes) / 1e6);
  }
  return 0;
}

Json toJson(const store::BundleContents& contents) {
  return {{"runs", contents.runs}, {"studies", contents.studies}, {"bytes", contents.bytes}};
}

Result<int> listBundle(const BundleCall& call) {
  W2S_TRY(const store::BundleContents contents, store::readBundle(call.file));
  if (call.json) {
    putJson(toJson(contents));
    return 0;
  }
  for (const std::string& id : contents.runs) {
    put("{}\n", id);
  }
  put("{}: {}, {} studies, {:.1f} MB unpacked.\n", call.file, runsText(contents.runs.size()),
      contents.studies.size(), static_cast<double>(contents.bytes) / 1e6);
  return 0;
}

// Results of OpenAI's code, to compare with.
Result<int> importResults(const BundleCall& call) {
  study::ImportedResults imported;
  if (call.list) {
    W2S_TRY(imported.read, study::readOpenAiResults(call.file));
  } else {
    W2S_TRY(imported, study::importOpenAiResults(call.file, call.folder()));
  }
  std::vector<std::string> notes;
  for (const Sentence& note : imported.read.notes) {
    notes.push_back(note.text);
  }
  const std::string prefix = call.list ? std::string() : imported.file.stem().string() + '/';
  if (call.json) {
    Json names = Json::array();
    for (const study::ReferenceResult& result : imported.read.results) {
      names.push_back(prefix + result.name);
    }
    putJson(Json{{"references", names}, {"file", imported.file.string()}, {"notes", notes}});
    return notes.empty() ? 0 : 1;
  }
  for (const study::ReferenceResult& result : imported.read.results) {
    put("{}{}\n", prefix, result.name);
  }
  for (const std::string& note : notes) {
    put("{}\n", note);
  }
  if (!call.list) {
    put("Imported into {}; w2s compare RUN RUN --reference NAME and the page Compare show them.\n",
        imported.file.string());
  }
  return notes.empty() ? 0 : 1;
}

Result<int> import(const BundleCall& call) {
  if (study::looksLikeOpenAiResults(call.file)) {
    return importResults(call);
  }
  if (call.list) {
    return listBundle(call);
  }
  W2S_TRY(const store::ImportedBundle imported, store::importBundle(call.file, call.folder()));
  std::vector<std::string> faults;
  for (const Sentence& fault : imported.faults) {
    faults.push_back(fault.text);
  }
  if (call.json) {
    Json json = toJson(imported.contents);
    json["kept_runs"] = imported.kept_runs;
    json["kept_studies"] = imported.kept_studies;
    json["faults"] = faults;
    putJson(json);
  } else {
    put("Imported {} into {}.\n",
        runsText(imported.contents.runs.size() - imported.kept_runs.size()),
        call.folder().string());
    for (const std::string& id : imported.kept_runs) {
      put("{} was there already and stays as it was.\n", id);
    }
    for (const std::string& name : imported.kept_studies) {
      put("The study {} was there already and stays as it was.\n", name);
    }
    for (const std::string& fault : faults) {
      put("{}\n", fault);
    }
  }
  return faults.empty() ? 0 : 1;
}

void add(CLI::App& verb, const std::shared_ptr<BundleCall>& call, int& exit_code,
         Result<int> (*action)(const BundleCall&)) {
  verb.add_option("--workspace", call->workspace, "Folder for runs and cache")
      ->type_name("DIR")
      ->check(notEmpty());
  verb.add_flag("--json", call->json, "Print one JSON object on standard output");
  verb.callback([call, &exit_code, action] {
    const auto code = action(*call);
    exit_code = code ? *code : report(code.error());
  });
}

}  // namespace

void addBundleCommands(CLI::App& parent, int& exit_code) {
  const auto call = std::make_shared<BundleCall>();
  CLI::App* const bundle_verb = parent.add_subcommand(
      "bundle", "Writes runs into one file, which w2s import and the window open elsewhere");
  bundle_verb
      ->add_option(
          "WHAT", call->names,
          "Runs (ids as in w2s runs list), experiments (ids as in w2s runs show) or names of "
          "studies, with all their runs")
      ->required()
      ->check(notEmpty());
  bundle_verb->add_option("-o,--out", call->file, "The new file, NAME.w2s")
      ->required()
      ->type_name("FILE")
      ->check(notEmpty());
  add(*bundle_verb, call, exit_code, bundle);
  CLI::App* const import_verb =
      parent.add_subcommand("import",
                            "Takes the runs of a bundle into the workspace, where what is there "
                            "stays as it is; or results "
                            "of OpenAI's weak-to-strong code, to compare with");
  import_verb
      ->add_option("FILE", call->file,
                   "The bundle, NAME.w2s; or a folder with config.json and results_summary.json "
                   "files, or NAME.results_summary.json")
      ->required()
      ->check(notEmpty());
  import_verb->add_flag("--list", call->list, "Says what is in it and imports nothing");
  add(*import_verb, call, exit_code, import);
}

}  // namespace w2s::app
