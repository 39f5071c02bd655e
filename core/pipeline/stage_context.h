// All that a stage function sees: its inputs, the run's configuration, data and seed, the controls,
// and where it reports. No other stage, and nothing of its own place in the plan. Engine-internal.
// Thread: that of the stage.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/pipeline/artifact.h"
#include "core/pipeline/run_context.h"

namespace w2s::pipeline {

class StageContext {
 public:
  StageContext(RunContext& run, const record::PlannedStage& planned)
      : run_(run), planned_(planned) {}

  [[nodiscard]] const RunSetup& setup() const {
    return run_.setup;
  }
  [[nodiscard]] const config::ExperimentConfig& config() const {
    return run_.setup.config;
  }
  [[nodiscard]] const record::PlannedStage& planned() const {
    return planned_;
  }
  [[nodiscard]] const record::StageId& id() const {
    return planned_.id;
  }
  [[nodiscard]] Seed seedOf(std::string_view purpose) const {
    return run_.setup.seedOf(purpose);
  }
  [[nodiscard]] std::int64_t classes() const {
    return run_.classes();
  }
  [[nodiscard]] RunContext& run() {
    return run_;
  }

  // What stands at the port: there by construction, since the stage starts after the one that gives
  // it.
  template <class A>
  [[nodiscard]] const A& input(std::string_view port) const {
    return std::get<A>(run_.output(sourceOf(port)));
  }
  [[nodiscard]] bool hasInput(std::string_view port) const;
  // The output, once: later stages and the summary read it.
  void give(Artifact artifact) {
    run_.give(planned_.id, std::move(artifact));
  }

  template <class A>
  [[nodiscard]] const A& output() const {
    return std::get<A>(run_.output(planned_.id));
  }

  // Events of this stage; left out where the record of a continued run holds them already.
  [[nodiscard]] Status emit(const record::Event& event) {
    return run_.emitOf(planned_.id, event);
  }
  [[nodiscard]] Status begin(std::int64_t steps = 0, std::int64_t resumed_at = 0) {
    return emit(
        record::StageStarted{.stage = planned_.id, .steps = steps, .resumed_at = resumed_at});
  }
  [[nodiscard]] Status recordPredictions(std::int64_t step,
                                         const std::vector<std::int64_t>& classes,
                                         const std::vector<float>& confidences) {
    return run_.recordPredictions(planned_.id, step, classes, confidences);
  }

  [[nodiscard]] std::filesystem::path checkpointFile() const {
    return run_.checkpointFile(planned_.id);
  }

  // What the cache keeps of the stage and its last event says.
  struct Outcome {
    double seconds = 0.0;
    bool from_cache = false;
    metrics::Performance test;  // n = 0 for stages without a model
    std::vector<metrics::Evaluation> evaluations;
    Sentence note;  // why it ended before its last step; empty: it did not
  };
  Outcome outcome;

 private:
  [[nodiscard]] const record::StageId& sourceOf(std::string_view port) const;

  RunContext& run_;
  const record::PlannedStage& planned_;
};

}  // namespace w2s::pipeline
