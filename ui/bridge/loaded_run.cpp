#include "ui/bridge/loaded_run.h"

#include <chrono>
#include <map>
#include <utility>

#include "core/store/event_log.h"

namespace w2s::ui {
namespace {

using record::Event;
using record::StageId;

// For each stage the event after which its recorded rows stand: earlier rows were voided.
std::map<StageId, std::size_t> placesOfRows(const std::vector<Event>& events) {
  std::map<StageId, std::size_t> places;
  for (std::size_t i = 0; i < events.size(); ++i) {
    const bool voids = std::holds_alternative<record::StageStarted>(events[i]) ||
                       std::holds_alternative<record::Rewound>(events[i]);
    if (const auto stage = store::stageOf(events[i]); voids && stage) {
      places[*stage] = i;
    }
  }
  return places;
}

}  // namespace

RunSeries seriesOf(const store::RecordedRun& run) {
  RunSeries series(run.manifest.id);
  series.name = run.manifest.name;
  series.seed = run.manifest.seed;
  series.device = run.manifest.device;
  series.steps_per_epoch = stepsPerEpochOf(run.manifest.config);
  series.chance = chanceOf(run.manifest.config);
  const auto places = placesOfRows(run.events);
  for (std::size_t i = 0; i < run.events.size(); ++i) {
    series.apply(run.events[i]);
    for (const auto& [stage, recorded] : run.stages) {
      const auto place = places.find(stage);
      if (place != places.end() && place->second == i && !recorded.series.empty()) {
        series.apply(record::StepsMeasured{.stage = stage, .rows = recorded.series});
      }
    }
  }
  // The process ended first.
  series.stopped = series.stopped || run.state == store::RunState::Interrupted;
  return series;
}

Result<std::shared_ptr<const LoadedRun>> loadForWindow(const std::filesystem::path& folder) {
  const auto begin = std::chrono::steady_clock::now();
  W2S_TRY(store::RecordedRun recorded, store::loadRun(folder));
  auto loaded = std::make_shared<LoadedRun>();
  loaded->id = recorded.manifest.id;
  loaded->state = recorded.state;
  loaded->series = seriesOf(recorded);
  loaded->events = std::make_shared<const std::vector<Event>>(std::move(recorded.events));
  loaded->config = std::move(recorded.manifest.config);
  loaded->unknown_settings = std::move(recorded.manifest.unknown_settings);
  loaded->unsound = std::move(recorded.unsound);
  loaded->seed = recorded.manifest.seed;
  loaded->data = recorded.manifest.data_fingerprint;
  loaded->interventions = std::move(recorded.interventions);
  loaded->seconds = recorded.seconds;
  loaded->load_seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  return loaded;
}

config::ExperimentConfig configAtEnd(const LoadedRun& run) {
  return record::configAfter(run.config, run.interventions);
}

}  // namespace w2s::ui
