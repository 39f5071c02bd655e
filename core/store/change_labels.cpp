#include "core/store/change_labels.h"

#include <algorithm>
#include <iterator>

#include "core/store/record_lock.h"
#include "core/store/run_files.h"

namespace w2s::store {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> without(const std::vector<std::string>& tags,
                                 const std::vector<std::string>& others) {
  std::vector<std::string> left;
  std::ranges::copy_if(tags, std::back_inserter(left), [&](const std::string& tag) {
    return std::ranges::find(others, tag) == others.end();
  });
  return left;
}

}  // namespace

Status changeLabels(const fs::path& run_folder, const std::function<void(RunLabels&)>& change) {
  RecordLock lock;
  // Of all files of a run the one that it always has and that labels never change.
  W2S_CHECK(lock.take(run_folder / kManifestFile));
  W2S_TRY(const RunLabels before, readLabels(run_folder));
  RunLabels labels = before;
  change(labels);
  return labels == before ? Status{} : writeLabels(run_folder, labels);
}

void applyDifference(const RunLabels& shown, const RunLabels& wanted, RunLabels& labels) {
  const auto take = [&](auto RunLabels::*value) {
    if (wanted.*value != shown.*value) {
      labels.*value = wanted.*value;
    }
  };
  take(&RunLabels::name);
  take(&RunLabels::note);
  take(&RunLabels::color);
  take(&RunLabels::pinned);
  take(&RunLabels::kept_as_is);
  take(&RunLabels::starred);
  take(&RunLabels::archived);
  std::vector<std::string> tags = withoutTags(labels.tags, without(shown.tags, wanted.tags));
  std::ranges::copy(without(wanted.tags, shown.tags), std::back_inserter(tags));
  labels.tags = normalisedTags(std::move(tags));
}

}  // namespace w2s::store
