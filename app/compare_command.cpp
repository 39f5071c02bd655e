// w2s compare: runs, experiments or cells of a study beside each other, with paired tests.
#include <memory>
#include <string>
#include <vector>

#include "app/command.h"
#include "app/compare_report.h"
#include "app/options.h"
#include "app/output.h"
#include "core/store/workspace.h"
#include "core/study/comparison.h"
#include "core/study/reference_results.h"

namespace w2s::app {
namespace {

struct CompareOptions {
  std::vector<std::string> names;
  std::vector<std::string> references;
  std::string workspace;
  bool json = false;
  bool csv = false;
  bool tex = false;

  [[nodiscard]] std::filesystem::path folder() const {
    return workspace.empty() ? store::defaultWorkspace() : std::filesystem::path(workspace);
  }
};

int compareAll(const CompareOptions& options) {
  auto sets = study::findSets(options.folder(), options.names);
  if (!sets) {
    return report(sets.error());
  }
  const auto references = study::findReferences(options.folder(), options.references);
  if (!references) {
    return report(references.error());
  }
  auto comparison = study::compare(std::move(*sets), references->empty() ? 2 : 1);
  if (!comparison) {
    return report(comparison.error());
  }
  comparison->references = *references;
  options.json  ? putData(comparisonJson(*comparison) + '\n')
  : options.csv ? putData(comparisonCsv(*comparison))
  : options.tex ? putData(comparisonTex(*comparison))
                : putText(comparisonText(*comparison));
  return 0;
}

}  // namespace

void addCompareCommand(CLI::App& parent, int& exit_code) {
  auto options = std::make_shared<CompareOptions>();
  CLI::App* const verb = parent.add_subcommand(
      "compare", "Runs, experiments or cells of a study beside each other, with paired tests");
  verb->add_option(
          "SETS", options->names,
          "Two or more of: a run's id, an experiment's id (all its seeds), RUN+RUN (some of "
          "them), STUDY:CELL with the cell's number or settings")
      ->required()
      ->expected(1, 1000)
      ->check(notEmpty());
  verb->add_option("--reference", options->references,
                   "A result that was made elsewhere (see w2s references), beside the others; then "
                   "one run or experiment is enough. Given once for each")
      ->allow_extra_args(false)
      ->check(notEmpty());
  verb->add_option("--workspace", options->workspace, "Folder that holds the runs")
      ->type_name("DIR")
      ->check(notEmpty());
  auto* const json = verb->add_flag("--json", options->json, "One JSON object");
  auto* const csv = verb->add_flag("--csv", options->csv, "One row a value, settings in columns");
  auto* const tex = verb->add_flag("--tex", options->tex, "Tables for LaTeX with booktabs");
  json->excludes(csv)->excludes(tex);
  csv->excludes(tex);
  verb->footer(
      "Two sets are paired over the seeds that both have: difference of the students' accuracy "
      "and of the PGR of means,\n"
      "with a 95 % interval and a sign-flip test over seeds. Measured coverage of both intervals "
      "with 2, 3, 5 and 10\n"
      "seeds: .94 to .96 where accuracies are normal over seeds. The smallest p of n seeds is 2 / "
      "2^n: five seeds cannot\n"
      "show a difference at .05, six can. With one seed each the rows are paired (McNemar, exact), "
      "which tells of these\n"
      "two models alone. Runs on other data or other test rows are never averaged or paired.");
  verb->callback([options, &exit_code] { exit_code = compareAll(*options); });
}

}  // namespace w2s::app
