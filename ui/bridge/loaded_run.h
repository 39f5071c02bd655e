// A recorded run, read whole for the window: what is drawn of it and what it takes to go on with
// it, repeat it or compare it. A value; made on a worker thread and handed over as a pointer to
// const.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/base/sentence.h"
#include "core/config/experiment_config.h"
#include "core/record/live_parameters.h"
#include "core/store/recorded_run.h"
#include "ui/bridge/run_series.h"

namespace w2s::ui {

struct LoadedRun {
  std::string id;
  store::RunState state = store::RunState::Interrupted;
  config::ExperimentConfig config;  // with which it started
  // Keys of the settings that a later version recorded and this one does not know.
  std::vector<std::string> unknown_settings;
  // What of its record is damaged or missing (store::RecordedRun::unsound).
  std::vector<Sentence> unsound;
  std::int64_t seed = 0;
  std::string data;  // fingerprint of its data set's files; empty in runs of earlier versions
  RunSeries series;
  // Its log in order, voided history included: what is played (run_recording.h).
  std::shared_ptr<const std::vector<record::Event>> events;
  std::vector<record::Intervention> interventions;  // in force, in order of step
  double seconds = 0.0;       // how long it was worked on (core/store/recorded_run.h)
  double load_seconds = 0.0;  // how long reading took
};

// The series as a window that had followed the run would hold them: the same events through the
// same RunSeries::apply, with each stage's rows where its last start or rewind left them.
[[nodiscard]] RunSeries seriesOf(const store::RecordedRun& run);

// Reads a run's folder. Errors as store::loadRun.
[[nodiscard]] Result<std::shared_ptr<const LoadedRun>> loadForWindow(
    const std::filesystem::path& folder);

// The settings in force at the run's end: its configuration with its interventions.
[[nodiscard]] config::ExperimentConfig configAtEnd(const LoadedRun& run);

}  // namespace w2s::ui
