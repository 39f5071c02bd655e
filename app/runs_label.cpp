#include "app/runs_label.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "app/command.h"
#include "app/options.h"
#include "app/output.h"
#include "core/store/change_labels.h"
#include "core/store/run_list.h"
#include "core/store/workspace.h"

namespace w2s::app {
namespace {

struct LabelCall {
  std::string workspace;
  std::vector<std::string> ids;
  std::string text_of_name;
  std::string text_of_note;
  bool star = false;
  bool archive = false;
  std::optional<std::string> name;
  std::optional<std::string> note;
  std::vector<std::string> tags;
  std::vector<std::string> no_tags;
  std::optional<bool> starred;
  std::optional<bool> archived;

  [[nodiscard]] std::filesystem::path folder() const {
    return workspace.empty() ? store::defaultWorkspace() : std::filesystem::path(workspace);
  }
  [[nodiscard]] bool asksNothing() const {
    return !name && !note && tags.empty() && no_tags.empty() && !starred && !archived;
  }
};

void apply(const LabelCall& call, store::RunLabels& labels) {
  labels.name = call.name.value_or(labels.name);
  labels.note = call.note.value_or(labels.note);
  labels.starred = call.starred.value_or(labels.starred);
  labels.archived = call.archived.value_or(labels.archived);
  labels.tags.insert(labels.tags.end(), call.tags.begin(), call.tags.end());
  labels.tags = store::withoutTags(store::normalisedTags(std::move(labels.tags)), call.no_tags);
}

// All runs are found before the first is changed.
Status label(const LabelCall& call) {
  if (call.asksNothing()) {
    return fail(ErrorCode::InvalidArgument,
                "Nothing is said of these runs. `w2s runs label --help` shows what can be.");
  }
  std::vector<std::filesystem::path> runs;
  for (const std::string& text : call.ids) {
    W2S_TRY(const std::string id, store::findRun(call.folder(), text));
    const auto run = store::runsFolder(call.folder()) / id;
    if (std::ranges::find(runs, run) == runs.end()) {
      runs.push_back(run);
    }
  }
  std::int64_t changed = 0;
  Status first_failure;  // the other runs are tried
  for (const auto& run : runs) {
    bool is_changed = false;
    const Status done = store::changeLabels(run, [&](store::RunLabels& labels) {
      const store::RunLabels before = labels;
      apply(call, labels);
      is_changed = labels != before;
    });
    changed += done && is_changed ? 1 : 0;
    if (!done && first_failure) {
      first_failure = done;
    }
  }
  if (first_failure || changed > 0) {
    put("Runs changed: {} of {}.\n", changed, runs.size());
  }
  return first_failure;
}

}  // namespace

void addLabelVerb(CLI::App& runs, int& exit_code) {
  const auto call = std::make_shared<LabelCall>();
  CLI::App* const verb = runs.add_subcommand(
      "label", "Name, note, tags, star and archive of runs, kept in their folders");
  verb->add_option("id", call->ids, "Ids of the runs, their beginnings, or their last parts")
      ->required()
      ->check(notEmpty());
  verb->add_option("--workspace", call->workspace,
                   "Folder that holds runs and cache (default: W2S_WORKSPACE, or the data folder)")
      ->check(notEmpty());
  // An empty text is one too.
  CLI::Option* const name = verb->add_option(
      "--name", call->text_of_name, "What the runs are called; empty: as they were started");
  CLI::Option* const note = verb->add_option("--note", call->text_of_note, "A note; empty: none");
  verb->add_option("--tag", call->tags, "A tag that they get; may be given several times")
      ->allow_extra_args(false)
      ->check(notEmpty());
  verb->add_option("--untag", call->no_tags, "A tag that they lose; may be given several times")
      ->allow_extra_args(false)
      ->check(notEmpty());
  CLI::Option* const star =
      verb->add_flag("--star,!--unstar", call->star, "Give or take their star");
  CLI::Option* const archive = verb->add_flag("--archive,!--unarchive", call->archive,
                                              "Leave them out of lists, or list them again");
  verb->callback([call, name, note, star, archive, &exit_code] {
    if (name->count() > 0) {
      call->name = call->text_of_name;
    }
    if (note->count() > 0) {
      call->note = call->text_of_note;
    }
    if (star->count() > 0) {
      call->starred = call->star;
    }
    if (archive->count() > 0) {
      call->archived = call->archive;
    }
    if (const Status done = label(*call); !done) {
      exit_code = report(done.error());
    }
  });
}

}  // namespace w2s::app
