// manifest.json: what a run is, written once before its first step. Together with the program's
// version it is all that is needed to repeat the run.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/config/experiment_config.h"
#include "core/record/live_parameters.h"
#include "core/record/series.h"
#include "core/record/stage.h"

namespace w2s::store {

// What computed the numbers: equal seeds give equal bits on equal builds and processors only.
struct Versions {
  std::string program;   // "0.1.0"
  std::string libtorch;  // "2.13.0"
  std::string compiler;  // "GCC 12.2.0"
  std::string cpu;       // model name as the system reports it; empty when unknown
  std::string
      git;  // commit of the program's source, 12 hex digits; empty when built outside a clone
  friend bool operator==(const Versions&, const Versions&) = default;
};

// Those of this process and machine.
[[nodiscard]] Versions currentVersions();

struct StageFingerprint {
  record::StageId stage = record::stage::kStudent;
  std::string fingerprint;
  friend bool operator==(const StageFingerprint&, const StageFingerprint&) = default;
};

struct Manifest {
  static constexpr std::int64_t kSchema = 1;

  std::string id;    // folder name; empty: RunWriter::create chooses one
  std::string name;  // for people; any UTF-8
  std::string
      created;  // ISO 8601 in UTC, "2026-11-23T14:30:12Z"; empty: RunWriter::create fills it in
  std::string extends;  // id of the run this one began as a copy of; usually empty
  // Of a fork: id of the run that it branched off from, and after how many steps of its student; empty
  // and 0 of other runs.
  std::string forked_from;
  std::int64_t forked_at = 0;
  // Runs of one configuration on the same data, whatever their seeds, have one experiment id
  // (experimentIdOf); empty in runs of earlier versions.
  std::string experiment;
  std::string study;  // name of the study that the experiment is a part of; empty: of none
  std::int64_t seed = 0;
  std::string device;        // resolved: "cpu", "cuda:0"
  std::int64_t threads = 0;  // intra-op threads a stage
  config::ExperimentConfig config;
  std::map<std::string, std::string>
      split_hashes;              // "weak", "transfer", "validation", "test" -> hash of the row ids
  std::string data_fingerprint;  // of the data set's files; empty in runs of earlier versions
  std::string data_folder;       // where they lay; empty: the program makes the data itself
  std::string weak_labels_hash;  // of those that another program made; empty: a model made them, or
                                 // an earlier version recorded the run
  std::vector<StageFingerprint> stages;  // in the order of the plan
  // The columns of each stage that measures steps, as planned; the header of a series file has the
  // columns that there are. Empty in runs of earlier versions.
  std::map<record::StageId, record::SeriesSchema> series;
  Versions versions;
  // Interventions that the run is to make by itself, known before its first step: those of the run
  // it repeats, the new number of steps of one that it extends, or the settings of a fork. In order of
  // step.
  std::vector<record::Intervention> planned_interventions;
  bool is_replay = false;  // repeats another run whole: takes no live changes

  // What a later version recorded and this one does not know.
  std::map<std::string, std::string> unknown_keys;  // of the manifest, with their JSON: kept
  std::vector<std::string> unknown_settings;        // keys of the configuration (config/json.h)
  std::string whole_config;  // with unknown settings: the configuration's JSON as it was recorded

  friend bool operator==(const Manifest&, const Manifest&) = default;
};

[[nodiscard]] std::string manifestToJson(const Manifest& manifest);
// Errors name `file` and the key; a higher schema says that a later program wrote it.
[[nodiscard]] Result<Manifest> manifestFromJson(std::string_view text,
                                                const std::filesystem::path& file);

// Whether this version can repeat the run or go on with it. It cannot where the run was recorded
// with settings that it does not know: InvalidArgument, which names them.
[[nodiscard]] Status checkRepeatable(const Manifest& manifest);

// "fashion-demo-1f0c9a6e5b3d": the name as in makeRunId, and a hash of every setting that can change
// a result, seeds apart, of the data, and of weak labels that another program made.
[[nodiscard]] std::string experimentIdOf(const config::ExperimentConfig& config,
                                         std::string_view data_fingerprint,
                                         std::string_view weak_labels_hash = {});

// "2026-11-23T14:30:12Z"
[[nodiscard]] std::string isoTime(std::chrono::system_clock::time_point time);

// Sortable by age, readable, safe as a folder name: "20261123-143012-fashion-demo-s0-ab12". The
// time is UTC; letters of `name` beyond a-z and 0-9 become hyphens, at most 40 are kept; the last
// part is the low 16 bits of `random`.
[[nodiscard]] std::string makeRunId(std::string_view name, std::int64_t seed,
                                    std::chrono::system_clock::time_point now,
                                    std::uint32_t random);

}  // namespace w2s::store
