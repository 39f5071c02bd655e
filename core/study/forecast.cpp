#include "core/study/forecast.h"

#include <algorithm>
#include <set>
#include <string>
#include <system_error>
#include <utility>
#include <variant>

#include "core/record/event.h"
#include "core/store/event_log.h"
#include "core/store/run_files.h"
#include "core/store/run_index.h"

namespace w2s::study {
namespace {

namespace fs = std::filesystem;

double bytesUnder(const fs::path& folder) {
  double bytes = 0.0;
  std::error_code error;
  for (fs::recursive_directory_iterator entry(folder, error); !error && entry != fs::end(entry);
       entry.increment(error)) {
    std::error_code ignored;
    if (entry->is_regular_file(ignored)) {
      const auto size = entry->file_size(ignored);
      bytes += ignored ? 0.0 : static_cast<double>(size);
    }
  }
  return bytes;
}

double medianOf(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

bool isLike(const config::ExperimentConfig& run, const config::ExperimentConfig& like) {
  return run.task.dataset == like.task.dataset && run.strong == like.strong;
}

struct Times {
  std::vector<double> seconds;
  std::vector<double> seconds_per_step;
};

// What the stages of a log took that did not come from the cache.
void readTimes(const std::vector<record::Event>& events, std::map<record::StageId, Times>& times) {
  std::map<record::StageId, std::int64_t> steps;
  for (const record::Event& event : events) {
    if (const auto* start = std::get_if<record::StageStarted>(&event)) {
      steps[start->stage] = start->steps;
    } else if (const auto* end = std::get_if<record::StageFinished>(&event);
               end != nullptr && !end->from_cache && end->seconds >= 0.0) {
      Times& of = times[end->stage];
      of.seconds.push_back(end->seconds);
      of.seconds_per_step.push_back(
          end->seconds / static_cast<double>(std::max<std::int64_t>(steps[end->stage], 1)));
    }
  }
}

}  // namespace

Result<Experience> experienceOf(const fs::path& workspace, const config::ExperimentConfig& like,
                                std::size_t most) {
  W2S_TRY(const std::vector<store::RunOverview> runs, store::overviewsIn(workspace));
  std::map<record::StageId, Times> times;
  double bytes = 0.0;
  std::size_t seen = 0;
  for (const store::RunOverview& run : runs) {  // newest first
    if (seen == most) {
      break;
    }
    if (!run.listing.problem.empty() || !run.listing.summary || !isLike(*run.config, like)) {
      continue;
    }
    const auto log = store::readEventLog(run.listing.folder / store::kEventsFile);
    if (!log) {
      continue;
    }
    readTimes(log->events, times);
    bytes += bytesUnder(run.listing.folder);
    ++seen;
  }
  Experience experience;
  for (auto& [stage, of] : times) {
    experience.stages[stage] = {.seconds = medianOf(std::move(of.seconds)),
                                .seconds_per_step = medianOf(std::move(of.seconds_per_step))};
  }
  if (seen > 0) {
    experience.run_bytes = bytes / static_cast<double>(seen);
  }
  return experience;
}

Forecast forecastOf(std::span<const ForecastRun> runs) {
  Forecast forecast{.runs = static_cast<std::int64_t>(runs.size()), .seconds = 0.0, .bytes = 0.0};
  std::set<std::string> to_make;
  for (const ForecastRun& run : runs) {
    forecast.bytes += run.experience->run_bytes;
    for (const record::PlannedStage& stage : run.stages) {
      ++forecast.stages;
      if (stage.cached) {
        ++forecast.cached;
      } else if (to_make.insert(stage.fingerprint).second) {
        const auto known = run.experience->stages.find(stage.id);
        if (known == run.experience->stages.end()) {
          ++forecast.unknown;
        } else {
          forecast.seconds +=
              stage.steps > 0 ? known->second.seconds_per_step * static_cast<double>(stage.steps)
                              : known->second.seconds;
        }
      }
    }
  }
  forecast.to_make = static_cast<std::int64_t>(to_make.size());
  if (forecast.unknown > 0 && forecast.unknown == forecast.to_make) {
    forecast.seconds = metrics::kUndefined;
  }
  return forecast;
}

}  // namespace w2s::study
