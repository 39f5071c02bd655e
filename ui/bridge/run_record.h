// A run as a line of the table: of the window's own run, or of a folder of the workspace.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include <QString>

#include "core/store/run_overview.h"
#include "core/study/run_settings.h"
#include "ui/bridge/run_readings.h"
#include "ui/bridge/run_state.h"

namespace w2s::ui {

struct RunRecord {
  QString id;
  QString name;    // as it was started; labels.name goes before it
  QString method;  // "Forward KL, Prior-matched threshold 0.50, T 2"
  std::int64_t seed = 0;
  // What it started with; null: unknown. Equal ones are mostly one object.
  std::shared_ptr<const study::RunSettings> settings;
  std::int64_t live_changes = 0;  // in force
  std::string data = {};          // fingerprint of its data set's files; empty: not known
  QString experiment;             // its id; empty: of an earlier version, or the window's own run
  Readings readings;
  std::shared_ptr<const record::RunSummary> summary;  // of a finished one, else null
  RunState state = RunState::Idle;                    // of the window's own run
  std::optional<store::RunState> stored;  // of a run read from its folder; empty: the window's own
  QString problem;                        // not empty: the folder is damaged, and why
  std::int64_t done = 0;                  // the student's steps
  std::int64_t steps = 0;                 // planned; 0 = unknown
  std::int64_t resumes_at = 0;            // of an unfinished one: the step it would go on from
  double seconds = 0.0;                   // 0 = unknown
  QString created;                        // ISO 8601, UTC
  store::RunLabels labels;
  int color = 0;      // a look of the charts (charts::overlayInk, overlayDash)
  int own_color = 0;  // that of its experiment, where nobody has chosen another

  [[nodiscard]] QString title() const;  // what people call it
  [[nodiscard]] double shareDone() const;
  [[nodiscard]] bool isInterrupted() const {
    return problem.isEmpty() && stored == store::RunState::Interrupted;
  }
  // Stopped by hand before its last step.
  [[nodiscard]] bool isCutShort() const {
    return problem.isEmpty() && stored == store::RunState::Stopped && done < steps;
  }
};

// Whether a table shows both alike.
[[nodiscard]] bool isSame(const RunRecord& a, const RunRecord& b);

[[nodiscard]] QString methodText(const config::ExperimentConfig& config);
// ", 1 live change"; empty for none
[[nodiscard]] QString liveChangesText(std::int64_t count);

[[nodiscard]] RunRecord recordOf(const store::RunOverview& overview, study::SettingsPool& pool);

}  // namespace w2s::ui
