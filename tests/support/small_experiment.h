// An experiment of a second or less on real data, for tests of the engine.
#pragma once

#include <filesystem>
#include <string>

#include "core/base/file_io.h"
#include "core/config/experiment_config.h"
#include "core/store/workspace.h"

namespace w2s::test {

inline config::ExperimentConfig smallExperiment() {
  config::ExperimentConfig config;
  config.name = "small";
  config.task.weak_rows = 300;
  config.task.transfer_rows = 600;
  config.task.validation_rows = 200;
  config.task.test_rows = 500;
  config.strong.backbone = config::PixelsBackbone{.size = 14};
  config.optimizer.steps = 120;
  config.optimizer.batch_rows = 64;
  config.evaluation.every = 20;
  return config;
}

// The same with the backbone in the training step.
inline config::ExperimentConfig smallFineTuning() {
  config::ExperimentConfig config = smallExperiment();
  config.task.transfer_rows = 200;
  config.task.validation_rows = 50;
  config.task.test_rows = 100;
  config.strong.backbone = config::ConvnetBackbone{.width = 4};
  config.strong.tuning = config::Tuning::Scratch;
  config.optimizer.steps = 24;
  config.optimizer.batch_rows = 16;
  config.evaluation.every = 8;
  return config;
}

// A file of a run's folder, whole; empty when it is missing.
inline std::string runFile(const std::filesystem::path& workspace, const std::string& id,
                           const std::string& name) {
  return readFile(store::runsFolder(workspace) / id / name, kMostArrayBytes)
      .value_or(std::string());
}

}  // namespace w2s::test
