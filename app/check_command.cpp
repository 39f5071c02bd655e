// w2s check: whether a workspace holds what was written into it.
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/command.h"
#include "app/options.h"
#include "app/output.h"
#include "core/store/check_workspace.h"
#include "core/store/workspace.h"
#include "core/study/check_studies.h"

namespace w2s::app {
namespace {

using Json = nlohmann::ordered_json;

struct CheckCall {
  std::string workspace;
  bool repair = false;
  bool json = false;

  [[nodiscard]] std::filesystem::path folder() const {
    return workspace.empty() ? store::defaultWorkspace() : std::filesystem::path(workspace);
  }
};

Json toJson(const std::vector<store::Finding>& findings) {
  Json list = Json::array();
  for (const store::Finding& finding : findings) {
    list.push_back({{"path", finding.path.string()},
                    {"what", finding.what.text},
                    {"can_be_removed", finding.can_be_removed},
                    {"removed", finding.is_removed}});
  }
  return list;
}

Json toJson(const std::filesystem::path& workspace, const store::WorkspaceCheck& check) {
  return {{"workspace", workspace.string()},
          {"sound", check.faultsLeft() == 0},
          {"runs", check.runs},
          {"cache_entries", check.entries},
          {"checkpoints", check.checkpoints},
          {"indexed_runs", check.indexed},
          {"studies", check.studies},
          {"files_without_hash", check.without_hash},
          {"faults", toJson(check.faults)},
          {"leftovers", toJson(check.leftovers)},
          {"notes", toJson(check.notes)}};
}

void printList(const char* heading, const std::vector<store::Finding>& findings) {
  if (!findings.empty()) {
    put("{}\n", heading);
  }
  for (const store::Finding& finding : findings) {
    put("  {}{}\n", finding.what.text, finding.is_removed ? " Removed." : "");
  }
}

void printText(const std::filesystem::path& workspace, const store::WorkspaceCheck& check,
               bool repair) {
  printList("Faults:", check.faults);
  printList("Leftovers of processes that were killed (harmless):", check.leftovers);
  printList("Notes:", check.notes);
  put("Checked {}: runs {}, checkpoints {}, cache entries {}, runs in the index {}, studies {}.\n",
      workspace.string(), check.runs, check.checkpoints, check.entries, check.indexed,
      check.studies);
  if (check.without_hash > 0) {
    put("Files that an earlier version wrote without a hash: {}. Only their form was checked.\n",
        check.without_hash);
  }
  const std::int64_t left = check.faultsLeft();
  put("{}\n", left == 0 ? "Everything is sound." : fmt::format("Faults: {}.", left));
  if (!repair && (left > 0 || !check.leftovers.empty())) {
    put("`w2s check --repair` removes leftovers, and cache entries and an index that are unsound,\n"
        "which are made again. Runs it leaves as they are: an interrupted one goes on with `w2s "
        "run --resume "
        "ID`,\n"
        "which makes anew what is unsound; of a finished one, take the file from a copy, or "
        "repeat\n"
        "the run.\n");
  }
}

int check(const CheckCall& call) {
  const auto repair =
      call.repair ? store::Repair::RemoveWhatCanBeMadeAgain : store::Repair::Nothing;
  const auto checked = store::checkWorkspace(
      call.folder(), repair,
      [&call](store::WorkspaceCheck& check) { study::checkStudies(call.folder(), check); });
  if (!checked) {
    return report(checked.error());
  }
  if (call.json) {
    putJson(toJson(call.folder(), *checked));
  } else {
    printText(call.folder(), *checked, call.repair);
  }
  return checked->faultsLeft() == 0 ? 0 : 1;
}

}  // namespace

void addCheckCommand(CLI::App& parent, int& exit_code) {
  const auto call = std::make_shared<CheckCall>();
  CLI::App* const verb = parent.add_subcommand(
      "check",
      "Check that runs, checkpoints, cache, index and studies hold what was written into them");
  verb->add_option("--workspace", call->workspace,
                   "Folder that holds runs and cache (default: W2S_WORKSPACE, or the data folder)")
      ->check(notEmpty());
  verb->add_flag(
      "--repair", call->repair,
      "Remove leftovers of killed processes, unsound cache entries and an unsound index; never "
      "a run");
  verb->add_flag("--json", call->json, "One JSON object on standard output");
  verb->footer("Exit code: 0 everything is sound, 1 there are faults, 2 the call is wrong.");
  verb->callback([call, &exit_code] { exit_code = check(*call); });
}

}  // namespace w2s::app
