#include "core/store/run_overview.h"

#include <algorithm>
#include <charconv>
#include <system_error>
#include <utility>

#include "core/base/file_io.h"
#include "core/store/checkpoint_step.h"
#include "core/store/event_log.h"
#include "core/store/last_line.h"
#include "core/store/line_reader.h"
#include "core/store/run_files.h"
#include "core/store/run_folder.h"

namespace w2s::store {
namespace {

namespace fs = std::filesystem;
using namespace record;

// The step in the first cell of the last row; the header and everything else that is no number
// count as no row.
std::int64_t lastStepOf(const fs::path& series_file) {
  std::int64_t step = 0;
  if (const auto line = lastLine(series_file)) {
    std::from_chars(line->data(), line->data() + line->size(), step);
  }
  return step;
}

std::string fingerprintOf(const Manifest& manifest, const StageId& stage) {
  const auto found = std::ranges::find(manifest.stages, stage, &StageFingerprint::stage);
  return found == manifest.stages.end() ? std::string() : found->fingerprint;
}

std::int64_t countInForce(const std::vector<Event>& events) {
  const auto voided = voidedEvents(events);
  std::int64_t count = 0;
  for (std::size_t i = 0; i < events.size(); ++i) {
    count += !voided[i] && std::holds_alternative<Intervened>(events[i]) ? 1 : 0;
  }
  return count;
}

// Whether a line of the log may be of a live change.
Result<bool> tellsOfChange(const fs::path& log) {
  W2S_TRY(LineReader lines, LineReader::open(log));
  while (true) {
    W2S_TRY(const auto line, lines.next());
    if (!line || line->find(R"("intervened")") != std::string_view::npos) {
      return line.has_value();
    }
  }
}

Status fillIn(RunOverview& overview) {
  const fs::path& folder = overview.listing.folder;
  W2S_TRY(const Manifest manifest, readManifest(folder));
  auto config = std::make_shared<config::ExperimentConfig>(manifest.config);
  config->seeds = config::ExperimentConfig().seeds;
  overview.config = std::move(config);
  overview.data = manifest.data_fingerprint;
  overview.experiment = manifest.experiment;
  overview.study = manifest.study;
  const fs::path log_file = folder / kEventsFile;
  const bool finished = overview.listing.summary.has_value();
  // Most finished runs had no live change: their logs need no parsing.
  W2S_TRY(const bool is_read, finished ? tellsOfChange(log_file) : Result<bool>(true));
  if (is_read) {
    W2S_TRY(EventLog log, readEventLog(log_file, finished ? Keep::Changes : Keep::Events));
    overview.live_changes = countInForce(log.events);
    if (!finished || overview.live_changes > 0) {
      overview.events = std::move(log.events);
    }
    if (!finished) {
      overview.listing.seconds = log.worked_seconds;
      overview.student_steps_done = lastStepOf(seriesFile(folder, stage::kStudent));
      for (const fs::path& file : {checkpointFile(folder, stage::kStudent),
                                   previousCheckpointFile(folder, stage::kStudent)}) {
        if (overview.student_resumes_at == 0) {
          overview.student_resumes_at = checkpointStep(
              file, fingerprintOf(manifest, stage::kStudent), overview.student_steps_done);
        }
      }
    }
  }
  return {};
}

}  // namespace

RunOverview::RunOverview() {
  static const auto kDefault = std::make_shared<const config::ExperimentConfig>();
  config = kDefault;
}

RunOverview overviewOf(const fs::path& folder) {
  RunOverview overview;
  overview.listing = listingOf(folder);
  if (const auto labels = readLabels(folder)) {
    overview.labels = *labels;
  }
  if (!overview.listing.problem.empty()) {
    return overview;
  }
  if (const Status filled = fillIn(overview); !filled) {
    overview.listing.problem = filled.error().message;
    overview.listing.said_problem = saidBy(filled.error());
  }
  return overview;
}

}  // namespace w2s::store
