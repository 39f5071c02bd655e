#include "core/data/first_experiment.h"

#include <algorithm>
#include <utility>

#include "core/base/file_read.h"
#include "core/config/presets.h"
#include "core/config/toml.h"
#include "core/data/card_file.h"
#include "core/data/registry.h"
#include "core/data/splits.h"

namespace w2s::data {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kMostWeak = 20000;
constexpr std::int64_t kMostTransfer = 50000;
constexpr std::int64_t kMostValidation = 5000;
constexpr std::int64_t kMostTest = 10000;
constexpr std::int64_t kFewest = 10;  // of each split, as the settings of a task have it

// Groups stay whole, so that fewer rows find room than there are, and how many differs from seed to seed.
Status fitToGroups(Dataset& dataset, config::TaskConfig& task, const std::string& weak_labels) {
  constexpr std::uint64_t kSeedsTried = 5;
  constexpr int kTries = 30;
  Status fits;
  for (int i = 0; i < kTries; ++i) {
    fits = {};
    for (std::uint64_t seed = 0; fits && seed < kSeedsTried; ++seed) {
      const auto splits = makeSplits(dataset, task, Seed(seed), weak_labels);
      fits = splits ? Status() : tl::unexpected(splits.error());
    }
    if (fits) {
      break;
    }
    for (std::int64_t* rows :
         {&task.weak_rows, &task.transfer_rows, &task.validation_rows, &task.test_rows}) {
      *rows = std::max<std::int64_t>(1, *rows * 19 / 20);
    }
  }
  return fits;
}

// The student learns from labelled rows alone, and they may be too few.
Status checkLabelled(const DataSetCard& card, const config::ExperimentConfig& config,
                     const std::string& path) {
  const std::string& labels = config.weak.front().labels;
  const config::TaskConfig& task = config.task;
  if (labels.empty() ||
      std::min({task.weak_rows, task.transfer_rows, task.validation_rows}) >= kFewest) {
    return {};
  }
  return fail(
      ErrorCode::BadFormat,
      sentence(
          "{}: {} of {} training rows have a weak label of {}, which leaves {} weak rows, {} "
          "transfer rows and {} validation rows; each split needs {}. Give weak labels to more "
          "rows.",
          path, card.weak_labels.front().train_rows, card.rows(kTrainSource), labels,
          task.weak_rows, task.transfer_rows, task.validation_rows, kFewest));
}

}  // namespace

config::ExperimentConfig firstExperiment(const DataSetCard& card, const std::string& path) {
  config::ExperimentConfig config;
  config.name = card.name;
  config.description = card.description;
  config.task.dataset = path;
  config::SupervisorConfig& weak = config.weak.front();
  if (!card.weak_labels.empty()) {
    weak.labels = card.weak_labels.front().name;  // they are what the card is for
  }
  const Pools pools = poolsOf(card, weak.labels, kFewest);
  const std::int64_t half = pools.training / 2;
  config.task.weak_rows = std::min(kMostWeak, pools.shared ? half : pools.weak);
  config.task.transfer_rows =
      std::min(kMostTransfer, pools.shared ? pools.training - half : pools.transfer);
  config.task.validation_rows = std::min(kMostValidation, pools.validation);
  config.task.test_rows = std::min(kMostTest, pools.test);
  const auto by_width = [](const FeatureSet& a, const FeatureSet& b) {
    return a.vectors.width < b.vectors.width;
  };
  config.optimizer.batch_rows =
      std::clamp<std::int64_t>(config.task.transfer_rows, 1, config.optimizer.batch_rows);
  config.weak_optimizer.batch_rows =
      std::clamp<std::int64_t>(config.task.weak_rows, 1, config.weak_optimizer.batch_rows);
  if (card.features.size() > 1) {
    // Of equal ones the first is weak and the last strong.
    const auto [narrow, wide] = std::ranges::minmax_element(card.features, by_width);
    weak.backbone = config::FeaturesBackbone{.set = narrow->name};
    weak.head = config::LinearHead{};
    config.strong.backbone = config::FeaturesBackbone{.set = wide->name};
    return config;
  }
  const std::string set = card.features.empty() ? std::string() : card.features.front().name;
  weak.backbone = config::FeaturesBackbone{.set = set};
  config.strong.backbone = config::FeaturesBackbone{.set = set};
  return config;
}

void makeDatasetAbsolute(config::ExperimentConfig& config) {
  if (isCardPath(config.task.dataset)) {
    config.task.dataset = fs::absolute(config.task.dataset).lexically_normal().string();
  }
}

Result<config::ExperimentConfig> loadExperimentOrCard(const std::string& name_or_path) {
  if (!isCardPath(name_or_path)) {
    return config::loadPreset(name_or_path);
  }
  W2S_TRY(const std::string text, readFile(name_or_path, kMostSettingsBytes));
  const fs::path whole = fs::absolute(name_or_path).lexically_normal();
  if (looksLikeCard(text)) {
    W2S_TRY(const auto dataset, openDataSet(whole.string()));
    config::ExperimentConfig config = firstExperiment(dataset->card(), whole.string());
    if (poolsOf(dataset->card()).validation == 0) {
      const auto& reserved = dataset->card().reserved_rows;
      const bool has_marked_rows =
          std::ranges::any_of(reserved, [](std::int64_t rows) { return rows > 0; });
      if (!has_marked_rows) {
        return fail(ErrorCode::BadFormat,
                    sentence("{}: {} rows to train on are too few to be split into weak, transfer "
                             "and validation rows.",
                             whole.string(), dataset->card().rows(kTrainSource)));
      }
      return fail(ErrorCode::BadFormat,
                  sentence("{}: its column of splits leaves no rows for validation; mark some as "
                           "\"validation\", or as \"train\", from which they are drawn.",
                           whole.string()));
    }
    W2S_CHECK(checkLabelled(dataset->card(), config, whole.string()));
    W2S_TRY(const auto groups,
            dataset->groups({.source = std::string(kTrainSource), .index = {0}}));
    if (!groups.empty()) {
      W2S_CHECK(fitToGroups(*dataset, config.task, config.weak.front().labels));
    }
    return config;
  }
  W2S_TRY(config::ExperimentConfig config, config::parseExperiment(text, name_or_path));
  const fs::path beside = whole.parent_path() / config.task.dataset;
  std::error_code error;
  if (isCardPath(config.task.dataset) && fs::path(config.task.dataset).is_relative() &&
      fs::exists(beside, error)) {
    config.task.dataset = beside.lexically_normal().string();
  }
  makeDatasetAbsolute(config);
  return config;
}

}  // namespace w2s::data
