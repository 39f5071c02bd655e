#include "app/runs_list.h"

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/number_text.h"
#include "app/output.h"
#include "core/base/plain_text.h"
#include "core/store/metrics_json.h"
#include "core/store/run_index.h"
#include "core/study/run_names.h"

namespace w2s::app {

using Json = nlohmann::ordered_json;
using record::RunSummary;

store::RunLabels labelsOf(const std::filesystem::path& run) {
  auto labels = store::readLabels(run);
  if (!labels) {
    say("w2s: {}\n", labels.error().message);
    return {};
  }
  return std::move(*labels);
}

void addLabels(Json& json, const store::RunLabels& labels) {
  if (!labels.name.empty()) {
    json["name"] = labels.name;
  }
  json["note"] = labels.note;
  json["pinned"] = labels.pinned;
  json["tags"] = labels.tags;
  json["starred"] = labels.starred;
  json["archived"] = labels.archived;
}

namespace {

// The first line of the note in brackets after the name, tags and star behind it.
std::string labelsText(const store::RunLabels& labels) {
  std::string text;
  if (!labels.note.empty()) {
    text += fmt::format("  ({})", escapedText(labels.note.substr(0, labels.note.find('\n'))));
  }
  if (!labels.tags.empty()) {
    text += fmt::format("  [{}]", escapedText(fmt::format("{}", fmt::join(labels.tags, ", "))));
  }
  return text + (labels.starred ? "  *" : "") + (labels.archived ? "  archived" : "");
}

// A run among those that are listed: what it is called, and in which settings they differ.
struct Listed {
  store::RunListing listing;
  store::RunLabels labels;
  std::shared_ptr<const study::RunSettings> settings;
  std::int64_t live_changes = 0;
  std::string called;
};

// Newest first.
Result<std::vector<Listed>> listedIn(const std::filesystem::path& workspace,
                                     store::RunPlace place) {
  W2S_TRY(auto overviews, store::overviewsIn(workspace, place));
  study::SettingsPool pool;
  std::vector<Listed> runs;
  runs.reserve(overviews.size());
  for (store::RunOverview& run : overviews) {
    // Damaged labels are said.
    store::RunLabels labels = labelsOf(run.listing.folder);
    Listed listed{.listing = std::move(run.listing), .labels = std::move(labels)};
    if (listed.listing.problem.empty()) {
      listed.settings = pool.of(run.config);
      listed.live_changes = run.live_changes;
    }
    runs.push_back(std::move(listed));
  }
  return runs;
}

// Names them; what they differ in.
std::vector<study::Setting> nameThem(std::vector<Listed>& runs) {
  std::vector<study::NamedRun> named;
  for (const Listed& run : runs) {
    const std::string& given = run.labels.name;
    named.push_back({.title = given.empty() ? run.listing.name : given,
                     .id = run.listing.id,
                     .settings = run.settings.get(),
                     .seed = run.listing.seed,
                     .live_changes = run.live_changes});
  }
  const study::RunNames names(named);
  for (std::size_t i = 0; i < runs.size(); ++i) {
    runs[i].called = names.of(i, named[i]);
  }
  return names.settings();
}

Json settingsJson(const Listed& run, const std::vector<study::Setting>& settings) {
  Json json = Json::object();
  for (const study::Setting& setting : settings) {
    const std::string* value = run.settings ? run.settings->find(setting.key) : nullptr;
    json[setting.key] = value != nullptr ? Json(*value) : Json(nullptr);
  }
  return json;
}

Json listingJson(const Listed& listed, const std::vector<study::Setting>& settings) {
  const store::RunListing& run = listed.listing;
  Json json{{"id", run.id},
            {"name", run.name},
            {"seed", run.seed},
            {"state", run.problem.empty() ? std::string(nameOf(run.state)) : "damaged"},
            {"created", run.created}};
  addLabels(json, listed.labels);
  json["called"] = listed.called;
  json["settings"] = settingsJson(listed, settings);
  if (!run.problem.empty()) {
    json["problem"] = run.problem;
  }
  json["seconds"] = run.seconds > 0.0 ? Json(run.seconds) : Json(nullptr);
  if (run.summary) {
    json["weak"] = store::jsonNumber(run.summary->weak.accuracy);
    json["student"] = store::jsonNumber(run.summary->student.accuracy);
    json["ceiling"] = store::jsonNumber(run.summary->ceiling.accuracy);
    json["pgr"] = store::optionalNumber(run.summary->pgr.signed_value);
    json["pgr_status"] = metrics::nameOf(run.summary->pgr.status);
    if (const auto& common = run.summary->common) {
      json["common_ceiling"] = store::jsonNumber(common->ceiling.accuracy);
      json["pgr_common"] = store::optionalNumber(common->pgr.signed_value);
      json["pgr_common_status"] = metrics::nameOf(common->pgr.status);
    }
  }
  return json;
}

void printListing(const Listed& listed) {
  const store::RunListing& run = listed.listing;
  if (!run.problem.empty()) {
    put("{:<44} damaged      {}\n", run.id, escapedText(run.problem));
    return;
  }
  const RunSummary numbers = run.summary.value_or(RunSummary{});
  put("{:<44} {:<12} {:>7} {:>10} {:>10} {:>7}  {}{}\n", run.id, nameOf(run.state),
      percentText(numbers.weak.accuracy), percentText(numbers.student.accuracy),
      percentText(numbers.ceiling.accuracy), run.summary ? pgrValueText(numbers.pgr) : "-",
      escapedText(listed.called), labelsText(listed.labels));
}

}  // namespace

Status listRuns(const ListCall& call) {
  W2S_TRY(auto runs, listedIn(call.workspace, call.place));
  const std::size_t left_out =
      call.archived ? 0
                    : std::erase_if(runs, [](const Listed& run) { return run.labels.archived; });
  const std::vector<study::Setting> settings = nameThem(runs);
  if (call.json) {
    Json list{{"runs", Json::array()}, {"archived_left_out", left_out}};
    for (const auto& run : runs) {
      list["runs"].push_back(listingJson(run, settings));
    }
    putJson(list);
    return {};
  }
  if (runs.empty() && left_out == 0) {
    put("No runs in {}.\n", call.workspace.string());
    return {};
  }
  put("{:<44} {:<12} {:>7} {:>10} {:>10} {:>7}  {}\n", "run", "state", "weak %", "student %",
      "ceiling %", "PGR", "name (note)");
  std::map<metrics::PgrStatus, int> guarded;
  for (const Listed& listed : runs) {
    printListing(listed);
    const store::RunListing& run = listed.listing;
    if (run.problem.empty() && run.summary && !metrics::isMeaningful(run.summary->pgr)) {
      ++guarded[run.summary->pgr.status];
    }
  }
  for (const auto& [status, count] : guarded) {
    put("No PGR in {} of these runs: {}\n", count, metrics::explain(status));
  }
  if (left_out > 0) {
    put("Archived, not listed: {}. `w2s runs list --archived` lists them too.\n", left_out);
  }
  return {};
}

}  // namespace w2s::app
