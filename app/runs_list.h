// What `w2s runs list` prints, and what is said of a run's labels.
#pragma once

#include <filesystem>

#include <nlohmann/json.hpp>

#include "core/base/result.h"
#include "core/store/run_labels.h"
#include "core/store/run_list.h"

namespace w2s::app {

// Labels are for people: damaged ones must not hide a run, but are worth a word.
[[nodiscard]] store::RunLabels labelsOf(const std::filesystem::path& run);
void addLabels(nlohmann::ordered_json& json, const store::RunLabels& labels);

struct ListCall {
  std::filesystem::path workspace;
  store::RunPlace place = store::RunPlace::Runs;
  bool archived = false;  // those too
  bool json = false;
};

// Each run called by what tells it from the others. Says how many are left out.
[[nodiscard]] Status listRuns(const ListCall& call);

}  // namespace w2s::app
