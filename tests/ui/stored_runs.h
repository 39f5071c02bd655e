// Recorded runs for tests of the window: made by the store in a workspace of their own.
#pragma once

#include <filesystem>
#include <string>

#include <QTemporaryDir>

#include "core/store/run_folder.h"
#include "core/store/workspace.h"
#include "tests/support/step_rows.h"

namespace w2s::test {

class TemporaryWorkspace {
 public:
  [[nodiscard]] std::filesystem::path path() const {
    return std::filesystem::path(folder_.path().toStdString());
  }
  [[nodiscard]] std::filesystem::path run(const std::string& id) const {
    return store::runsFolder(path()) / id;
  }

 private:
  QTemporaryDir folder_;
};

struct RecordedSample {
  std::string id;
  std::string name = "sample";
  std::int64_t seed = 0;
  std::string created = "2024-11-23T12:00:00Z";
  double student = 0.75;  // final test accuracy
  std::int64_t steps = 40;
  std::int64_t done = 40;   // of them, before the end
  std::int64_t every = 10;  // steps between evaluations
  bool finished = true;     // false: killed there
  bool stopped = false;     // by hand, where it is not finished
  double temperature = 1.0;
  double common_ceiling = 0.0;  // 0: none
  std::string experiment = {};  // empty: of an earlier version
};

inline StepRow sampleRow(std::int64_t step) {
  const auto s = static_cast<double>(step);
  return {.step = step,
          .total = 2.0 / (1.0 + s),
          .kd = 1.5 / (1.0 + s),
          .confidence = 0.5 / (1.0 + s),
          .ground_truth = 0.0,
          .entropy = 0.0,
          .kd_weight = 1.0,
          .confidence_weight = 0.5,
          .ground_truth_weight = 0.0,
          .entropy_weight = 0.0,
          .learning_rate = 3e-3,
          .temperature = 1.0};
}

// Writes the run as the engine would. Fails hard: a test cannot go on without it.
inline void recordRun(const std::filesystem::path& workspace, const RecordedSample& sample) {
  using namespace record;
  store::Manifest manifest;
  manifest.id = sample.id;
  manifest.name = sample.name;
  manifest.experiment = sample.experiment;
  manifest.seed = sample.seed;
  manifest.created = sample.created;
  manifest.device = "cpu";
  manifest.threads = 1;
  manifest.config.name = sample.name;
  manifest.config.objective.temperature = sample.temperature;
  manifest.config.optimizer.steps = sample.steps;
  manifest.versions = store::currentVersions();
  auto writer = store::RunWriter::create(workspace, manifest);
  if (!writer) {
    qFatal("%s", writer.error().message.c_str());
  }
  const auto write = [&](const Event& event) {
    if (const Status written = writer->write(event); !written) {
      qFatal("%s", written.error().message.c_str());
    }
  };
  const auto accuracy = [](double value) {
    return metrics::Performance{.accuracy = value, .loss = 0.5, .n = 1000};
  };
  write(RunStarted{.name = sample.name,
                   .seed = sample.seed,
                   .device = "cpu",
                   .stages = {{.id = stage::kWeakLabels, .fingerprint = "a"},
                              {.id = stage::kCeiling, .fingerprint = "b"},
                              {.id = stage::kStudent, .fingerprint = "c", .steps = sample.steps}}});
  write(StageFinished{.stage = stage::kWeakLabels, .seconds = 0.1, .test = accuracy(0.6)});
  write(StageFinished{.stage = stage::kCeiling, .seconds = 0.1, .test = accuracy(0.85)});
  write(StageStarted{.stage = stage::kStudent, .steps = sample.steps});
  for (std::int64_t step = 0; step <= sample.done; ++step) {
    if (step > 0) {
      write(StepsMeasured{.stage = stage::kStudent, .rows = blockOf(sampleRow(step))});
    }
    if (step % sample.every == 0) {
      const double share = static_cast<double>(step) / static_cast<double>(sample.steps);
      metrics::Evaluation evaluation;
      evaluation.step = step;
      evaluation.seconds = 0.01 * static_cast<double>(step);
      evaluation.test = accuracy(0.1 + (sample.student - 0.1) * share);
      write(Evaluated{.stage = stage::kStudent, .evaluation = evaluation});
    }
  }
  if (sample.finished) {
    write(
        StageFinished{.stage = stage::kStudent, .seconds = 1.0, .test = accuracy(sample.student)});
    RunSummary summary;
    summary.weak = accuracy(0.6);
    summary.ceiling = accuracy(0.85);
    summary.student = accuracy(sample.student);
    summary.final_step = {.step = sample.steps, .accuracy = sample.student};
    summary.pgr.signed_value = (sample.student - 0.6) / 0.25;
    if (sample.common_ceiling > 0.0) {
      summary.common = AgainstCommonCeiling{
          .ceiling = accuracy(sample.common_ceiling),
          .pgr = {.signed_value = (sample.student - 0.6) / (sample.common_ceiling - 0.6)}};
    }
    summary.seconds = 1.5;
    if (!writer->writeSummary(summary)) {
      qFatal("no summary");
    }
    write(RunFinished{.summary = summary});
  } else if (sample.stopped) {
    write(RunStopped{});
  }
}

}  // namespace w2s::test
