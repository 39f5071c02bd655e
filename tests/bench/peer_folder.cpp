#include "tests/bench/peer_folder.h"

#include <bit>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "core/base/file_io.h"
#include "core/base/resources.h"

namespace w2s::bench {
namespace {

namespace fs = std::filesystem;

static_assert(std::endian::native == std::endian::little,
              "the .npy files are written in the machine's order");

constexpr const char* kEncoder = "encoder.safetensors";

// NumPy's format 1: magic, version, header length, a Python literal padded to 64 bytes, the values
// in C order.
Status writeNpy(const fs::path& path, std::string_view type, const std::vector<std::int64_t>& shape,
                std::string_view bytes) {
  constexpr std::size_t kPrefix = 10;
  constexpr std::size_t kAlignment = 64;
  std::string header = fmt::format("{{'descr': '{}', 'fortran_order': False, 'shape': ({},), }}",
                                   type, fmt::join(shape, ", "));
  const std::size_t used = kPrefix + header.size() + 1;
  header.append((kAlignment - used % kAlignment) % kAlignment, ' ');
  header += '\n';
  std::string file("\x93NUMPY\x01\x00", 8);
  file += static_cast<char>(header.size() & 0xFFU);
  file += static_cast<char>(header.size() >> 8U);
  file += header;
  file += bytes;
  return writeFileAtomically(path, file);
}

Status writeTensor(const fs::path& path, const at::Tensor& tensor,
                   std::vector<std::int64_t> shape = {}) {
  const at::Tensor contiguous = tensor.contiguous();
  if (shape.empty()) {
    shape = contiguous.sizes().vec();
  }
  const std::string_view type = contiguous.scalar_type() == at::kByte ? "|u1" : "<f4";
  return writeNpy(path, type, shape,
                  {static_cast<const char*>(contiguous.const_data_ptr()),
                   static_cast<std::size_t>(contiguous.nbytes())});
}

Status writeIntegers(const fs::path& path, const std::vector<std::int64_t>& values,
                     const std::vector<std::int64_t>& shape) {
  return writeNpy(
      path, "<i8", shape,
      {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(std::int64_t)});
}

Status writeImages(const fs::path& path, const at::Tensor& images) {
  return writeTensor(path, images, {images.size(0), images.size(2), images.size(3)});
}

Status writeOrder(const fs::path& path, const std::vector<std::vector<std::int64_t>>& batches) {
  std::vector<std::int64_t> flat;
  for (const auto& batch : batches) {
    flat.insert(flat.end(), batch.begin(), batch.end());
  }
  return writeIntegers(path, flat,
                       {static_cast<std::int64_t>(batches.size()),
                        static_cast<std::int64_t>(batches.front().size())});
}

std::string_view confidenceName(const config::Confidence& confidence) {
  return std::visit([](const auto& kind) { return std::decay_t<decltype(kind)>::kKind; },
                    confidence);
}

nlohmann::json settingsOf(const Problem& problem, const TrainingTask& task) {
  return {
      {"schema", 1},
      {"threads", 1},
      {"steps", task.optimizer.steps},
      {"batch_rows", task.optimizer.batch_rows},
      {"learning_rate", task.optimizer.learning_rate.base},
      {"weight_decay", task.optimizer.weight_decay},
      {"beta1", task.optimizer.beta1},
      {"beta2", task.optimizer.beta2},
      {"temperature", task.objective.temperature},
      {"confidence", confidenceName(task.objective.confidence)},
      {"confidence_weight", task.objective.confidence_weight.base},
      {"encoder", kEncoder},
      {"scale", 1.0 / problem.scaling.factor()},
      {"norm_statistics", "batch"},
  };
}

Status writeSettings(const fs::path& folder, const nlohmann::json& settings) {
  return writeFileAtomically(folder / "settings.json", settings.dump(2) + "\n");
}

Status writeClasses(const fs::path& path, const std::vector<std::int64_t>& classes) {
  return writeIntegers(path, classes, {static_cast<std::int64_t>(classes.size())});
}

}  // namespace

Status writePeerFolder(const fs::path& folder, const Problem& problem, const TrainingTask& task) {
  W2S_CHECK(makeFolders(folder));
  W2S_TRY(const auto weights, resourceFile("backbones/fashion-ssl.safetensors"));
  W2S_TRY(const std::string encoder, readFile(weights, kMostArrayBytes));
  W2S_CHECK(writeFileAtomically(folder / kEncoder, encoder));
  W2S_CHECK(writeImages(folder / "images.npy", problem.images));
  W2S_CHECK(writeImages(folder / "test_images.npy", problem.test_images));
  W2S_CHECK(writeTensor(folder / "features.npy", problem.features));
  W2S_CHECK(writeTensor(folder / "test_features.npy", problem.test_features));
  W2S_CHECK(writeTensor(folder / "weak.npy", problem.weak));
  W2S_CHECK(writeTensor(folder / "centre.npy", problem.scaling.mean()));
  W2S_CHECK(writeClasses(folder / "test_labels.npy", problem.test_labels));
  W2S_CHECK(writeOrder(folder / "order.npy", batchOrder(problem, task)));
  return writeSettings(folder, settingsOf(problem, task));
}

Status writeStudyFolder(const fs::path& folder, const Problem& problem, const StudyTask& task) {
  const TrainingTask training{.objective = problem.config.objective,
                              .optimizer = problem.config.optimizer};
  W2S_CHECK(writePeerFolder(folder, problem, training));
  W2S_CHECK(writeTensor(folder / "validation_features.npy", problem.validation_features));
  W2S_CHECK(writeClasses(folder / "weak_test.npy", problem.weak_test));
  W2S_CHECK(writeClasses(folder / "weak_validation.npy", problem.weak_validation));
  nlohmann::json settings = settingsOf(problem, training);
  settings["seeds"] = task.seeds;
  settings["evaluate_every"] = task.evaluate_every;
  settings["confidence_warmup"] = problem.config.objective.confidence_weight.warmup;
  settings["careful_cells"] = task.careful_cells;
  for (const StudyCell& cell : task.cells) {
    settings["cells"].push_back(
        {{"confidence_weight", cell.confidence_weight}, {"temperature", cell.temperature}});
  }
  return writeSettings(folder, settings);
}

}  // namespace w2s::bench
