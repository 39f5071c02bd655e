// w2s references: results that were made elsewhere, to compare with.
#include <filesystem>
#include <memory>
#include <string>

#include "app/command.h"
#include "app/number_text.h"
#include "app/options.h"
#include "app/output.h"
#include "app/references_report.h"
#include "core/store/workspace.h"
#include "core/study/reference_results.h"

namespace w2s::app {
namespace {

struct ReferencesCall {
  std::string workspace;
  bool json = false;
};

int list(const ReferencesCall& call) {
  const study::ReferenceList references = study::referencesIn(
      call.workspace.empty() ? store::defaultWorkspace() : std::filesystem::path(call.workspace));
  if (call.json) {
    putData(referencesJson(references.results) + '\n');
  } else {
    putText(alignedColumns(referencesTable(references.results, /*by_name=*/true)));
  }
  for (const Sentence& problem : references.problems) {
    say("w2s: {}\n", problem.text);
  }
  return references.problems.empty() ? 0 : 1;
}

}  // namespace

void addReferencesCommand(CLI::App& parent, int& exit_code) {
  const auto call = std::make_shared<ReferencesCall>();
  CLI::App* const verb = parent.add_subcommand(
      "references", "Results that were made elsewhere, published or imported, to compare with");
  verb->add_option("--workspace", call->workspace, "Folder that holds the imported ones")
      ->type_name("DIR")
      ->check(notEmpty());
  verb->add_flag("--json", call->json, "Print a JSON list on standard output");
  verb->footer(
      "w2s compare RUN --reference NAME shows one beside runs, w2slab export --reference NAME "
      "draws its PGR as a line.\n"
      "The published ones are resources/references/published.csv, a result a line.");
  verb->callback([call, &exit_code] { exit_code = list(*call); });
}

}  // namespace w2s::app
