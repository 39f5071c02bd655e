// w2s runs: what the workspace holds.
#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "app/command.h"
#include "app/number_text.h"
#include "app/options.h"
#include "app/output.h"
#include "app/runs_label.h"
#include "app/runs_list.h"
#include "core/base/plain_text.h"
#include "core/store/event_json.h"
#include "core/store/metrics_json.h"
#include "core/store/recorded_run.h"
#include "core/store/run_labels.h"
#include "core/store/run_list.h"
#include "core/store/workspace.h"

namespace w2s::app {
namespace {

using Json = nlohmann::ordered_json;
using record::RunSummary;

struct Options {
  std::string workspace;
  std::string id;
  std::vector<std::string> ids;
  bool json = false;
  bool trash = false;
  bool archived = false;

  [[nodiscard]] std::filesystem::path folder() const {
    return workspace.empty() ? store::defaultWorkspace() : std::filesystem::path(workspace);
  }
};

Status list(const Options& options) {
  return listRuns({.workspace = options.folder(),
                   .place = options.trash ? store::RunPlace::Trash : store::RunPlace::Runs,
                   .archived = options.archived,
                   .json = options.json});
}

// --- show ---

Json textOrNull(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

// Of the stage's series.
Json columnsJson(const store::RecordedStage& stage) {
  Json columns = Json::array();
  if (stage.series.schema) {
    for (const record::SeriesColumn& column : stage.series.schema->columns) {
      columns.push_back({{"name", column.name},
                         {"unit", textOrNull(column.unit)},
                         {"quantity", nameOf(column.quantity)}});
    }
  }
  return columns;
}

Json showJson(const store::RecordedRun& run) {
  const store::Manifest& manifest = run.manifest;
  Json json{
      {"id", manifest.id},          {"name", manifest.name},       {"seed", manifest.seed},
      {"state", nameOf(run.state)}, {"created", manifest.created}, {"folder", run.folder.string()},
      {"device", manifest.device},  {"stages", Json::array()},     {"interventions", Json::array()},
      {"seconds", run.seconds},     {"summary", nullptr}};
  json["experiment"] = textOrNull(manifest.experiment);
  json["study"] = textOrNull(manifest.study);
  json["forked_from"] = nullptr;
  if (!manifest.forked_from.empty()) {
    json["forked_from"] = {{"run", manifest.forked_from}, {"step", manifest.forked_at}};
  }
  json["unknown_settings"] = manifest.unknown_settings;
  addLabels(json, labelsOf(run.folder));
  for (const record::StageId& id : store::stageOrder(run)) {
    const auto& stage = run.stages.at(id);
    json["stages"].push_back({{"stage", id},
                              {"steps", stage.steps},
                              {"completed", stage.series.lastStep()},
                              {"evaluations", stage.evaluations.size()},
                              {"finished", stage.finished.has_value()},
                              {"from_cache", stage.finished && stage.finished->from_cache},
                              {"columns", columnsJson(stage)}});
  }
  for (const auto& change : run.interventions) {
    json["interventions"].push_back({{"step", change.step},
                                     {"parameter", keyOf(change.parameter)},
                                     {"old", store::jsonNumber(change.old_value)},
                                     {"new", store::jsonNumber(change.new_value)}});
  }
  if (run.summary) {
    json["summary"] = Json::parse(store::summaryToJson(*run.summary));
  }
  if (run.failure) {
    json["error"] = run.failure->error.message;
  }
  json["unsound"] = Json::array();
  for (const Sentence& unsound : run.unsound) {
    json["unsound"].push_back(unsound.text);
  }
  json["notes"] = run.notes;
  return json;
}

void printStage(const record::StageId& id, const store::RecordedStage& stage) {
  std::string line = stage.finished ? "finished" : stage.started ? "begun" : "not begun";
  if (stage.finished && stage.finished->from_cache) {
    line += ", from the cache";
  }
  if (!stage.series.empty()) {
    line += fmt::format(", {} of {} steps", stage.series.lastStep(), stage.steps);
  }
  if (!stage.evaluations.empty()) {
    line += fmt::format(", {} evaluations, last test accuracy {} %", stage.evaluations.size(),
                        percentText(stage.evaluations.back().test.accuracy));
  }
  put("  {:<20} {}\n", id, line);
}

void printPgr(std::string_view title, const metrics::Pgr& pgr) {
  put("{} {}\n", title,
      metrics::isMeaningful(pgr) ? pgrText(pgr)
                                 : fmt::format("n/a. {}", metrics::explain(pgr.status)));
}

void printSummary(const RunSummary& summary) {
  put("weak floor {} %, student {} %, ceiling {} % (accuracy on {} test rows)\n",
      percentText(summary.weak.accuracy), percentText(summary.student.accuracy),
      percentText(summary.ceiling.accuracy), summary.student.n);
  if (summary.initial.n > 0) {
    put("student before its first step {} %\n", percentText(summary.initial.accuracy));
  }
  if (summary.reference) {
    put("strong model trained on the weak supervisor's own rows {} %\n",
        percentText(summary.reference->accuracy));
  }
  printPgr("PGR", summary.pgr);
  if (summary.common) {
    printPgr(fmt::format("PGR against the common ceiling {} %:",
                         percentText(summary.common->ceiling.accuracy)),
             summary.common->pgr);
  }
  for (const metrics::MeasuredGap& gap : summary.measures) {
    put("{:<20} weak {}, student {}, ceiling {}\n", escapedText(measureTitle(gap.measure)),
        measureText(gap.measure, gap.weak), measureText(gap.measure, gap.student),
        measureText(gap.measure, gap.ceiling));
  }
  if (summary.student_used_ground_truth) {
    put("The student read ground truth in training or for its schedules.\n");
  }
}

void printRun(const store::RecordedRun& run) {
  const store::Manifest& manifest = run.manifest;
  const store::RunLabels labels = labelsOf(run.folder);
  put("{}\n{}, seed {}, {}, {}, made {} by W2S Lab {}\n{}\n", manifest.id,
      escapedText(labels.name.empty() ? manifest.name : labels.name), manifest.seed,
      manifest.device, nameOf(run.state), manifest.created, manifest.versions.program,
      run.folder.string());
  if (!manifest.experiment.empty()) {
    put("experiment {}{}\n", escapedText(manifest.experiment),
        manifest.study.empty() ? "" : fmt::format(", study {}", escapedText(manifest.study)));
  }
  if (!manifest.forked_from.empty()) {
    put("fork of {} after step {}\n", escapedText(manifest.forked_from), manifest.forked_at);
  }
  put("worked on for {:.1f} s\n", run.seconds);
  if (!labels.note.empty()) {
    put("{}\n", labels.note);
  }
  for (const record::StageId& id : store::stageOrder(run)) {
    const auto& stage = run.stages.at(id);
    printStage(id, stage);
  }
  for (const auto& change : run.interventions) {
    put("  before step {}: {} {} -> {}\n", change.step + 1, keyOf(change.parameter),
        change.old_value, change.new_value);
  }
  if (!manifest.unknown_settings.empty()) {
    put("A later version of W2S Lab recorded this run, with settings that this one does not know: "
        "{}\n",
        escapedText(fmt::format("{}", fmt::join(manifest.unknown_settings, ", "))));
  }
  for (const Sentence& unsound : run.unsound) {
    put("{}\n", unsound.text);
  }
  for (const std::string& note : run.notes) {
    put("Made anew: {}\n", escapedText(note));
  }
  if (run.summary) {
    printSummary(*run.summary);
  }
  if (run.failure) {
    put("Failed: {}\n", run.failure->error.message);
  }
  if (run.state == store::RunState::Interrupted) {
    put("Continue it with: w2s run --resume {}\n", manifest.id);
  }
}

Status show(const Options& options) {
  W2S_TRY(const std::string id, store::findRun(options.folder(), options.id));
  W2S_TRY(const auto run,
          store::loadRun(store::runsFolder(options.folder()) / id, store::Rows::Last));
  options.json ? putJson(showJson(run)) : printRun(run);
  return {};
}

// --- delete, restore ---

// Each once. All are found before the first is moved.
Result<std::vector<std::string>> idsOf(const Options& options, store::RunPlace place) {
  std::vector<std::string> ids;
  for (const std::string& text : options.ids) {
    W2S_TRY(std::string id, store::findRun(options.folder(), text, place));
    if (std::ranges::find(ids, id) == ids.end()) {
      ids.push_back(std::move(id));
    }
  }
  return ids;
}

Status remove(const Options& options) {
  W2S_TRY(const auto ids, idsOf(options, store::RunPlace::Runs));
  for (const std::string& id : ids) {
    W2S_CHECK(store::deleteRun(options.folder(), id));
    put("Moved {} to the trash. Undo: w2s runs restore {}\n", id, id);
  }
  return {};
}

Status restore(const Options& options) {
  W2S_TRY(const auto ids, idsOf(options, store::RunPlace::Trash));
  for (const std::string& id : ids) {
    W2S_CHECK(store::restoreRun(options.folder(), id));
    put("Restored {}.\n", id);
  }
  return {};
}

using Action = Status (*)(const Options&);

CLI::App* addAction(CLI::App& parent, const char* name, const char* help,
                    const std::shared_ptr<Options>& options, int& exit_code, Action action) {
  CLI::App* const verb = parent.add_subcommand(name, help);
  verb->add_option("--workspace", options->workspace,
                   "Folder that holds runs and cache (default: W2S_WORKSPACE, or the data folder)")
      ->check(notEmpty());
  verb->callback([options, action, &exit_code] {
    if (const Status done = action(*options); !done) {
      exit_code = report(done.error());
    }
  });
  return verb;
}

}  // namespace

void addRunsCommand(CLI::App& parent, int& exit_code) {
  CLI::App* const runs =
      parent.add_subcommand("runs", "List, show, label, delete and restore runs");
  runs->require_subcommand(1);
  const auto options = std::make_shared<Options>();
  constexpr const char* kId = "Id of the run, its beginning, or its last part";

  CLI::App* const list_verb =
      addAction(*runs, "list", "The runs, newest first", options, exit_code, list);
  list_verb->add_flag("--json", options->json, "One JSON object on standard output");
  list_verb->add_flag("--trash", options->trash, "The deleted ones");
  list_verb->add_flag("--archived", options->archived, "The archived ones too");

  CLI::App* const show_verb =
      addAction(*runs, "show", "What a run is and how it ended", options, exit_code, show);
  show_verb->add_option("id", options->id, kId)->required()->check(notEmpty());
  show_verb->add_flag("--json", options->json, "One JSON object on standard output");

  addLabelVerb(*runs, exit_code);

  constexpr const char* kIds = "Ids of the runs, their beginnings, or their last parts";
  addAction(*runs, "delete", "Move runs to the trash", options, exit_code, remove)
      ->add_option("id", options->ids, kIds)
      ->required()
      ->check(notEmpty());
  addAction(*runs, "restore", "Bring deleted runs back", options, exit_code, restore)
      ->add_option("id", options->ids, kIds)
      ->required()
      ->check(notEmpty());
}

}  // namespace w2s::app
