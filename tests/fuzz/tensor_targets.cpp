// safetensors: weights, checkpoints, stored features, and what is made of them.
#include <ATen/Parallel.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/zeros.h>

#include "core/base/file_io.h"
#include "core/base/hash.h"
#include "core/models/encoder_file.h"
#include "core/supervision/tree_model.h"
#include "core/supervision/weak_labels.h"
#include "core/train/batch_order.h"
#include "core/train/training_state.h"
#include "core/weights/safetensors.h"
#include "tests/fuzz/targets.h"

namespace w2s::fuzz {
namespace {

bool readTensors(std::string_view input) {
  const auto file = parseSafetensors(input, "weights.safetensors");
  if (!file) {
    return false;
  }
  const auto bytes = formatSafetensors(file->tensors, file->metadata);
  promise(bytes.has_value(), "tensors that were read cannot be written");
  const auto again = parseSafetensors(*bytes, "again");
  promise(
      again && again->tensors.size() == file->tensors.size() && again->metadata == file->metadata,
      "tensors change when they are written");
  return true;
}

bool readTrainingState(std::string_view input) {
  static const ScratchFolder folder;
  const auto state = train::loadState(folder.put("student.safetensors", input), "fingerprint");
  if (!state) {
    return false;
  }
  constexpr std::int64_t kRows = 100;
  train::BatchOrder order(kRows, 16, Seed(1));
  order.moveTo(state->position);
  for (int batch = 0; batch < 8; ++batch) {
    for (const std::int64_t row : order.next()) {
      promise(row >= 0 && row < kRows, "a batch has a row that there is not");
    }
  }
  const auto path = folder.path() / "again.safetensors";
  promise(train::saveState(path, *state, "again").has_value(), "a state cannot be written");
  const auto again = train::loadState(path, "again");
  promise(again && again->step == state->step && again->position == state->position &&
              train::checkFits(*again, *state),
          "a state changes when it is written");
  return true;
}

bool readEncoderWeights(std::string_view input) {
  at::set_num_threads(
      1);  // the mutants' process is a fork, which a pool of threads does not survive
  static const ScratchFolder folder;
  static const auto known = models::readEncoderCard(std::filesystem::path(W2S_SOURCE_DIR) /
                                                    "tests/data/fuzz/card/plain.json");
  const auto path = folder.put("encoder.safetensors", input);
  models::EncoderCard card = known.value();
  card.file_hash = hashOfBytes(input);
  folder.put("encoder.json", models::toJson(card));
  const auto stored = models::readEncoder(path);
  if (stored) {
    const at::NoGradGuard no_grad;
    const at::Tensor features =
        stored->encoder.features(at::zeros({2, 1, 28, 28}), models::NormStatistics::Running);
    promise(features.size(0) == 2 && features.size(1) == stored->encoder.featureCount(),
            "an encoder has other features than it says");
  }
  return stored.has_value();
}

bool readWeakLabels(std::string_view input) {
  static const ScratchFolder folder;
  return supervision::loadWeakLabels(folder.put("labels.safetensors", input)).has_value();
}

bool readATree(std::string_view input) {
  const auto file = parseSafetensors(input, "tree.safetensors");
  const auto tree = file ? supervision::TreeModel::treeOf(file->tensors, 3)
                         : Result<models::DecisionTree>(tl::unexpected(file.error()));
  constexpr std::int64_t kMostColumns = 4096;
  if (tree && tree->columns() <= kMostColumns) {
    const std::vector<float> values(static_cast<std::size_t>(2 * tree->columns()), 0.5F);
    const auto shares =
        tree->probabilities({.values = values, .rows = 2, .columns = tree->columns()});
    promise(shares.size() == 6, "a tree has other classes than it says");
  }
  return tree.has_value();
}

}  // namespace

std::vector<Target> tensorTargets() {
  const std::vector<std::string> words{"{",        "}",
                                       "[",        "]",
                                       ",",        ":",
                                       "\"",       "\"dtype\":",
                                       "\"F32\"",  "\"BOOL\"",
                                       "\"I64\"",  "\"shape\":",
                                       "[0,8]",    "\"data_offsets\":",
                                       "null",     "\"__metadata__\":",
                                       "\"F64\"",  std::string(8, '\0'),
                                       "\xff\xff", std::string("\0\0\xf0\x7f", 4)};
  return {{"safetensors", words, readTensors},
          {"training_state", words, readTrainingState},
          {"encoder", words, readEncoderWeights},
          {"weak_labels", words, readWeakLabels},
          {"tree", words, readATree}};
}

}  // namespace w2s::fuzz
