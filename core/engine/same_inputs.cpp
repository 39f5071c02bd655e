#include "core/engine/same_inputs.h"

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/ranges.h>

#include "core/data/registry.h"

namespace w2s::engine {

namespace {

// Weak labels of another program are no part of the data set's fingerprint.
Status checkSameWeakLabels(const store::Manifest& recorded, data::Dataset& dataset) {
  if (recorded.weak_labels_hash.empty()) {
    return {};
  }
  const std::string& name = recorded.config.weak.front().labels;
  W2S_TRY(const std::string here, dataset.weakLabelsHash(name));
  if (here == recorded.weak_labels_hash) {
    return {};
  }
  return fail(
      ErrorCode::InvalidArgument,
      sentence("The run {} was made with other weak labels {} (hash {}) than {} names now "
               "(hash {}). Put back the file of weak labels that it had then.",
               recorded.id, name, recorded.weak_labels_hash, recorded.config.task.dataset, here));
}

}  // namespace

Status checkSameData(const store::Manifest& recorded, const SharedParts& shared) {
  const std::string& name = recorded.config.task.dataset;
  W2S_TRY(const auto data, shared.open_data(name));
  W2S_TRY(const std::string here, data->fingerprint());
  const std::string& then = recorded.data_fingerprint;
  if (then.empty() || then == here) {
    return checkSameWeakLabels(recorded, *data);
  }
  if (data->folder().empty()) {
    return fail(ErrorCode::InvalidArgument,
                sentence("The run {} was made with other data: an earlier or later version of W2S "
                         "Lab drew other points (fingerprint {}, here {}).",
                         recorded.id, then, here));
  }
  if (data::isCardPath(name)) {
    return fail(ErrorCode::InvalidArgument,
                sentence("The run {} was made with other data (fingerprint {}) than {} names now "
                         "(fingerprint {}). Put back the card and the files that it had then.",
                         recorded.id, then, name, here));
  }
  return fail(
      ErrorCode::InvalidArgument,
      sentence("The run {} was made with other data (fingerprint {}, then in {}) than those "
               "in {} (fingerprint {}). Name the folder that holds its data with --data.",
               recorded.id, then, recorded.data_folder, data->folder().string(), here));
}

Status checkSameInputs(const store::Manifest& recorded, const store::Manifest& now) {
  for (const auto& [stage, fingerprint] : recorded.stages) {
    if (std::ranges::find(now.stages, stage, &store::StageFingerprint::stage) == now.stages.end()) {
      return fail(ErrorCode::InvalidArgument,
                  sentence("The run {} cannot be repeated: it has a stage {} that this version of "
                           "W2S Lab does not have.",
                           recorded.id, stage));
    }
  }
  std::vector<std::string> other;
  for (const auto& [split, hash] : recorded.split_hashes) {
    if (const auto here = now.split_hashes.find(split);
        here == now.split_hashes.end() || here->second != hash) {
      other.push_back(split);
    }
  }
  if (!other.empty()) {
    return fail(ErrorCode::InvalidArgument,
                sentence("The run {} cannot be repeated: the rows of its splits ({}) are not those "
                         "that this version of W2S Lab or these settings draw from the data here.",
                         recorded.id, fmt::join(other, ", ")));
  }
  return {};
}

}  // namespace w2s::engine
