// What a table of runs shows of a run beyond its listing: labels, configuration, and how far an
// unfinished one got. Reads no series, so that thousands of runs list in seconds.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/config/experiment_config.h"
#include "core/record/event.h"
#include "core/store/run_labels.h"
#include "core/store/run_list.h"

namespace w2s::store {

struct RunOverview {
  RunListing listing;  // with `problem`, the rest is blank
  RunLabels labels;    // empty where labels.json is damaged
  // Without its seeds: which one it is says `listing`. Never null; runs that one RunIndex has read
  // share equal ones.
  std::shared_ptr<const config::ExperimentConfig> config;
  std::string study;       // whose run it is; empty: of none
  std::string data;        // fingerprint of its data set's files; empty in runs of earlier versions
  std::string experiment;  // its id, which runs that differ in their seed alone share (manifest.h)
  std::int64_t live_changes = 0;  // interventions in force
  // The whole log of a run without a summary; of one with live changes what tells of them
  // (Keep::Changes, core/store/event_log.h); else empty.
  std::vector<record::Event> events;
  std::int64_t student_steps_done = 0;  // of a run without a summary: rows in its series
  // Of the same: the step that its student would go on from, which is that of its checkpoint; the
  // steps after it are taken again. 0: from the beginning.
  std::int64_t student_resumes_at = 0;

  RunOverview();
};

// Reads the folder. Of many: core/store/run_index.h.
[[nodiscard]] RunOverview overviewOf(const std::filesystem::path& folder);

}  // namespace w2s::store
